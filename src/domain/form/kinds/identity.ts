import * as z from 'zod';
import type { Control, FieldBase, Kind } from '../declare/field';

/**
 * How a number or name with a standard of its own is read. The form engine knows no standard; who declares a form
 * brings the reader (`@/domain/forms/kinds`).
 */
export interface Reader {
  standard: string;
  /** The number of the rule that a wrong value breaks, e.g. 'E1'. */
  rule: string;
  /** Half-width, upper-case, one spelling. What it cannot read it only cleans. */
  tidy(typed: string): string;
  /** What is wrong, as a sentence that does not repeat the value. Without a today only what is wrong on any day. */
  fault(value: string, today?: string): string | undefined;
  /** The part that anyone may see. */
  mask(value: string): string;
  keyboard: Extract<Control, { is: 'line' }>['keyboard'];
  /** Characters. */
  max: number;
}

interface ReadOptions extends FieldBase {
  reader: Reader;
}

export interface NameField extends ReadOptions {
  kind: 'name';
}
export interface IdNumberField extends ReadOptions {
  kind: 'idNumber';
}
export interface UsccField extends ReadOptions {
  kind: 'uscc';
}
export interface PhoneField extends ReadOptions {
  kind: 'phone';
}

export const name = <const O extends Omit<NameField, 'kind'>>(options: O): O & { kind: 'name' } => ({
  ...options,
  kind: 'name',
});
export const idNumber = <const O extends Omit<IdNumberField, 'kind'>>(options: O): O & { kind: 'idNumber' } => ({
  ...options,
  kind: 'idNumber',
});
export const uscc = <const O extends Omit<UsccField, 'kind'>>(options: O): O & { kind: 'uscc' } => ({
  ...options,
  kind: 'uscc',
});
export const phone = <const O extends Omit<PhoneField, 'kind'>>(options: O): O & { kind: 'phone' } => ({
  ...options,
  kind: 'phone',
});

const readKind = (expects: string): Kind<ReadOptions, string> => ({
  expects,
  tidy(raw, field) {
    if (typeof raw === 'number' && Number.isSafeInteger(raw)) return field.reader.tidy(String(raw)) || undefined;
    if (typeof raw !== 'string') return raw ?? undefined;
    // What the cloud handed out masked must come back as it was.
    return (raw.includes('*') ? raw.trim() : field.reader.tidy(raw)) || undefined;
  },
  is: (value): value is string => typeof value === 'string',
  fault(value, field, ctx) {
    const wrong = field.reader.fault(value, ctx?.today);
    return wrong === undefined ? undefined : { rule: field.reader.rule, says: `：${wrong}` };
  },
  draft: (field) => z.string().max(field.reader.max * 4),
  text: (value) => value,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: (field) => ({ is: 'line', keyboard: field.reader.keyboard, max: field.reader.max }),
  describe: (field) => ({ standard: field.reader.standard, max: field.reader.max }),
});

/** A person's name: up to 50 characters of any plane, with · between the parts. */
export const nameKind: Kind<NameField, string> = readKind('请填写姓名');
/** Upper-case, 18 characters; a right number of 15 digits is put into today's form. */
export const idNumberKind: Kind<IdNumberField, string> = readKind('请填写18位身份号码');
export const usccKind: Kind<UsccField, string> = readKind('请填写18位统一社会信用代码');
/** Mobile: 11 digits. Landline: area code, dash, number. */
export const phoneKind: Kind<PhoneField, string> = readKind('请填写电话号码');

/** A secret answer as it may be seen: the ends of a number, no more. */
export function maskSecret(field: FieldBase & { reader?: Reader }, value: string): string {
  if (value.includes('*')) return value;
  if (field.reader) return field.reader.mask(value);
  return value.length < 13
    ? '*'.repeat(value.length)
    : `${value.slice(0, 6)}${'*'.repeat(value.length - 10)}${value.slice(-4)}`;
}
