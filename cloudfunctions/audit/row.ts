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

/** @returns the note with an id that sorts by time: UUID version 7 */
export function auditRowOf(note: AuditNote): AuditRow {
  const { countyCode, accountId, postId, role, actorName, act, subject, place, reason, details, requestId } = note;
  return {
    countyCode,
    entryId: timeOrderedId(note.at),
    at: note.at.toISOString(),
    accountId,
    postId,
    role,
    actorName,
    act,
    subject,
    place,
    reason,
    details,
    requestId,
  };
}

function timeOrderedId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
