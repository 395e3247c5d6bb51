import type { Store } from '../../../cloudfunctions/store/port';
import { type FactRow, factColumns, factsOf } from '../../../cloudfunctions/store/queries/counters';
import { deltasBetween } from '../../../src/domain/campaign/measures';

/** Every counter as it is kept, and as a recount of everyone gives it: `village measure` → value. */
export async function countersOf(
  store: Store
): Promise<{ kept: Record<string, number>; recounted: Record<string, number> }> {
  const kept = await store.read((db) =>
    db.query<{ village_code: string; measure: string; value: number }>(
      'SELECT village_code, measure, value FROM village_counter WHERE value <> 0'
    )
  );
  const people = await store.read((db) => db.query<FactRow>(`SELECT ${factColumns} FROM person p`));
  const recounted: Record<string, number> = {};
  for (const person of people) {
    for (const { villageCode, measure, by } of deltasBetween(null, factsOf(person), '522732')) {
      const key = `${villageCode} ${measure}`;
      recounted[key] = (recounted[key] ?? 0) + by;
    }
  }
  return { kept: Object.fromEntries(kept.map((row) => [`${row.village_code} ${row.measure}`, row.value])), recounted };
}
