import * as z from 'zod';
import { type Choices, choice, choiceLabel } from '../declare/choices';
import type { FieldBase, Kind } from '../declare/field';
import { tidyCode } from './choice';
import { isRecord } from './clean';
import { isNumber, rangeFault, tidyNumber } from './numbers';

/** An amount in yuan a month or, from whoever will not say it, a band of the list. */
export type IncomeValue = number | { band: string };

export interface IncomeField extends FieldBase {
  kind: 'income';
  bands: Choices;
  max: number;
}

export const income = <const O extends Omit<IncomeField, 'kind'>>(options: O): O & { kind: 'income' } => ({
  ...options,
  kind: 'income',
});

export const incomeKind: Kind<IncomeField, IncomeValue> = {
  expects: '请填写金额（元），或选一个范围',
  tidy(raw) {
    if (!isRecord(raw)) return tidyNumber(raw);
    const band = tidyCode(raw.band);
    return band === undefined ? undefined : { band };
  },
  is: (value): value is IncomeValue => isNumber(value) || (isRecord(value) && typeof value.band === 'string'),
  fault(value, field) {
    if (!isNumber(value))
      return choice(field.bands, value.band) ? undefined : { rule: 'value', says: '里没有您选的这个范围，请重新选择' };
    if (!Number.isInteger(value)) return { rule: 'value', says: '填到元就行，请去掉小数' };
    return rangeFault(value, { max: field.max, unit: '元' });
  },
  draft: () => z.union([z.number(), z.string().max(20), z.object({ band: z.string().max(20) })]),
  text: (value, field) => (isNumber(value) ? `${value}元` : choiceLabel(field.bands, value.band)),
  columns: (field) => [
    { suffix: '', title: '' },
    { suffix: 'Band', title: '区间', list: field.bands },
  ],
  cells: (value) => (isNumber(value) ? [String(value), ''] : ['', value.band]),
  control: (field) => ({ is: 'amount', bands: field.bands, unit: '元' }),
  describe: (field) => ({ bands: field.bands.id, max: field.max }),
};
