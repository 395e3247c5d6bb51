import { isRecord } from '../kinds/clean';
import type { ListField } from '../kinds/list';
import { sameAnswer } from '../output/compare';

type Entry = Record<string, unknown>;

/** Three states of a list; `undefined` where there was none. */
export interface ListSides {
  base: unknown;
  live: unknown;
  late: unknown;
}

/**
 * Merges a list entry by entry. An entry is known by what it is about (`apart`), never by its place: somebody who adds
 * one at the top has not changed the others. Undefined when both changed the same part of the same entry differently.
 */
export function mergeList(field: ListField, sides: ListSides): { value: Entry[] | undefined } | undefined {
  const [base, live, late] = [sides.base, sides.live, sides.late].map((side) => entriesOf(field, side)) as [
    Map<string, Entry>,
    Map<string, Entry>,
    Map<string, Entry>,
  ];
  const merged: Entry[] = [];
  for (const key of new Set([...live.keys(), ...late.keys()])) {
    const one = mergeEntry(base.get(key), live.get(key), late.get(key));
    if (one === overlapping) return undefined;
    if (one !== undefined) merged.push(one);
  }
  return { value: merged.length === 0 ? undefined : merged };
}

const overlapping = Symbol('overlapping');

function mergeEntry(
  base: Entry | undefined,
  live: Entry | undefined,
  late: Entry | undefined
): Entry | undefined | typeof overlapping {
  if (sameAnswer(live, late) || sameAnswer(base, late)) return live;
  if (sameAnswer(base, live)) return late;
  // One took it out and the other changed it.
  if (live === undefined || late === undefined) return overlapping;
  const merged: Entry = {};
  for (const part of new Set([...Object.keys(live), ...Object.keys(late)])) {
    const [was, is, came] = [base?.[part], live[part], late[part]];
    const lateStands = sameAnswer(was, is);
    if (!lateStands && !sameAnswer(is, came) && !sameAnswer(was, came)) return overlapping;
    const value = lateStands ? came : is;
    if (value !== undefined) merged[part] = value;
  }
  return merged;
}

/** By what tells them apart; the second of two that are alike in it is the second one on both sides. */
function entriesOf({ apart }: ListField, list: unknown): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of Array.isArray(list) ? list.filter(isRecord) : []) {
    const told = apart === undefined ? entry : Object.fromEntries(apart.map((part) => [part, entry[part] ?? null]));
    const name = JSON.stringify(sorted(told));
    let turn = 1;
    while (entries.has(`${turn} ${name}`)) turn += 1;
    entries.set(`${turn} ${name}`, entry);
  }
  return entries;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
