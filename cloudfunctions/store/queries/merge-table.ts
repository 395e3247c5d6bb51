import { type EditionId, type MergeRow, startingMergeTable } from '@/domain/divisions';
import type { Db } from '../port';

/**
 * Which village became which: what the county has entered for a village replaces what codes and names alone say.
 */
export async function readMergeTable(db: Db, county: string): Promise<MergeRow[]> {
  const entered = await enteredRows(db, county);
  const key = (row: MergeRow) => `${row.fromEdition} ${row.from} ${row.toEdition}`;
  const replaced = new Set(entered.map(key));
  return [...startingMergeTable().filter((row) => !replaced.has(key(row))), ...entered];
}

export interface EnteredRow extends MergeRow {
  basis: 'county';
  decidedBy: string;
  decidedAt: string;
}

export const enteredRows = (db: Db, county: string): Promise<EnteredRow[]> =>
  db.query<EnteredRow>(
    `SELECT m.from_edition AS "fromEdition", m.from_code AS "from", m.to_edition AS "toEdition", m.to_code AS "to",
       'county' AS basis, COALESCE(a.name, '') AS "decidedBy", m.decided_at AS "decidedAt"
     FROM division_merge m LEFT JOIN account a ON a.county_code = m.county_code AND a.account_id = m.decided_by
     WHERE m.county_code = $1::text AND m.decided_by IS NOT NULL`,
    [county]
  );

export interface MergeDecision {
  fromEdition: EditionId;
  from: string;
  toEdition: EditionId;
  to: readonly string[];
  reason: string;
  by: string;
  at: Date;
}

/** Takes the place of what the county said before about this village; without villages nothing remains said. */
export async function enterMergeRows(db: Db, county: string, one: MergeDecision): Promise<void> {
  await db.run(
    `DELETE FROM division_merge
     WHERE county_code = $1::text AND from_edition = $2::date AND from_code = $3::text AND to_edition = $4::date`,
    [county, one.fromEdition, one.from, one.toEdition]
  );
  await db.run(
    `INSERT INTO division_merge (county_code, from_edition, from_code, to_edition, to_code, source, decided_by, decided_at)
     SELECT $1::text, $2::date, $3::text, $4::date, code, $6::text, $7::text, $8::timestamptz
     FROM unnest($5::text[]) AS code`,
    [county, one.fromEdition, one.from, one.toEdition, [...one.to], one.reason, one.by, one.at]
  );
}

/** How many wait for a village, by the old village they are known to belong to. */
export async function waitingByOldVillage(db: Db, county: string): Promise<Map<string, number>> {
  const rows = await db.query<{ old_village: string; people: number }>(
    `SELECT p.old_village_code AS old_village, count(*)::int AS people
     FROM placement_case c JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
     WHERE c.county_code = $1::text AND c.state = 'open' AND p.old_village_code <> '' AND p.merged_into IS NULL
     GROUP BY p.old_village_code`,
    [county]
  );
  return new Map(rows.map(({ old_village, people }) => [old_village, people]));
}

export const waitingOf = (
  db: Db,
  county: string,
  oldVillage: string,
  limit: number
): Promise<{ case_id: string; person_id: string }[]> =>
  db.query(
    `SELECT c.case_id, c.person_id
     FROM placement_case c JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
     WHERE c.county_code = $1::text AND c.state = 'open' AND p.old_village_code = $2::text AND p.merged_into IS NULL
     ORDER BY c.case_id LIMIT $3::int`,
    [county, oldVillage, limit]
  );
