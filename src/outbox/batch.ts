import { utf8Bytes } from '@/platform/bytes';
import { blockedBy, dueAt, type Entry } from './entry';

/** A batch stays well under the platform's 100 KB of a call: bytes of its entries, what surrounds them counted. */
export const batchBytes = 89_000;
export const batchCount = 20;
/** Ids, times and names around the input of one entry. */
const around = 700;

export const bytesOf = (entry: Entry): number => utf8Bytes(JSON.stringify(entry.input)) + around;

/**
 * The oldest entries that may go now, of one post. One whose turn has not come holds back only those that depend on it.
 * @param tried what was sent in this round already
 */
export function dueBatch(entries: readonly Entry[], now: number, force: boolean, tried: ReadonlySet<string>): Entry[] {
  const batch: Entry[] = [];
  let bytes = 0;
  for (const entry of [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const due = dueAt(entry, now);
    if (due === undefined || tried.has(entry.id) || (!force && due > now)) continue;
    if (blockedBy(entry, entries) !== undefined) continue;
    if (batch.length > 0 && batch[0]?.post !== entry.post) continue;
    bytes += bytesOf(entry);
    if (batch.length > 0 && (bytes > batchBytes || batch.length === batchCount)) break;
    batch.push(entry);
  }
  return batch;
}
