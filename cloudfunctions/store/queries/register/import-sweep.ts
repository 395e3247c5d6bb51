import type { Db } from '../../port';
import { type FactRow, factColumns } from '../counters';

/** After the rows of an edition: who is not in it. */

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
