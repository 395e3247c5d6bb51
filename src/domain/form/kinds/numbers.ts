import * as z from 'zod';
import type { Fault, FieldBase, Kind } from '../declare/field';
import { tidySigns } from './clean';

interface NumberOptions extends FieldBase {
  unit?: string;
  min?: number;
  max: number;
}

export interface IntegerField extends NumberOptions {
  kind: 'integer';
}

export interface DecimalField extends NumberOptions {
  kind: 'decimal';
  /** Digits after the point. */
  places: number;
}

export const integer = <const O extends Omit<IntegerField, 'kind'>>(options: O): O & { kind: 'integer' } => ({
  ...options,
  kind: 'integer',
});

export const decimal = <const O extends Omit<DecimalField, 'kind'>>(options: O): O & { kind: 'decimal' } => ({
  ...options,
  kind: 'decimal',
});

export const integerKind: Kind<IntegerField, number> = {
  expects: '请填写整数，只用数字',
  tidy: (raw) => tidyNumber(raw),
  is: isNumber,
  fault: (value, field) =>
    Number.isInteger(value) ? rangeFault(value, field) : { rule: 'value', says: '要填整数，请去掉小数' },
  draft: draftNumber,
  text: (value, field) => `${value}${field.unit ?? ''}`,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [String(value)],
  control: (field) => ({ is: 'line', keyboard: 'number', max: String(field.max).length, ...unitOf(field) }),
  describe: (field) => ({ unit: field.unit, min: field.min, max: field.max }),
};

export const decimalKind: Kind<DecimalField, number> = {
  expects: '请填写数字',
  tidy: (raw) => tidyNumber(raw),
  is: isNumber,
  fault(value, field) {
    const scale = 10 ** field.places;
    if (Math.abs(Math.round(value * scale) - value * scale) > 1e-6)
      return { rule: 'value', says: `最多填 ${field.places} 位小数，请改正` };
    return rangeFault(value, field);
  },
  draft: draftNumber,
  text: (value, field) => `${value}${field.unit ?? ''}`,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [String(value)],
  control: (field) => ({
    is: 'line',
    keyboard: 'digit',
    max: String(field.max).length + field.places + 1,
    ...unitOf(field),
  }),
  describe: (field) => ({ unit: field.unit, min: field.min, max: field.max, places: field.places }),
};

/** '３，500元' → 3500; what is no number stays. */
export function tidyNumber(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw ?? undefined;
  const signs = tidySigns(raw)
    .replace(/,/g, '')
    .replace(/(元|万元|人|个)$/, '');
  if (signs === '') return undefined;
  return /^[+-]?\d{1,12}(\.\d{1,6})?$/.test(signs) ? Number(signs) : raw;
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function rangeFault(value: number, field: { min?: number; max: number; unit?: string }): Fault | undefined {
  const { min = 0, max, unit = '' } = field;
  if (value < min) return { rule: 'value', says: `不能小于 ${min}${unit}，请改正` };
  if (value > max) return { rule: 'value', says: `不能大于 ${max}${unit}，请核对是否多填了一位` };
  return undefined;
}

/** A draft keeps digits that are still being typed. */
function draftNumber() {
  return z.union([z.number(), z.string().max(20)]);
}

const unitOf = (field: { unit?: string }) => (field.unit === undefined ? {} : { unit: field.unit });
