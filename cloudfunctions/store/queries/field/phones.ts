import type { SyncResult } from '@/domain/operations/collecting/sync';
import type { Db } from '../../port';
import { json } from '../../values';

/** Person as the phone calls him → whom the county means; `moved` when he was merged into one with a record of his own. */
export type Aliases = Record<string, { personId: string; moved: boolean }>;

/** What the author of a refused entry was told. */
type Told = Extract<SyncResult, { is: 'refused' }>['problem'];

/** What a batch from a phone must know before its entries are done. */
export interface BatchKnown {
  /** Of the ids asked about, those that were done before. */
  done: string[];
  aliases: Aliases;
  /** Of the entries asked about, those that the cloud keeps; one that a person gave up says who and why. */
  kept: { entryId: string; state: 'held' | 'refused' | 'dropped'; by: string; why: string }[];
  /** Of the entries asked about, those that their author was refused before, and with what. */
  refused: Record<string, Told>;
  /** How many entries of this account still wait for what they build on. */
  held: number;
}

const meant = (names: string): string => `
  SELECT a.phone_person_id AS name, jsonb_build_object('personId', COALESCE(p.merged_into, a.person_id),
    'moved', p.merged_into IS NOT NULL) AS meant
  FROM phone_person a LEFT JOIN person p ON p.county_code = a.county_code AND p.person_id = a.person_id
  WHERE a.county_code = $1::text AND a.phone_person_id = ANY(${names})
  UNION ALL
  SELECT p.person_id, jsonb_build_object('personId', p.merged_into, 'moved', true) FROM person p
  WHERE p.county_code = $1::text AND p.person_id = ANY(${names}) AND p.merged_into IS NOT NULL`;

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
       COALESCE((SELECT jsonb_object_agg(m.name, m.meant) FROM (${meant('$4::text[]')}) m), '{}'::jsonb) AS aliases,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('entryId', entry_id, 'state', state, 'by', dropped_name,
           'why', dropped_why))
         FROM held_entry WHERE county_code = $1::text AND entry_id = ANY($3::text[]) AND account_id = $2::text),
         '[]'::jsonb) AS kept,
       COALESCE((SELECT jsonb_object_agg(entry_id, problem) FROM refused_entry
         WHERE county_code = $1::text AND entry_id = ANY($3::text[]) AND account_id = $2::text),
         '{}'::jsonb) AS refused,
       (SELECT count(*) FROM held_entry WHERE county_code = $1::text AND account_id = $2::text
         AND state = 'held')::int AS held`,
    [county, accountId, [...asked.ids], [...asked.persons]]
  );
  return row ?? { done: [], aliases: {}, kept: [], refused: {}, held: 0 };
}

/** What an author is told stands: a late copy of a refused entry gets the same answer. */
export const rememberRefused = (
  db: Db,
  county: string,
  one: { entryId: string; accountId: string; problem: Told; at: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO refused_entry (county_code, entry_id, account_id, problem, at)
     VALUES ($1::text, $2::text, $3::text, $4::jsonb, $5::timestamptz) ON CONFLICT DO NOTHING`,
    [county, one.entryId, one.accountId, json(one.problem), one.at]
  );

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

export const aliasesOf = async (db: Db, county: string, names: readonly string[]): Promise<Aliases> => {
  const rows = await db.query<{ name: string; meant: { personId: string; moved: boolean } }>(meant('$2::text[]'), [
    county,
    [...names],
  ]);
  return Object.fromEntries(rows.map(({ name, meant: person }) => [name, person]));
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
