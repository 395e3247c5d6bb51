import { type Walk, walk } from '../answers/walk';
import type { Answers, CheckContext } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { type Field, kindOf } from '../kinds';
import { maskSecret } from '../kinds/identity';
import { fieldClass } from '../privacy';
import type { PaperCopy, PaperLine } from './paper';

export interface PaperOptions {
  /** Identifiers and telephones in full: for printing in front of the person only, never for keeping. */
  secrets?: 'masked' | 'shown';
}

/** Lines only for what this person's form has and answered, under the headings of the paper form. */
export const paperCopy = (
  form: FormDefinition,
  answers: Answers,
  ctx: CheckContext,
  options: PaperOptions = {}
): PaperCopy => paperOfWalk(form, walk(form, answers, ctx), ctx, options);

/** The same for whoever has gone through the form already. */
export function paperOfWalk(
  form: FormDefinition,
  { present, values }: Walk,
  ctx: CheckContext,
  options: PaperOptions = {}
): PaperCopy {
  const sections = form.blocks.map((block) => ({ id: block.id, title: block.title, lines: [] as PaperLine[] }));
  for (const key of present.keys()) {
    const field = form.fields[key];
    const value = values[key];
    if (!field || value === undefined) continue;
    const line = paperLine(form, key, field, value, ctx, options);
    sections.find((section) => section.id === form.blockOf[key]?.id)?.lines.push(line);
  }
  return {
    form: form.name,
    version: form.version,
    title: form.title,
    madeOn: ctx.today,
    sections: sections.filter((section) => section.lines.length > 0),
  };
}

function paperLine(
  form: FormDefinition,
  key: string,
  field: Field,
  value: unknown,
  ctx: CheckContext,
  options: PaperOptions
): PaperLine {
  const text = readable(form, key, value, ctx);
  const secret = fieldClass(form, key) === 'secret' && options.secrets !== 'shown';
  const kind = kindOf(field);
  const codes = kind.is(value) ? kind.codes?.(value) : undefined;
  const rows = kind.is(value) ? kind.rows?.(value, field, ctx) : undefined;
  return {
    field: key,
    label: field.label,
    text: secret ? maskSecret(field, text) : text,
    ...(codes && codes.length > 0 && !secret ? { codes } : {}),
    ...(rows ? { rows } : {}),
  };
}

/** A value in words; what is not of its kind is shown as far as it can be read. */
export function readable(form: FormDefinition, key: string, value: unknown, ctx?: CheckContext): string {
  const field = form.fields[key];
  if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
  const kind = kindOf(field);
  if (kind.is(value)) return kind.text(value, field, ctx);
  return typeof value === 'string' ? value : '（填写有误）';
}
