import { toHalfWidth, withoutSpaces } from '../identity';
import { allRegisterFields, type RegisterField, type RegisterMapping, registerFields } from './fields';

/** 姓 名*（必填） → 姓名: what counts of a header. */
export const plainHeader = (header: string): string =>
  withoutSpaces(toHalfWidth(header))
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[*＊:：、/／_.-]/g, '');

/** How well a header names a field, 0–100. A whole word beats a part of one; an earlier word a later one. */
export function headerScore(header: string, field: RegisterField): number {
  const plain = plainHeader(header);
  const words: readonly string[] = registerFields[field].words;
  const whole = words.indexOf(plain);
  if (whole >= 0) return 100 - whole;
  const part = words.find((word) => word.length >= 2 && plain.length <= word.length + 6 && plain.endsWith(word));
  return part === undefined ? 0 : 40 + Math.min(20, part.length * 3);
}

/** How many fields each of the first rows names. */
const namedFields = (rows: readonly (readonly string[])[]): number[] =>
  rows.slice(0, 20).map((cells) => {
    const fields = cells.flatMap((cell) => allRegisterFields.filter((field) => headerScore(cell, field) > 60));
    return new Set(fields).size;
  });

/** The row of the first ones that names the most fields; a title line above the table is passed over. */
export function findHeader(rows: readonly (readonly string[])[]): number | undefined {
  const named = namedFields(rows);
  const most = Math.max(0, ...named);
  return most === 0 ? undefined : named.indexOf(most);
}

/** How many fields the best of the first rows names: cut at the wrong sign, a table has no header. */
export const mostNamed = (rows: readonly (readonly string[])[]): number => Math.max(0, ...namedFields(rows));

/** The same headers in any order have the same signature, so that a mapping is remembered for all such files. */
export const headerSignature = (headers: readonly string[]): string =>
  JSON.stringify(
    headers
      .map(plainHeader)
      .filter((header) => header !== '')
      .sort()
  );

/** A column by its header and how many of the same name stand before it. */
export interface NamedColumn {
  header: string;
  turn: number;
}

export function nameColumns(
  headers: readonly string[],
  mapping: RegisterMapping
): Partial<Record<RegisterField, NamedColumn>> {
  const plain = headers.map(plainHeader);
  const named: Partial<Record<RegisterField, NamedColumn>> = {};
  for (const field of allRegisterFields) {
    const column = mapping[field];
    const header = column === undefined ? undefined : plain[column];
    if (header !== undefined)
      named[field] = { header, turn: plain.slice(0, column).filter((one) => one === header).length };
  }
  return named;
}

/** Fields whose column is not there are left out. */
export function findColumns(
  headers: readonly string[],
  named: Partial<Record<RegisterField, NamedColumn>>
): RegisterMapping {
  const plain = headers.map(plainHeader);
  const mapping: RegisterMapping = {};
  for (const field of allRegisterFields) {
    const wanted = named[field];
    if (wanted === undefined) continue;
    const places = plain.flatMap((header, column) => (header === wanted.header ? [column] : []));
    const column = places[wanted.turn];
    if (column !== undefined) mapping[field] = column;
  }
  return mapping;
}
