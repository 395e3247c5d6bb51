import type { Answers, Change, CheckContext } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { kindOf } from '../kinds';
import { readable } from '../paper/copy';
import { mask } from '../privacy';

const nothing = '（未填）';

/**
 * What differs between two sets of answers, in the order of the form and in readable words. Identifiers and telephones
 * are masked; where only the hidden part differs, the words say so.
 */
export function compare(form: FormDefinition, before: Answers, after: Answers, ctx?: CheckContext): Change[] {
  const changes: Change[] = [];
  for (const [key, field] of Object.entries(form.fields)) {
    const [old, now] = [tidy(form, key, before), tidy(form, key, after)];
    if (sameAnswer(old, now)) continue;
    const [oldWords, nowWords] = [words(form, key, old, ctx), words(form, key, now, ctx)];
    changes.push({
      field: key,
      label: field.label,
      before: oldWords,
      after: oldWords === nowWords ? `${nowWords}（已更正）` : nowWords,
    });
  }
  return changes;
}

/** Whether two answers mean the same; the order of an object's keys does not matter. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function tidy(form: FormDefinition, key: string, answers: Answers): unknown {
  const field = form.fields[key];
  return field ? kindOf(field).tidy(answers[key], field) : undefined;
}

function words(form: FormDefinition, key: string, value: unknown, ctx?: CheckContext): string {
  if (value === undefined) return nothing;
  const text = readable(form, key, value, ctx);
  return mask(form, key, text);
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)])
  );
}
