import * as z from 'zod';
import type { CheckContext } from '../declare/context';
import type { Fault, FieldBase, Kind } from '../declare/field';
import { isRecord } from './clean';

/** What one entry of a list asks; entries cannot hold lists. */
export type ItemField = FieldBase & { kind: string };
export type ItemFields = Readonly<Record<string, ItemField>>;
type KindOf = (field: ItemField) => Kind<FieldBase, unknown>;

export interface ListField extends FieldBase {
  kind: 'list';
  most: number;
  /** What one entry is called, e.g. 岗位. */
  itemName: string;
  /** Parts that tell one entry from another, when two people changed the list; without it an entry is all it says. */
  apart?: readonly string[];
  items: ItemFields;
}

export const list = <const O extends Omit<ListField, 'kind'>>(options: O): O & { kind: 'list' } => ({
  ...options,
  kind: 'list',
});

type Item = Record<string, unknown>;

/** An entry is empty when nothing in it is answered; such entries are dropped. */
export const listKind = (kindOf: KindOf): Kind<ListField, Item[]> => ({
  expects: '请逐条填写',
  tidy(raw, field) {
    if (raw === undefined || raw === null) return undefined;
    if (!Array.isArray(raw)) return raw;
    const items = raw
      .map((item) => (isRecord(item) ? tidyItem(item, field, kindOf) : item))
      .filter((item) => !isEmptyItem(item));
    return items.length === 0 ? undefined : items;
  },
  is: (value): value is Item[] => Array.isArray(value) && value.every(isRecord),
  fault(value, field, ctx) {
    if (value.length > field.most)
      return { rule: 'value', says: `最多填 ${field.most} 条，请去掉 ${value.length - field.most} 条` };
    for (const [place, item] of value.entries()) {
      const fault = itemFault(item, field, kindOf, ctx);
      if (fault) return { ...fault, says: `第 ${place + 1} 条${fault.says}` };
    }
    return undefined;
  },
  draft: (field) => {
    const shape: Record<string, z.ZodType> = {};
    for (const [key, item] of Object.entries(field.items)) shape[key] = z.optional(kindOf(item).draft(item));
    return z.array(z.object(shape)).max(field.most * 2);
  },
  text: (value, field, ctx) =>
    value.map((item, place) => `${place + 1}. ${itemText(item, field, kindOf, ctx)}`).join('；'),
  rows: (value, field, ctx) =>
    value.map((item) => Object.entries(field.items).map(([key, part]) => partText(item[key], part, kindOf, ctx))),
  columns: () => [
    { suffix: 'Count', title: '条数' },
    { suffix: '', title: '' },
  ],
  cells: (value, field) => [String(value.length), value.map((item) => itemText(item, field, kindOf)).join('；')],
  control: (field) => ({ is: 'list', most: field.most, itemName: field.itemName }),
  describe: (field) => {
    const items: Record<string, ReturnType<typeof describeItem>> = {};
    for (const [key, item] of Object.entries(field.items)) items[key] = describeItem(item, kindOf);
    return { most: field.most, itemName: field.itemName, items };
  },
});

function describeItem(item: ItemField, kindOf: KindOf) {
  return { kind: item.kind, label: item.label, required: item.required === true, ...kindOf(item).describe(item) };
}

function tidyItem(item: Item, field: ListField, kindOf: KindOf): Item {
  const tidy: Item = {};
  for (const [key, part] of Object.entries(field.items)) {
    const value = kindOf(part).tidy(item[key], part);
    if (value !== undefined) tidy[key] = value;
  }
  return tidy;
}

function itemFault(item: Item, field: ListField, kindOf: KindOf, ctx?: CheckContext): Fault | undefined {
  for (const [key, part] of Object.entries(field.items)) {
    const value = item[key];
    const kind = kindOf(part);
    if (value === undefined) {
      if (part.required === true) return { rule: 'required', says: `的“${part.label}”还没有填` };
    } else if (!kind.is(value)) return { rule: 'value', says: `的“${part.label}”不对，${kind.expects}` };
    else {
      const fault = kind.fault(value, part, ctx);
      if (fault) return { rule: fault.rule, says: `的“${part.label}”${fault.says}` };
    }
  }
  return undefined;
}

function itemText(item: Item, field: ListField, kindOf: KindOf, ctx?: CheckContext): string {
  return Object.entries(field.items)
    .filter(([key]) => item[key] !== undefined)
    .map(([key, part]) => `${part.label}${partText(item[key], part, kindOf, ctx)}`)
    .join('，');
}

function partText(value: unknown, part: ItemField, kindOf: KindOf, ctx?: CheckContext): string {
  const kind = kindOf(part);
  return kind.is(value) ? kind.text(value, part, ctx) : '';
}

const isEmptyItem = (item: unknown): boolean => isRecord(item) && Object.keys(item).length === 0;
