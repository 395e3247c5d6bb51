import type { Db } from '../../port';

/** Figures from the counters: a page costs the same in a county of two thousand and of four hundred thousand people. */

const doneStates = ['collected', 'confirmed', 'accepted', 'closed'];

/** Counters of every place under `place`, summed to the first `length` digits of the code (9 towns, 12 villages). */
export async function countersUnder(
  db: Db,
  countyCode: string,
  place: string,
  length: number
): Promise<Map<string, Record<string, number>>> {
  const rows = await db.query<{ code: string; measure: string; value: number }>(
    `SELECT substr(village_code, 1, $3::integer) AS code, measure, sum(value)::bigint AS value
     FROM village_counter WHERE county_code = $1::text AND village_code LIKE $2::text || '%' GROUP BY 1, 2`,
    [countyCode, place, length]
  );
  const byCode = new Map<string, Record<string, number>>();
  for (const { code, measure, value } of rows) {
    byCode.set(code, { ...byCode.get(code), [measure]: value });
  }
  return byCode;
}

/** One counter of each village under `place` that is not zero, in the order of the codes. */
export const villagesWith = (
  db: Db,
  countyCode: string,
  place: string,
  measures: readonly string[]
): Promise<{ code: string; value: number }[]> =>
  db.query<{ code: string; value: number }>(
    `SELECT village_code AS code, sum(value)::bigint AS value FROM village_counter
     WHERE county_code = $1::text AND village_code LIKE $2::text || '%' AND measure = ANY($3::text[])
     GROUP BY village_code HAVING sum(value) > 0 ORDER BY village_code`,
    [countyCode, place, [...measures]]
  );

/** What was added to the done on each day, under the first `length` digits of the codes. */
export const doneByDay = (
  db: Db,
  countyCode: string,
  place: string,
  since: string | null
): Promise<{ day: string; added: number }[]> =>
  db.query<{ day: string; added: number }>(
    `SELECT day, sum(value)::bigint AS added FROM village_day_counter
     WHERE county_code = $1::text AND village_code LIKE $2::text || '%' AND measure = ANY($3::text[])
       AND ($4::date IS NULL OR day >= $4::date)
     GROUP BY day ORDER BY day`,
    [countyCode, place, doneStates, since]
  );

/** What was added to the done on one day, place by place. */
export async function doneOnDay(
  db: Db,
  countyCode: string,
  place: string,
  at: { length: number; day: string }
): Promise<Map<string, number>> {
  const rows = await db.query<{ code: string; added: number }>(
    `SELECT substr(village_code, 1, $3::integer) AS code, sum(value)::bigint AS added FROM village_day_counter
     WHERE county_code = $1::text AND village_code LIKE $2::text || '%' AND day = $4::date AND measure = ANY($5::text[])
     GROUP BY 1`,
    [countyCode, place, at.length, at.day, doneStates]
  );
  return new Map(rows.map(({ code, added }) => [code, added]));
}

export interface Recount {
  at: string;
  checked: number;
  different: number;
  details: { villageCode: string; measure: string; counter: number; recount: number }[];
}

/** The last recounts, newest first. */
export const lastRecounts = (db: Db, countyCode: string, limit: number): Promise<Recount[]> =>
  db.query<Recount>(
    `SELECT at, checked, different, details FROM recount WHERE county_code = $1::text ORDER BY at DESC LIMIT $2::integer`,
    [countyCode, limit]
  );
