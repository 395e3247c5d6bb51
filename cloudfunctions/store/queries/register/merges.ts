import type { Db } from '../../port';
import { json } from '../../values';

/** Merges of two rows that are one person, kept so that they can be taken back. */

/** What went from the dropped row to the kept one. */
export interface Taken {
  number: boolean;
  phone: boolean;
  /** Columns of the kept row that were empty and are filled now. */
  columns: string[];
  record: { recordId: string; version: number } | null;
  accounts: string[];
  /** Waiting cases that the merge closed; merges made before these were kept have none. */
  cases?: string[];
}

export interface MergeRow {
  merge_id: string;
  kept_id: string;
  dropped_id: string;
  kept_before: Record<string, string | boolean | null>;
  dropped_before: Record<string, string | boolean | null>;
  taken: Taken;
  place: string;
  reason: string;
  merged_name: string;
  at: string;
  undone_at: string | null;
}

const columns = `m.merge_id, m.kept_id, m.dropped_id, m.kept_before, m.dropped_before, m.taken, m.place, m.reason,
  m.merged_name, m.at, m.undone_at`;

export type NewMerge = Omit<MergeRow, 'at' | 'undone_at'> & { case_id: string | null; merged_by: string; at: Date };

export const insertMerge = (db: Db, county: string, merge: NewMerge): Promise<number> =>
  db.run(
    `INSERT INTO person_merge (county_code, merge_id, kept_id, dropped_id, kept_before, dropped_before, taken, case_id,
       place, reason, merged_by, merged_name, at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::jsonb, $6::jsonb, $7::jsonb, $8::text, $9::text, $10::text,
       $11::text, $12::text, $13::timestamptz)`,
    [
      county,
      merge.merge_id,
      merge.kept_id,
      merge.dropped_id,
      json(merge.kept_before),
      json(merge.dropped_before),
      json(merge.taken),
      merge.case_id,
      merge.place,
      merge.reason,
      merge.merged_by,
      merge.merged_name,
      merge.at,
    ]
  );

export const lockMerge = (db: Db, county: string, mergeId: string): Promise<MergeRow | undefined> =>
  db.one<MergeRow>(
    `SELECT ${columns} FROM person_merge m WHERE m.county_code = $1::text AND m.merge_id = $2::text FOR UPDATE`,
    [county, mergeId]
  );

export const findMerge = (db: Db, county: string, mergeId: string): Promise<MergeRow | undefined> =>
  db.one<MergeRow>(`SELECT ${columns} FROM person_merge m WHERE m.county_code = $1::text AND m.merge_id = $2::text`, [
    county,
    mergeId,
  ]);

export const undoMerge = (
  db: Db,
  county: string,
  mergeId: string,
  by: string,
  reason: string,
  at: Date
): Promise<number> =>
  db.run(
    `UPDATE person_merge SET undone_by = $3::text, undone_at = $5::timestamptz, undone_reason = $4::text
     WHERE county_code = $1::text AND merge_id = $2::text`,
    [county, mergeId, by, reason, at]
  );

export interface MergeLine extends MergeRow {
  kept_name: string;
  kept_masked: string;
  dropped_name: string;
  dropped_masked: string;
}

/** Newest first. */
export const listMerges = (
  db: Db,
  county: string,
  place: string,
  before: string | null,
  limit: number
): Promise<MergeLine[]> =>
  db.query<MergeLine>(
    `SELECT ${columns}, k.name AS kept_name, k.id_masked AS kept_masked, d.name AS dropped_name, d.id_masked AS dropped_masked
     FROM person_merge m
     JOIN person k ON k.county_code = m.county_code AND k.person_id = m.kept_id
     JOIN person d ON d.county_code = m.county_code AND d.person_id = m.dropped_id
     WHERE m.county_code = $1::text AND m.place LIKE $2::text || '%' AND ($3::text IS NULL OR m.merge_id < $3::text)
     ORDER BY m.merge_id DESC LIMIT $4::integer`,
    [county, place, before, limit]
  );

/** The live personal record of somebody. */
export const recordOf = (
  db: Db,
  county: string,
  personId: string
): Promise<{ record_id: string; version: number; state: string } | undefined> =>
  db.one<{ record_id: string; version: number; state: string }>(
    `SELECT record_id, version, state FROM record WHERE county_code = $1::text AND form_id = 'personal' AND subject_id = $2::text`,
    [county, personId]
  );

export const giveRecord = (db: Db, county: string, recordId: string, personId: string): Promise<number> =>
  db.run(
    `UPDATE record r SET subject_id = $3::text, village_code = p.village_code FROM person p
     WHERE r.county_code = $1::text AND r.record_id = $2::text AND p.county_code = r.county_code AND p.person_id = $3::text`,
    [county, recordId, personId]
  );

/** Accounts that answered for one person answer for the other; those that already do are left out. */
export const moveBindings = async (db: Db, county: string, from: string, to: string): Promise<string[]> => {
  const rows = await db.query<{ account_id: string }>(
    `UPDATE account_person b SET person_id = $3::text
     WHERE b.county_code = $1::text AND b.person_id = $2::text AND b.ended_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM account_person o WHERE o.county_code = b.county_code AND o.account_id = b.account_id
         AND o.person_id = $3::text)
     RETURNING b.account_id`,
    [county, from, to]
  );
  return rows.map(({ account_id }) => account_id);
};

export const returnBindings = (
  db: Db,
  county: string,
  accounts: readonly string[],
  from: string,
  to: string
): Promise<number> =>
  db.run(
    `UPDATE account_person b SET person_id = $4::text
     WHERE b.county_code = $1::text AND b.person_id = $3::text AND b.account_id = ANY($2::text[])
       AND NOT EXISTS (SELECT 1 FROM account_person o WHERE o.county_code = b.county_code AND o.account_id = b.account_id
         AND o.person_id = $4::text)`,
    [county, [...accounts], from, to]
  );

/** Closes the waiting cases of these people; answers which, so that a merge taken back opens them again. */
export const closeWaiting = async (
  db: Db,
  county: string,
  personIds: readonly string[],
  by: string,
  at: Date
): Promise<string[]> => {
  const rows = await db.query<{ case_id: string }>(
    `UPDATE placement_case SET state = 'settled', settled_by = $3::text, settled_at = $4::timestamptz
     WHERE county_code = $1::text AND person_id = ANY($2::text[]) AND state = 'open' RETURNING case_id`,
    [county, [...personIds], by, at]
  );
  return rows.map(({ case_id }) => case_id);
};

/** Who still has no village waits for one again. */
export const waitAgain = (db: Db, county: string, caseIds: readonly string[]): Promise<number> =>
  db.run(
    `UPDATE placement_case c SET state = 'open', village_code = NULL, settled_by = NULL, settled_at = NULL
     WHERE c.county_code = $1::text AND c.case_id = ANY($2::text[])
       AND EXISTS (SELECT 1 FROM person p WHERE p.county_code = c.county_code AND p.person_id = c.person_id
         AND p.merged_into IS NULL AND p.village_code IS NULL)
       AND NOT EXISTS (SELECT 1 FROM placement_case o WHERE o.county_code = c.county_code AND o.person_id = c.person_id
         AND o.state = 'open')`,
    [county, [...caseIds]]
  );
