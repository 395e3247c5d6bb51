import { type MergeRow, startingMergeTable } from '@/domain/divisions';
import type { Db } from '../port';

/**
 * Which village became which: what the county has entered for a village replaces what codes and names alone say.
 */
export async function readMergeTable(db: Db, county: string): Promise<MergeRow[]> {
  const entered = await db.query<MergeRow>(
    `SELECT from_edition AS "fromEdition", from_code AS "from", to_edition AS "toEdition", to_code AS "to",
       'county' AS basis
     FROM division_merge WHERE county_code = $1 AND decided_by IS NOT NULL`,
    [county]
  );
  const key = (row: MergeRow) => `${row.fromEdition} ${row.from} ${row.toEdition}`;
  const replaced = new Set(entered.map(key));
  return [...startingMergeTable().filter((row) => !replaced.has(key(row))), ...entered];
}
