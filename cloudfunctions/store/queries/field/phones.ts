import type { Db } from '../../port';

/** What a batch from a phone must know before its entries are done. */
export interface BatchKnown {
  /** Of the ids asked about, those that were done before. */
  done: string[];
  /** Person as the phone calls him → as the county does. */
  aliases: Record<string, string>;
  /** Of the entries asked about, those that the cloud keeps; one that a person gave up says who and why. */
  kept: { entryId: string; state: 'held' | 'refused' | 'dropped'; by: string; why: string }[];
  /** How many entries of this account still wait for what they build on. */
  held: number;
}

export async function knownOfBatch(
  db: Db,
  county: string,
  accountId: string,
  asked: { ids: readonly string[]; persons: readonly string[] }
): Promise<BatchKnown> {
  const row = await db.one<BatchKnown>(
    `SELECT
       COALESCE((SELECT jsonb_agg(request_id) FROM request
         WHERE county_code = $1::text AND request_id = ANY($3::text[]) AND account_id = $2::text
           AND reply IS NOT NULL), '[]'::jsonb) AS done,
       COALESCE((SELECT jsonb_object_agg(phone_person_id, person_id) FROM phone_person
         WHERE county_code = $1::text AND phone_person_id = ANY($4::text[])), '{}'::jsonb) AS aliases,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('entryId', entry_id, 'state', state, 'by', dropped_name,
           'why', dropped_why))
         FROM held_entry WHERE county_code = $1::text AND entry_id = ANY($3::text[]) AND account_id = $2::text),
         '[]'::jsonb) AS kept,
       (SELECT count(*) FROM held_entry WHERE county_code = $1::text AND account_id = $2::text
         AND state = 'held')::int AS held`,
    [county, accountId, [...asked.ids], [...asked.persons]]
  );
  return row ?? { done: [], aliases: {}, kept: [], held: 0 };
}

/** Keeps whom the phone meant; a name that stands already is left as it is. */
export const addAlias = (
  db: Db,
  county: string,
  alias: { phonePersonId: string; personId: string; accountId: string; at: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO phone_person (county_code, phone_person_id, person_id, account_id, at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz) ON CONFLICT DO NOTHING`,
    [county, alias.phonePersonId, alias.personId, alias.accountId, alias.at]
  );

export const aliasesOf = async (
  db: Db,
  county: string,
  phonePersonIds: readonly string[]
): Promise<Record<string, string>> => {
  const rows = await db.query<{ phone: string; person: string }>(
    `SELECT phone_person_id AS phone, person_id AS person FROM phone_person
     WHERE county_code = $1::text AND phone_person_id = ANY($2::text[])`,
    [county, [...phonePersonIds]]
  );
  return Object.fromEntries(rows.map(({ phone, person }) => [phone, person]));
};

export interface Synced {
  accountId: string;
  postId: string;
  phoneId: string;
  at: Date;
  waiting: number;
  /** Newly done in this batch. */
  entries: number;
  clockOffset: number;
}

export const noteSync = (db: Db, county: string, one: Synced): Promise<number> =>
  db.run(
    `INSERT INTO phone_sync AS s (county_code, account_id, post_id, phone_id, last_sync_at, waiting, entries, clock_offset)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz, $6::int, $7::bigint, $8::int)
     ON CONFLICT (county_code, account_id, post_id, phone_id) DO UPDATE SET
       last_sync_at = GREATEST(s.last_sync_at, EXCLUDED.last_sync_at), entries = s.entries + EXCLUDED.entries,
       waiting = EXCLUDED.waiting, clock_offset = EXCLUDED.clock_offset`,
    [county, one.accountId, one.postId, one.phoneId, one.at, one.waiting, one.entries, one.clockOffset]
  );

export interface PhoneRow {
  postId: string;
  phones: number;
  /** The newest over all phones of the post. */
  lastSyncAt: string;
  /** Over all its phones, as each said last. */
  waiting: number;
  entries: number;
  /** The largest by which one of the clocks was off, in seconds. */
  clockOffset: number;
}

/** When the phones of these posts last synced and what waits on them: times and counts, no places. */
export const phonesOfPosts = (db: Db, county: string, postIds: readonly string[]): Promise<PhoneRow[]> =>
  db.query<PhoneRow>(
    `SELECT post_id AS "postId", count(*)::int AS phones, max(last_sync_at) AS "lastSyncAt",
       sum(waiting)::int AS waiting, sum(entries)::bigint AS entries, max(abs(clock_offset))::int AS "clockOffset"
     FROM phone_sync WHERE county_code = $1::text AND post_id = ANY($2::text[]) GROUP BY post_id ORDER BY post_id`,
    [county, [...postIds]]
  );
