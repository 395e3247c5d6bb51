/**
 * A page of a list that goes by key: the caller asks the store for one row more than fits, which says whether there
 * is a next page without counting.
 */
export function pageFrom<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => string
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}

/** Keys of several parts in one cursor, which says nothing to the phone. Text that is no cursor begins at the start. */
export const joinKey = (...parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

export function splitKey(cursor: string | null, parts: number): string[] | null {
  if (cursor === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const texts = Array.isArray(read) ? read.filter((part): part is string => typeof part === 'string') : [];
    return texts.length === parts && texts.every(storable) ? texts : null;
  } catch {
    return null;
  }
}

/** A cursor of moment and id. One that was tampered with, or is another list's, begins at the start. */
export function splitMoment(cursor: string | null): { at: string; id: string } | null {
  const [at, id] = splitKey(cursor, 2) ?? [];
  return at === undefined || id === undefined || !isMoment(at) ? null : { at, id };
}

/** As the store gives a moment back: ISO, UTC, milliseconds or microseconds. It would stop at 30 February. */
export function isMoment(text: string): boolean {
  const milliseconds = /^(.{19}\.\d{3})(?:\d{3})?Z$/.exec(text)?.[1];
  if (milliseconds === undefined) return false;
  const read = new Date(`${milliseconds}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString() === `${milliseconds}Z`;
}

/** No database takes a null character or half a surrogate pair as text. */
const storable = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text);
