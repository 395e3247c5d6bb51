import type { Store } from '../../cloudfunctions/store/port';

/** The counters of every place equal what counting the people anew gives. */
export async function expectCountersToHold(county: { store: Store }): Promise<void> {
  const read = <R extends object>(sql: string) => county.store.read((db) => db.query<R>(sql));
  const counted = await read(
    `SELECT COALESCE(village_code, county_code) AS village, collect_state AS measure, count(*)::integer AS people FROM person
     WHERE in_register AND merged_into IS NULL GROUP BY 1, 2 ORDER BY 1, 2`
  );
  const kept = await read(
    `SELECT village_code AS village, measure, value::integer AS people FROM village_counter
     WHERE value <> 0 AND measure IN ('due', 'collected', 'returned', 'confirmed', 'accepted', 'closed') ORDER BY 1, 2`
  );
  expect(kept).toEqual(counted);
}
