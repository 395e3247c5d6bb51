import * as z from 'zod';
import { maskIdNumber, maskPhone, readCreditCode, readIdNumber, readPhone, upgradeOldNumber } from '@/domain/identity';
import type { FieldBase, Kind } from '../declare/field';
import { tidySigns } from './clean';

export interface IdNumberField extends FieldBase {
  kind: 'idNumber';
}
export interface UsccField extends FieldBase {
  kind: 'uscc';
}
export interface PhoneField extends FieldBase {
  kind: 'phone';
}

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

const isString = (value: unknown): value is string => typeof value === 'string';

/** Upper-case, 18 characters; a right number of 15 digits is put into today's form (and asked about by rule W5). */
export const idNumberKind: Kind<IdNumberField, string> = {
  expects: '请填写18位身份号码',
  tidy(raw) {
    if (!isString(raw)) return raw ?? undefined;
    const number = tidySigns(raw)
      .replace(/[-‐-―−]/g, '')
      .replace(/×/g, 'X')
      .toUpperCase();
    if (!/^\d{15}$/.test(number)) return number || undefined;
    const upgraded = upgradeOldNumber(number);
    return readIdNumber(upgraded, lastDayOfBirthYear(upgraded)).ok ? upgraded : number;
  },
  is: isString,
  fault(value, _field, ctx) {
    const reading = readIdNumber(value, ctx?.today ?? lastDayOfBirthYear(value));
    return reading.ok ? undefined : { rule: 'E1', says: `：${reading.message}` };
  },
  draft: () => z.string().max(60),
  text: (value) => value,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: () => ({ is: 'line', keyboard: 'idcard', max: 18 }),
  describe: () => ({ standard: 'GB 11643-1999' }),
};

/** Without a today only the number itself is judged, not whether the birth lies ahead. */
const lastDayOfBirthYear = (number: string): string => `${number.slice(6, 10)}-12-31`;

export const usccKind: Kind<UsccField, string> = {
  expects: '请填写18位统一社会信用代码',
  tidy: (raw) =>
    isString(raw)
      ? tidySigns(raw)
          .replace(/[-‐-―−]/g, '')
          .toUpperCase() || undefined
      : (raw ?? undefined),
  is: isString,
  fault(value) {
    const reading = readCreditCode(value);
    return reading.ok ? undefined : { rule: 'E33', says: `：${reading.message}` };
  },
  draft: () => z.string().max(60),
  text: (value) => value,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: () => ({ is: 'line', keyboard: 'text', max: 18 }),
  describe: () => ({ standard: 'GB 32100-2015' }),
};

/** Mobile: 11 digits. Landline: area code, dash, number. */
export const phoneKind: Kind<PhoneField, string> = {
  expects: '请填写电话号码',
  tidy(raw) {
    if (typeof raw === 'number') return String(raw);
    if (!isString(raw)) return raw ?? undefined;
    const reading = readPhone(raw);
    return reading.ok ? reading.number : tidySigns(raw) || undefined;
  },
  is: isString,
  fault(value) {
    const reading = readPhone(value);
    return reading.ok ? undefined : { rule: 'value', says: `：${reading.message}` };
  },
  draft: () => z.string().max(60),
  text: (value) => value,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: () => ({ is: 'line', keyboard: 'phone', max: 20 }),
  describe: () => ({}),
};

/** Secret answers in words that may be seen: the ends of a number, no more. */
export function maskSecret(kind: string, value: string): string {
  return kind === 'phone' ? maskPhone(value) : maskIdNumber(value);
}
