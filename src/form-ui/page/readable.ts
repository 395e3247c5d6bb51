import { type Answers, type CheckContext, type FormDefinition, kindOf, normalize } from '@/domain/form';

/** The answers as a person reads them, by field; only those that are given. */
export function readableAnswers(form: FormDefinition, answers: Answers, ctx: CheckContext): Map<string, string> {
  const words = new Map<string, string>();
  for (const [key, value] of Object.entries(normalize(form, answers, ctx))) {
    const field = form.fields[key];
    if (field === undefined) continue;
    const kind = kindOf(field);
    words.set(key, ctx.held?.[key] === value || !kind.is(value) ? String(value) : kind.text(value, field, ctx));
  }
  return words;
}
