import type { Db } from '../../port';

/** Counters of some villages, as measure → count. */
export const countersOf = (
  db: Db,
  county: string,
  villages: readonly string[]
): Promise<{ village_code: string; counters: Record<string, number> }[]> =>
  db.query<{ village_code: string; counters: Record<string, number> }>(
    `SELECT village_code, jsonb_object_agg(measure, value) AS counters FROM village_counter
     WHERE county_code = $1 AND village_code = ANY($2::text[]) AND value <> 0 GROUP BY village_code`,
    [county, [...villages]]
  );
