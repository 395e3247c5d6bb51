import type { Db } from '../../port';
import { type FactRow, factColumns } from '../counters';

/** Whom and which households the rows of a page are about. One statement a page, whatever its size. */

export interface MatchRow extends FactRow {
  person_id: string;
  id_index: Buffer | null;
  id_type: string;
  name: string;
  name_key: string;
  sex: string;
  birth_date: string | null;
  ethnic: string;
  hukou_nature: string;
  relation: string;
  group_name: string;
  household_id: string | null;
  household_key: string | null;
  phone_masked: string;
  in_register: boolean;
  register_digest: Buffer | null;
  /** The line of this run's file that named him, when one did. */
  line: number | null;
  placed_by: string;
}

const columns = `p.person_id, p.id_index, p.id_type, p.name, p.name_key, p.sex, p.birth_date, p.ethnic, p.hukou_nature,
  p.relation, p.group_name, p.household_id, h.register_key AS household_key, p.phone_masked, p.in_register,
  p.register_digest, p.placed_by, CASE WHEN p.register_run = $2::integer THEN p.register_line ELSE s.line END AS line,
  ${factColumns}`;

const source = `person p
  LEFT JOIN household h ON h.county_code = p.county_code AND h.household_id = p.household_id
  LEFT JOIN import_seen s ON s.county_code = p.county_code AND s.run_no = $2::integer AND s.person_id = p.person_id`;

/** By identity number; one who was merged answers as the row he became. */
export async function matchByNumber(
  db: Db,
  county: string,
  runNo: number,
  indexes: readonly Buffer[]
): Promise<{ row: MatchRow; under: Buffer }[]> {
  if (indexes.length === 0) return [];
  const living = await db.query<MatchRow>(
    `SELECT ${columns} FROM ${source}
     WHERE p.county_code = $1::text AND p.id_index = ANY($3::bytea[]) AND p.merged_into IS NULL`,
    [county, runNo, [...indexes]]
  );
  const merged = await db.query<MatchRow & { under: Buffer }>(
    `SELECT m.id_index AS under, ${columns}
     FROM person m JOIN ${source.replace('person p', 'person p ON p.county_code = m.county_code AND p.person_id = m.merged_into')}
     WHERE m.county_code = $1::text AND m.merged_into IS NOT NULL AND m.id_index = ANY($3::bytea[])`,
    [county, runNo, [...indexes]]
  );
  return [
    ...merged.map((row) => ({ row, under: row.under })),
    ...living.flatMap((row) => (row.id_index === null ? [] : [{ row, under: row.id_index }])),
  ];
}

/** People without a usable number, by name. */
export const matchTemporary = (
  db: Db,
  county: string,
  runNo: number,
  nameKeys: readonly string[]
): Promise<MatchRow[]> =>
  nameKeys.length === 0
    ? Promise.resolve([])
    : db.query<MatchRow>(
        `SELECT ${columns} FROM ${source}
         WHERE p.county_code = $1::text AND p.id_type = '2' AND p.merged_into IS NULL
           AND p.name_key COLLATE "C" = ANY($3::text[])`,
        [county, runNo, [...nameKeys]]
      );

export interface HouseholdRow {
  household_id: string;
  register_key: string;
  village_code: string | null;
  group_name: string;
  head_person_id: string | null;
}

export const matchHouseholds = (db: Db, county: string, keys: readonly string[]): Promise<HouseholdRow[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db.query<HouseholdRow>(
        `SELECT household_id, register_key, village_code, group_name, head_person_id
         FROM household WHERE county_code = $1::text AND register_key = ANY($2::text[])`,
        [county, [...keys]]
      );

/** What the counters look at, read under lock so that nothing moves between reading and writing. */
export const lockFacts = (
  db: Db,
  county: string,
  personIds: readonly string[]
): Promise<(FactRow & { person_id: string })[]> =>
  db.query<FactRow & { person_id: string }>(
    `SELECT p.person_id, ${factColumns} FROM person p
     WHERE p.county_code = $1::text AND p.person_id = ANY($2::text[]) ORDER BY p.person_id FOR UPDATE`,
    [county, [...personIds]]
  );
