import type { Db } from '../../port';
import { type FactRow, factColumns } from '../counters';

/** After the rows of an edition: who is not in it, and which households have no head or two. */

interface Sweep {
  county: string;
  runNo: number;
  /** Code of the county, town or village that the file is complete for. */
  covers: string;
}

/** In the register, but not in this file. Whoever was met at the door or declared himself was never in it. */
const missing = `p.county_code = $1::text AND p.merged_into IS NULL AND p.in_register AND p.origin = 'register'
  AND p.register_run IS DISTINCT FROM $2::integer
  AND (p.village_code LIKE $3::text || '%' OR (p.village_code IS NULL AND $3::text = $1::text))
  AND NOT EXISTS (SELECT 1 FROM import_seen s
    WHERE s.county_code = p.county_code AND s.run_no = $2::integer AND s.person_id = p.person_id)`;

export const countMissing = async (
  db: Db,
  { county, runNo, covers }: Sweep
): Promise<{ missing: number; all: number }> => {
  const row = await db.one<{ missing: number; all: number }>(
    `SELECT count(*) FILTER (WHERE ${missing})::integer AS missing, count(*)::integer AS all
     FROM person p WHERE p.county_code = $1::text AND p.merged_into IS NULL AND p.in_register AND p.origin = 'register'
       AND (p.village_code LIKE $3::text || '%' OR (p.village_code IS NULL AND $3::text = $1::text))`,
    [county, runNo, covers]
  );
  return row ?? { missing: 0, all: 0 };
};

export interface MissingRow extends FactRow {
  person_id: string;
  birth_date: string | null;
}

/** The next of them by id, locked. */
export const nextMissing = (
  db: Db,
  { county, runNo, covers }: Sweep,
  after: string,
  limit: number
): Promise<MissingRow[]> =>
  db.query<MissingRow>(
    `SELECT p.person_id, p.birth_date, ${factColumns} FROM person p
     WHERE ${missing} AND p.person_id > $4::text ORDER BY p.person_id LIMIT $5::integer FOR UPDATE OF p`,
    [county, runNo, covers, after, limit]
  );

export const leaveRegister = (
  db: Db,
  county: string,
  personIds: readonly string[],
  reason: string,
  at: Date
): Promise<number> =>
  db.run(
    `UPDATE person SET in_register = false, left_reason = $3::text, version = version + 1, updated_at = $4::timestamptz
     WHERE county_code = $1::text AND person_id = ANY($2::text[])`,
    [county, [...personIds], reason, at]
  );

export interface HeadFault {
  household_id: string;
  /** How many say they are the head. */
  heads: number;
  head_person_id: string | null;
  /** Its members in this file, by line; `outcome` is how the row was counted, null when it was added. */
  members: { person_id: string; line: number; relation: string; outcome: string | null }[];
}

const touched = `SELECT p.household_id FROM person p
    WHERE p.county_code = $1::text AND p.register_run = $2::integer AND p.household_id IS NOT NULL
  UNION
  SELECT p.household_id FROM register_change c JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
    WHERE c.county_code = $1::text AND c.run_id = $3::text AND c.change IN ('left', 'died') AND p.household_id IS NOT NULL`;

/** Households the run touched that have no head, or more than one. */
export const headFaults = (db: Db, county: string, runNo: number, runId: string): Promise<HeadFault[]> =>
  db.query<HeadFault>(
    `WITH touched AS (${touched}),
     counted AS (
       SELECT p.household_id, count(*) FILTER (WHERE p.relation = '0')::integer AS heads
       FROM touched t JOIN person p ON p.county_code = $1::text AND p.household_id = t.household_id
       WHERE p.merged_into IS NULL AND p.in_register GROUP BY p.household_id
       HAVING count(*) FILTER (WHERE p.relation = '0') <> 1)
     SELECT c.household_id, c.heads, h.head_person_id, (
       SELECT jsonb_agg(jsonb_build_object('person_id', p.person_id, 'relation', p.relation, 'outcome', s.outcome,
           'line', CASE WHEN p.register_run = $2::integer THEN p.register_line ELSE s.line END)
         ORDER BY CASE WHEN p.register_run = $2::integer THEN p.register_line ELSE s.line END, p.person_id)
       FROM person p LEFT JOIN import_seen s
         ON s.county_code = p.county_code AND s.run_no = $2::integer AND s.person_id = p.person_id
       WHERE p.county_code = $1::text AND p.household_id = c.household_id AND p.merged_into IS NULL AND p.in_register
         AND (p.register_run = $2::integer OR s.line IS NOT NULL)) AS members
     FROM counted c JOIN household h ON h.county_code = $1::text AND h.household_id = c.household_id
     ORDER BY c.household_id`,
    [county, runNo, runId]
  );

/** A second head becomes an other member: a household has one. */
export const demote = (db: Db, county: string, personIds: readonly string[], at: Date): Promise<number> =>
  personIds.length === 0
    ? Promise.resolve(0)
    : db.run(
        `UPDATE person SET relation = '9', version = version + 1, updated_at = $3::timestamptz
         WHERE county_code = $1::text AND person_id = ANY($2::text[])`,
        [county, [...personIds], at]
      );

/** The household names the member who is its head; nobody, when there is none. */
export const settleHeads = (db: Db, county: string, runNo: number, runId: string, at: Date): Promise<number> =>
  db.run(
    `WITH touched AS (${touched}),
     heads AS (
       SELECT t.household_id, min(p.person_id) AS head FROM touched t
       LEFT JOIN person p ON p.county_code = $1::text AND p.household_id = t.household_id AND p.relation = '0'
         AND p.merged_into IS NULL AND p.in_register
       GROUP BY t.household_id)
     UPDATE household h SET head_person_id = heads.head, version = h.version + 1, updated_at = $4::timestamptz
     FROM heads WHERE h.county_code = $1::text AND h.household_id = heads.household_id
       AND h.head_person_id IS DISTINCT FROM heads.head`,
    [county, runNo, runId, at]
  );

/** Lines of the run that are doubtful or refused already. */
export const notedLines = async (
  db: Db,
  county: string,
  runId: string,
  lines: readonly number[]
): Promise<Set<number>> => {
  const rows = await db.query<{ line: number }>(
    'SELECT line FROM import_row WHERE county_code = $1::text AND run_id = $2::text AND line = ANY($3::integer[])',
    [county, runId, [...lines]]
  );
  return new Set(rows.map(({ line }) => line));
};
