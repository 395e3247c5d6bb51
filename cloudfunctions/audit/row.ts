import { randomBytes } from 'node:crypto';

/** What is kept of an act. `details` and `reason` never hold identity numbers, phones or answers. */
export interface AuditNote {
  countyCode: string;
  at: Date;
  accountId: string;
  postId: string;
  role: string;
  actorName: string;
  /** Name of the operation. */
  act: string;
  /** Person, record or place it was about; '' when none. */
  subject: string;
  /** Code of the village or town concerned; '' when none. */
  place: string;
  reason: string;
  details: Readonly<Record<string, unknown>>;
  requestId: string;
}

/** The same as it stands in the store and under the digest. */
export interface AuditRow extends Omit<AuditNote, 'at'> {
  entryId: string;
  /** ISO, milliseconds, UTC. */
  at: string;
}

/** @returns the note as the store will give it back, with an id that sorts by time: UUID version 7 */
export function auditRowOf(note: AuditNote): AuditRow {
  return {
    countyCode: note.countyCode,
    entryId: timeOrderedId(note.at),
    at: note.at.toISOString(),
    accountId: stored(note.accountId),
    postId: stored(note.postId),
    role: stored(note.role),
    actorName: stored(note.actorName),
    act: stored(note.act),
    subject: stored(note.subject),
    place: stored(note.place),
    reason: stored(note.reason),
    // As jsonb returns it: dates as text, nothing undefined. Else the digest could not be computed again.
    details: JSON.parse(JSON.stringify(note.details)) as AuditRow['details'],
    requestId: stored(note.requestId),
  };
}

/** Half a surrogate pair, which a keyboard can produce, becomes U+FFFD on its way into the store. */
function stored(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? Buffer.from(text).toString() : text;
}

function timeOrderedId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
