import { type AuditNote, appendAudit } from '../audit';
import type { Db } from '../store/port';

interface Entering {
  countyCode: string;
  now: Date;
  requestId: string;
}

/** Coming in and going out are acts of an account before it takes a post; they stand in the trail like any other. */
export const recordEntering = (
  db: Db,
  { countyCode, now, requestId }: Entering,
  account: { accountId: string; name: string },
  act: string,
  details: AuditNote['details'] = {}
): Promise<void> =>
  appendAudit(db, {
    countyCode,
    at: now,
    accountId: account.accountId,
    postId: '',
    role: 'resident',
    actorName: account.name,
    act,
    subject: account.accountId,
    place: '',
    reason: '',
    details,
    requestId,
  });
