import type { SendResult } from '../../../edges/ports';
import type { Db } from '../../port';

export interface Claimed {
  reminderId: string;
  personId: string;
  accountId: string;
  openid: string | null;
  senderName: string;
}

/**
 * Before a run: what was taken and never settled, because its sender died, is not sent again. Nobody can know whether
 * it went out, and twice is worse than not at all.
 */
export const settleLostReminders = (db: Db, countyCode: string, lostBefore: Date): Promise<number> =>
  db.run(
    `UPDATE reminder SET result = 'unreachable'
     WHERE county_code = $1::text AND result = 'sending' AND claimed_at < $2::timestamptz`,
    [countyCode, lostBefore]
  );

/** Takes messages that wait, for this sender alone. */
export const claimWaiting = (
  db: Db,
  countyCode: string,
  wanted: { batch: string | null; limit: number; now: Date }
): Promise<Claimed[]> =>
  db.query<Claimed>(
    `UPDATE reminder r SET result = 'sending', claimed_at = $3::timestamptz
     FROM account a
     WHERE r.county_code = $1::text AND a.county_code = r.county_code AND a.account_id = r.account_id
       AND r.reminder_id IN (SELECT reminder_id FROM reminder
         WHERE county_code = $1::text AND result = 'waiting' AND ($2::text IS NULL OR batch = $2::text)
         ORDER BY reminder_id LIMIT $4::integer FOR UPDATE SKIP LOCKED)
     RETURNING r.reminder_id AS "reminderId", r.person_id AS "personId", a.account_id AS "accountId", a.openid, r.sender_name AS "senderName"`,
    [countyCode, wanted.batch, wanted.now, wanted.limit]
  );

export const settleReminder = (db: Db, countyCode: string, reminderId: string, result: SendResult): Promise<number> =>
  db.run(
    `UPDATE reminder SET result = $3::text
     WHERE county_code = $1::text AND reminder_id = $2::text AND result = 'sending'`,
    [countyCode, reminderId, result]
  );

export interface MyReminder {
  reminderId: string;
  personId: string;
  personName: string;
  words: string;
  from: string;
  sentAt: string;
  read: boolean;
  answered: boolean;
}

const mine = `r.reminder_id AS "reminderId", r.person_id AS "personId", p.name AS "personName", r.words,
  r.sender_name AS "from", r.sent_at AS "sentAt", r.read_at IS NOT NULL AS read,
  p.collect_state NOT IN ('due', 'returned') AS answered`;

/** Reminders about the persons of an account, newest first, whether or not WeChat took the message. */
export const remindersFor = (db: Db, countyCode: string, personIds: readonly string[], since: Date) =>
  db.query<MyReminder>(
    `SELECT ${mine} FROM reminder r JOIN person p ON p.county_code = r.county_code AND p.person_id = r.person_id
     WHERE r.county_code = $1::text AND r.person_id = ANY($2::text[]) AND r.sent_at >= $3::timestamptz
       AND r.rung = 'wechat'
     ORDER BY r.reminder_id DESC LIMIT 50`,
    [countyCode, [...personIds], since]
  );

export const findReminder = (db: Db, countyCode: string, reminderId: string): Promise<MyReminder | undefined> =>
  db.one<MyReminder>(
    `SELECT ${mine} FROM reminder r JOIN person p ON p.county_code = r.county_code AND p.person_id = r.person_id
     WHERE r.county_code = $1::text AND r.reminder_id = $2::text`,
    [countyCode, reminderId]
  );

export const markRead = (db: Db, countyCode: string, reminderId: string, now: Date): Promise<number> =>
  db.run(
    `UPDATE reminder SET read_at = $3::timestamptz
     WHERE county_code = $1::text AND reminder_id = $2::text AND read_at IS NULL`,
    [countyCode, reminderId, now]
  );

export interface RungEffect {
  rung: string;
  sent: number;
  delivered: number;
  read: number;
  collected: number;
}

/** What each rung did: how many went out, arrived, were opened, and were answered within seven days. */
export const effectsOf = (db: Db, countyCode: string, place: string): Promise<RungEffect[]> =>
  db.query<RungEffect>(
    `SELECT r.rung, count(*)::bigint AS sent, count(*) FILTER (WHERE r.result = 'sent')::bigint AS delivered,
       count(r.read_at)::bigint AS read,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1 FROM record c JOIN record_version v ON v.county_code = c.county_code AND v.record_id = c.record_id
         WHERE c.county_code = r.county_code AND c.form_id = 'personal' AND c.subject_id = r.person_id
           AND v.received_at > r.sent_at AND v.received_at <= r.sent_at + interval '7 days'))::bigint AS collected
     FROM reminder r WHERE r.county_code = $1::text AND r.village_code LIKE $2::text || '%' GROUP BY r.rung`,
    [countyCode, place]
  );
