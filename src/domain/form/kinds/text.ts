import * as z from 'zod';
import type { Fault, FieldBase, Kind } from '../declare/field';
import { characters, hasBrokenCharacter, hasControlCharacter, looksLikeMarkup, tidySigns, tidyWords } from './clean';

export interface TextField extends FieldBase {
  kind: 'text';
  /** Characters as people count them. */
  max: number;
  /** Several lines are allowed. */
  lines?: boolean;
  /** A number or code that someone else gave out: no blanks, half-width, upper-case. */
  signs?: boolean;
  /** What it must look like, and the words that say so. */
  pattern?: { test: RegExp; says: string };
}

export const text = <const O extends Omit<TextField, 'kind'>>(options: O): O & { kind: 'text' } => ({
  ...options,
  kind: 'text',
});

export const textKind: Kind<TextField, string> = {
  expects: '请填写文字',
  tidy(raw, field) {
    if (typeof raw === 'number' && field.signs && Number.isSafeInteger(raw)) return String(raw);
    if (typeof raw !== 'string') return raw ?? undefined;
    const tidy = field.signs ? tidySigns(raw).toUpperCase() : tidyWords(raw);
    return (field.lines ? tidy : tidy.replace(/\s*\n\s*/g, ' ')) || undefined;
  },
  is: (value): value is string => typeof value === 'string',
  fault: (value, field) =>
    textFault(value, field.max) ??
    (field.pattern && !field.pattern.test.test(value) ? { rule: 'value', says: field.pattern.says } : undefined),
  draft: (field) => z.string().max(field.max * 4 + 50),
  text: (value) => value,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: (field) =>
    field.lines ? { is: 'lines', max: field.max } : { is: 'line', keyboard: 'text', max: field.max },
  describe: (field) => ({
    max: field.max,
    lines: field.lines,
    signs: field.signs,
    pattern: field.pattern?.test.source,
  }),
};

/** What no text of the form may be, whatever its kind. */
export function textFault(value: string, max: number): Fault | undefined {
  if (hasBrokenCharacter(value))
    return { rule: 'value', says: '里有显示不出来的字，请重新输入；打不出的字请填在备注里' };
  if (hasControlCharacter(value)) return { rule: 'value', says: '里有看不见的符号，请删掉后重新输入' };
  if (looksLikeMarkup(value)) return { rule: 'value', says: '里有网页代码一样的符号（如 <、>），请只填文字' };
  const length = characters(value);
  if (length > max) return { rule: 'value', says: `最多填 ${max} 个字，现在有 ${length} 个，请缩短` };
  return undefined;
}
