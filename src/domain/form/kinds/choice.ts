import * as z from 'zod';
import { type Choices, choice, choiceLabel, isGroup } from '../declare/choices';
import type { CheckContext } from '../declare/context';
import type { Control, Fault, FieldBase, Kind } from '../declare/field';
import { tidySigns } from './clean';

export interface ChoiceOptions extends FieldBase {
  list: Choices;
  /** The codes of the list that this form asks; default all. */
  only?: readonly string[];
  /** Put first in the picker, in this order. */
  first?: readonly string[];
  /** A group heading is an answer too; default only the ends of a tree are. */
  groupsToo?: boolean;
  /** The code for «other»: whoever picks it says in words what (field `<key>Other`, E15). */
  other?: string;
}

export interface CodeField extends ChoiceOptions {
  kind: 'code';
}

export interface CodesField extends ChoiceOptions {
  kind: 'codes';
  /** Codes that cannot stand beside another (E13). */
  exclusive?: readonly string[];
  most?: number;
}

export const code = <const O extends Omit<CodeField, 'kind'>>(options: O): O & { kind: 'code' } => ({
  ...options,
  kind: 'code',
});

export const codes = <const O extends Omit<CodesField, 'kind'>>(options: O): O & { kind: 'codes' } => ({
  ...options,
  kind: 'codes',
});

export const codeKind: Kind<CodeField, string> = {
  expects: '请从列出的选项里选一个',
  tidy: (raw) => tidyCode(raw),
  is: (value): value is string => typeof value === 'string',
  fault: (value, field, ctx) => choiceFault(value, field, ctx),
  draft: () => z.string().max(20),
  text: (value, field) => choiceLabel(field.list, value),
  columns: (field) => [
    { suffix: '', title: '代码', list: field.list },
    { suffix: 'Label', title: '' },
  ],
  cells: (value, field) => [value, choiceLabel(field.list, value)],
  codes: (value) => [value],
  control: (field) => choiceControl(field, { several: false, exclusive: [] }),
  describe: (field) => describeChoice(field),
};

export const codesKind: Kind<CodesField, string[]> = {
  expects: '请从列出的选项里选，可以选几项',
  tidy(raw, field) {
    if (raw === undefined || raw === null || raw === '') return undefined;
    if (!Array.isArray(raw)) return raw;
    const tidy = [...new Set(raw.map(tidyCode).filter((value) => value !== undefined))];
    const place = (value: unknown) => field.list.items.findIndex((item) => item.code === value);
    return tidy.length === 0 ? undefined : tidy.sort((one, other) => place(one) - place(other));
  },
  is: (value): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  fault(value, field, ctx) {
    for (const item of value) {
      const fault = choiceFault(item, field, ctx);
      if (fault) return fault;
    }
    const alone = value.find((item) => field.exclusive?.includes(item));
    if (alone !== undefined && value.length > 1)
      return { rule: 'E13', says: `选了“${choiceLabel(field.list, alone)}”就不能再选别的，请去掉其中一边` };
    if (field.most !== undefined && value.length > field.most)
      return { rule: 'value', says: `最多选 ${field.most} 项，请去掉 ${value.length - field.most} 项` };
    return undefined;
  },
  draft: () => z.array(z.string().max(20)).max(60),
  text: (value, field) => value.map((item) => choiceLabel(field.list, item)).join('、'),
  columns: (field) => [
    { suffix: '', title: '代码', list: field.list },
    { suffix: 'Label', title: '' },
  ],
  cells: (value, field) => [value.join(';'), value.map((item) => choiceLabel(field.list, item)).join('、')],
  codes: (value) => value,
  control: (field) =>
    choiceControl(field, {
      several: true,
      exclusive: field.exclusive ?? [],
      ...(field.most === undefined ? {} : { most: field.most }),
    }),
  describe: (field) => ({ ...describeChoice(field), exclusive: field.exclusive, most: field.most }),
};

export function choiceFault(value: string, field: ChoiceOptions, ctx?: CheckContext): Fault | undefined {
  const item = choice(field.list, value);
  if (!item || (field.only && !field.only.includes(value)))
    return { rule: 'value', says: '里没有您选的这一项，请重新选择' };
  if (!field.groupsToo && isGroup(field.list, value)) return { rule: 'value', says: '只选到了大类，请再往下选一级' };
  if (item.retired !== undefined && ctx && item.retired <= ctx.today)
    return { rule: 'value', says: '选的这一项已停用，请重新选择' };
  return undefined;
}

export function tidyCode(raw: unknown): unknown {
  if (typeof raw === 'number' && Number.isSafeInteger(raw)) return String(raw);
  if (typeof raw !== 'string') return raw ?? undefined;
  return tidySigns(raw).toUpperCase() || undefined;
}

function choiceControl(
  field: ChoiceOptions,
  how: { several: boolean; exclusive: readonly string[]; most?: number }
): Control {
  const count = field.only?.length ?? field.list.items.length;
  const tree = field.list.items.some((item) => item.parent !== undefined);
  return {
    is: 'choices',
    how: tree ? 'tree' : count <= 7 ? 'buttons' : 'list',
    choices: field.list,
    ...(field.only ? { only: field.only } : {}),
    ...(field.first ? { first: field.first } : {}),
    ...how,
  };
}

const describeChoice = (field: ChoiceOptions) => ({
  list: field.list.id,
  standard: field.list.standard,
  only: field.only,
  groupsToo: field.groupsToo,
  other: field.other,
});
