import * as z from 'zod';
import type { CheckContext } from '../declare/context';
import type { Fault, FieldBase, Kind } from '../declare/field';
import { tidySigns } from './clean';

interface WhenOptions extends FieldBase {
  /** Days to come are allowed, as for the end of a contract. */
  future?: boolean;
}

export interface DateField extends WhenOptions {
  kind: 'date';
}
export interface YearMonthField extends WhenOptions {
  kind: 'yearMonth';
}
export interface DateTimeField extends FieldBase {
  kind: 'dateTime';
}

export const date = <const O extends Omit<DateField, 'kind'>>(options: O): O & { kind: 'date' } => ({
  ...options,
  kind: 'date',
});
export const yearMonth = <const O extends Omit<YearMonthField, 'kind'>>(options: O): O & { kind: 'yearMonth' } => ({
  ...options,
  kind: 'yearMonth',
});
/** A moment in UTC, ISO 8601, as the function's clock gives it. */
export const dateTime = <const O extends Omit<DateTimeField, 'kind'>>(options: O): O & { kind: 'dateTime' } => ({
  ...options,
  kind: 'dateTime',
});

const earliestYear = 1900;

/** YYYY-MM-DD. */
export const dateKind: Kind<DateField, string> = {
  expects: '请填写年月日，如 2017-12-31',
  tidy(raw) {
    if (typeof raw !== 'string') return raw ?? undefined;
    const signs = tidySigns(raw);
    const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(signs);
    return parts ? joined(parts) : signs || undefined;
  },
  is: isString,
  fault(value, field, ctx) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return { rule: 'value', says: '看不懂，请按“年-月-日”填写' };
    if (!isDay(value)) return { rule: 'value', says: '填的这一天日历上没有，请核对年月日' };
    return spanFault(value, field, ctx);
  },
  draft: () => z.string().max(20),
  text: (value) => `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月${Number(value.slice(8))}日`,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: (field) => ({ is: 'when', precision: 'day', future: field.future ?? false }),
  describe: (field) => ({ future: field.future }),
};

/** YYYY-MM. */
export const yearMonthKind: Kind<YearMonthField, string> = {
  expects: '请填写年月，如 2017-12',
  tidy(raw) {
    if (typeof raw !== 'string') return raw ?? undefined;
    const signs = tidySigns(raw);
    const parts = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(signs);
    return parts ? joined(parts) : signs || undefined;
  },
  is: isString,
  fault(value, field, ctx) {
    if (!/^\d{4}-\d{2}$/.test(value)) return { rule: 'value', says: '看不懂，请按“年-月”填写' };
    if (!isDay(`${value}-01`)) return { rule: 'value', says: '里的月份不对，请填 1 到 12 月' };
    return spanFault(value, field, ctx);
  },
  draft: () => z.string().max(20),
  text: (value) => `${Number(value.slice(0, 4))}年${Number(value.slice(5))}月`,
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [value],
  control: (field) => ({ is: 'when', precision: 'month', future: field.future ?? false }),
  describe: (field) => ({ future: field.future }),
};

export const dateTimeKind: Kind<DateTimeField, string> = {
  expects: '请填写日期和时间',
  tidy: (raw) => (typeof raw === 'string' ? raw.trim() || undefined : (raw ?? undefined)),
  is: isString,
  fault: (value) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(value) && !Number.isNaN(Date.parse(value))
      ? undefined
      : { rule: 'value', says: '看不懂，请重新选择日期和时间' },
  draft: () => z.string().max(40),
  text: (value) => sandu(value),
  columns: () => [{ suffix: '', title: '' }],
  cells: (value) => [sandu(value)],
  control: () => ({ is: 'when', precision: 'minute', future: false }),
  describe: () => ({}),
};

/** Whether the calendar has the day: no 30 February, 29 February in leap years only. */
export function isDay(day: string): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  if (month < 1 || month > 12 || dayOfMonth < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return dayOfMonth <= (days[month - 1] ?? 0);
}

function spanFault(value: string, field: { future?: boolean }, ctx?: CheckContext): Fault | undefined {
  const year = Number(value.slice(0, 4));
  if (year < earliestYear || year > 2100) return { rule: 'value', says: '里的年份不对，请核对' };
  if (ctx && !field.future && value > ctx.today.slice(0, value.length))
    return { rule: 'value', says: '比今天还晚，请核对' };
  return undefined;
}

/** The wall clock of Sandu, UTC+8 the whole year. */
function sandu(moment: string): string {
  const shifted = new Date(Date.parse(moment) + 8 * 3600 * 1000);
  return Number.isNaN(shifted.getTime()) ? moment : shifted.toISOString().slice(0, 16).replace('T', ' ');
}

function joined(parts: RegExpExecArray): string {
  return parts
    .slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
