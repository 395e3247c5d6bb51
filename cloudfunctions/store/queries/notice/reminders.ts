import type { CollectState, Rung } from '@/domain/campaign';
import type { SendResult } from '../../../edges/ports';
import type { Db } from '../../port';

export type ReminderResult = SendResult | 'waiting' | 'sending';

export interface PastRow {
  rung: Rung;
  result: ReminderResult;
  at: string;
  read: boolean;
  sentBy: string;
}

/** Somebody in a village with everything the ladder asks about him. */
export interface ReminderPerson {
  personId: string;
  name: string;
  idMasked: string;
  phoneMasked: string;
  group: string;
  householdId: string;
  houseNo: string;
  state: CollectState;
  refused: boolean;
  /** The account that a message about him goes to: his own, else the family member's who was first. */
  accountId: string | null;
  /** His household asked for a visit. */
  wantsVisit: boolean;
  /** Oldest first. */
  history: PastRow[];
}

const columns = `p.person_id AS "personId", p.name, p.id_masked AS "idMasked", p.phone_masked AS "phoneMasked",
  p.group_name AS "group", COALESCE(p.household_id, '') AS "householdId", COALESCE(h.house_no, '') AS "houseNo",
  p.collect_state AS state, p.refused,
  COALESCE(h.collect_mode = 'visit', false) AS "wantsVisit",
  (SELECT a.account_id FROM account_person ap
     JOIN account a ON a.county_code = ap.county_code AND a.account_id = ap.account_id
   WHERE ap.county_code = p.county_code AND ap.person_id = p.person_id AND ap.ended_at IS NULL AND a.state = 'active'
     AND (a.openid IS NOT NULL OR a.persona IS NOT NULL)
   ORDER BY (ap.relation = 'self') DESC, ap.since, a.account_id LIMIT 1) AS "accountId",
  COALESCE((SELECT jsonb_agg(jsonb_build_object('rung', r.rung, 'result', r.result, 'at', r.sent_at,
      'read', r.read_at IS NOT NULL, 'sentBy', r.sender_name) ORDER BY r.sent_at, r.reminder_id)
    FROM reminder r WHERE r.county_code = p.county_code AND r.person_id = p.person_id), '[]'::jsonb) AS history`;

const source = `person p LEFT JOIN household h ON h.county_code = p.county_code AND h.household_id = p.household_id`;

/** Who is still due in a village, in the order of the list on the wall: group, household, person. */
export const missingIn = (
  db: Db,
  countyCode: string,
  wanted: { village: string; group: string | null; after: readonly [string, string, string]; limit: number }
): Promise<ReminderPerson[]> =>
  db.query<ReminderPerson>(
    `SELECT ${columns} FROM ${source}
     WHERE p.county_code = $1::text AND p.village_code = $2::text AND p.merged_into IS NULL AND p.in_register
       AND p.collect_state IN ('due', 'returned') AND ($3::text IS NULL OR p.group_name = $3::text)
       AND (p.group_name, COALESCE(p.household_id, ''), p.person_id) > ($4::text, $5::text, $6::text)
     ORDER BY p.group_name, COALESCE(p.household_id, ''), p.person_id LIMIT $7::integer`,
    [countyCode, wanted.village, wanted.group, ...wanted.after, wanted.limit]
  );

/** Held until the transaction ends, so that two who remind the same person at once see each other's reminder. */
export const lockPersons = (db: Db, countyCode: string, village: string, personIds: readonly string[]) =>
  db.query(
    `SELECT person_id FROM person
     WHERE county_code = $1::text AND person_id = ANY($3::text[]) AND village_code = $2::text ORDER BY person_id FOR UPDATE`,
    [countyCode, village, [...personIds]]
  );

export const remindable = (
  db: Db,
  countyCode: string,
  village: string,
  personIds: readonly string[]
): Promise<ReminderPerson[]> =>
  db.query<ReminderPerson>(
    `SELECT ${columns} FROM ${source}
     WHERE p.county_code = $1::text AND p.village_code = $2::text AND p.person_id = ANY($3::text[])
       AND p.merged_into IS NULL AND p.in_register
     ORDER BY p.person_id`,
    [countyCode, village, [...personIds]]
  );

export interface NewReminder {
  reminderId: string;
  personId: string;
  accountId: string | null;
}

export const addReminders = (
  db: Db,
  countyCode: string,
  batch: {
    batch: string;
    village: string;
    rung: Rung;
    words: string;
    result: ReminderResult;
    sentBy: string;
    senderName: string;
    now: Date;
    reminders: readonly NewReminder[];
  }
): Promise<number> =>
  db.run(
    `INSERT INTO reminder (county_code, reminder_id, person_id, account_id, village_code, rung, words, result, sent_by,
       sender_name, sent_at, batch)
     SELECT $1::text, one.id, one.person, NULLIF(one.account, ''), $5::text, $6::text, $7::text, $8::text, $9::text,
       $10::text, $11::timestamptz, $12::text
     FROM unnest($2::text[], $3::text[], $4::text[]) AS one(id, person, account)`,
    [
      countyCode,
      batch.reminders.map(({ reminderId }) => reminderId),
      batch.reminders.map(({ personId }) => personId),
      batch.reminders.map(({ accountId }) => accountId ?? ''),
      batch.village,
      batch.rung,
      batch.words,
      batch.result,
      batch.sentBy,
      batch.senderName,
      batch.now,
      batch.batch,
    ]
  );

export interface BatchLine {
  reminderId: string;
  personId: string;
  name: string;
  result: ReminderResult;
  phoneMasked: string;
}

export const linesOfBatch = (
  db: Db,
  countyCode: string,
  wanted: { batch: string; after: string; limit: number }
): Promise<BatchLine[]> =>
  db.query<BatchLine>(
    `SELECT r.reminder_id AS "reminderId", r.person_id AS "personId", p.name, r.result, p.phone_masked AS "phoneMasked"
     FROM reminder r JOIN person p ON p.county_code = r.county_code AND p.person_id = r.person_id
     WHERE r.county_code = $1::text AND r.batch = $2::text AND r.reminder_id > $3::text
     ORDER BY r.reminder_id LIMIT $4::integer`,
    [countyCode, wanted.batch, wanted.after, wanted.limit]
  );

export const resultsOfBatch = (
  db: Db,
  countyCode: string,
  batch: string
): Promise<{ village: string; result: ReminderResult; people: number }[]> =>
  db.query<{ village: string; result: ReminderResult; people: number }>(
    `SELECT village_code AS village, result, count(*)::bigint AS people FROM reminder
     WHERE county_code = $1::text AND batch = $2::text GROUP BY village_code, result ORDER BY result`,
    [countyCode, batch]
  );
