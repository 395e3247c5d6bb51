import type { PersonFacts } from '@/domain/campaign/measures';
import type { Db } from '../../port';
import { json } from '../../values';
import { type FactRow, factColumns, factsOf } from '../counters';

/** Codes under which people or counters stand, in order; the county's own for people without a village. */
export async function villagesCounted(db: Db, countyCode: string, after: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    `SELECT code FROM (
       SELECT village_code AS code FROM village_counter WHERE county_code = $1::text AND village_code > $2::text
       UNION
       SELECT COALESCE(village_code, county_code) FROM person
       WHERE county_code = $1::text AND COALESCE(village_code, county_code) > $2::text) counted
     ORDER BY code LIMIT $3::integer`,
    [countyCode, after, limit]
  );
  return rows.map(({ code }) => code);
}

/** Counters and people of a village as they stand at one moment: both come from one statement. */
export async function villageFacts(
  db: Db,
  countyCode: string,
  village: string
): Promise<{ counters: Record<string, number>; facts: (PersonFacts & { people: number })[] }> {
  const unplaced = village === countyCode;
  const row = await db.one<{ counters: Record<string, number>; facts: (FactRow & { people: number })[] }>(
    `SELECT
       COALESCE((SELECT jsonb_object_agg(measure, value) FROM village_counter
         WHERE county_code = $1::text AND village_code = $2::text AND value <> 0), '{}'::jsonb) AS counters,
       COALESCE((SELECT jsonb_agg(to_jsonb(kind)) FROM (
         SELECT ${factColumns}, count(*)::bigint AS people FROM person p
         WHERE p.county_code = $1::text AND ${unplaced ? 'p.village_code IS NULL' : 'p.village_code = $2::text'}
         GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) kind), '[]'::jsonb) AS facts`,
    [countyCode, village]
  );
  const facts = (row?.facts ?? []).map((one) => ({ ...factsOf(one), people: one.people }));
  return { counters: row?.counters ?? {}, facts };
}

/** Details are kept of the first two thousand differences; the number is of all. */
export const saveRecount = (
  db: Db,
  countyCode: string,
  recount: { at: Date; checked: number; details: readonly unknown[] }
): Promise<number> =>
  db.run(
    `INSERT INTO recount (county_code, at, checked, different, details)
     VALUES ($1::text, $2::timestamptz, $3::integer, $4::integer, $5::jsonb)
     ON CONFLICT (county_code, at) DO NOTHING`,
    [countyCode, recount.at, recount.checked, recount.details.length, json(recount.details.slice(0, 2000))]
  );
