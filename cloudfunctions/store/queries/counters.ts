import type { Delta, PersonFacts } from '@/domain/campaign/measures';
import { deltasBetween, isDaily } from '@/domain/campaign/measures';
import type { Db } from '../port';

/** Adds a value to a statement's parameters and answers its place, `$n`. */
type Add = (value: unknown) => string;

/** Columns of `person p` that `factsOf` reads. Whoever changes one of them also raises `version` and moves the counters. */
export const factColumns = `p.village_code, p.collect_state, p.population_class, p.employment_state, p.record_mode,
  p.last_outcome, p.refused, p.origin, (p.in_register AND p.merged_into IS NULL) AS counted`;

export interface FactRow {
  village_code: string | null;
  collect_state: PersonFacts['collectState'];
  population_class: string;
  employment_state: string;
  record_mode: string;
  last_outcome: string;
  refused: boolean;
  origin: PersonFacts['origin'];
  counted: boolean;
}

export const factsOf = (row: FactRow): PersonFacts => ({
  villageCode: row.village_code,
  collectState: row.collect_state,
  populationClass: row.population_class,
  employmentState: row.employment_state,
  recordMode: row.record_mode,
  lastOutcome: row.last_outcome,
  refused: row.refused,
  origin: row.origin,
  counted: row.counted,
});

/** Common table expressions that move the counters; none when nothing changes. */
export function counterExpressions(countyCode: string, deltas: readonly Delta[], day: string, add: Add): string[] {
  const all = deltas.length === 0 ? [] : [`counter_rows AS (${moveCounters(countyCode, deltas, add)})`];
  const daily = deltas.filter((delta) => isDaily(delta.measure));
  const byDay = daily.length === 0 ? [] : [`day_counter_rows AS (${moveDayCounters(countyCode, daily, day, add)})`];
  return [...all, ...byDay];
}

/** The same as statements of their own, for a call that is a transaction already. */
export async function applyDeltas(db: Db, countyCode: string, deltas: readonly Delta[], day: string): Promise<void> {
  if (deltas.length === 0) return;
  const values: unknown[] = [];
  const add: Add = (value) => `$${values.push(value)}`;
  const expressions = counterExpressions(countyCode, deltas, day, add);
  await db.query(`WITH ${expressions.join(',\n')} SELECT 1 AS done`, values);
}

/** Moves the counters for one person who changed inside a transaction. */
export const countChange = (
  db: Db,
  countyCode: string,
  change: { before: PersonFacts | null; after: PersonFacts | null },
  day: string
): Promise<void> => applyDeltas(db, countyCode, deltasBetween(change.before, change.after, countyCode), day);

const moveCounters = (countyCode: string, deltas: readonly Delta[], add: Add): string =>
  `INSERT INTO village_counter AS c (county_code, village_code, measure, value)
   SELECT ${add(countyCode)}::text, v.village, v.measure, v.by FROM ${deltaRows(deltas, add)}
   ON CONFLICT (county_code, village_code, measure) DO UPDATE SET value = c.value + EXCLUDED.value`;

const moveDayCounters = (countyCode: string, deltas: readonly Delta[], day: string, add: Add): string =>
  `INSERT INTO village_day_counter AS c (county_code, village_code, day, measure, value)
   SELECT ${add(countyCode)}::text, v.village, ${add(day)}::date, v.measure, v.by FROM ${deltaRows(deltas, add)}
   ON CONFLICT (county_code, village_code, day, measure) DO UPDATE SET value = c.value + EXCLUDED.value`;

/** In the order of the deltas: two statements then lock the counter rows in the same order. */
function deltaRows(deltas: readonly Delta[], add: Add): string {
  const villages = add(deltas.map((delta) => delta.villageCode));
  const measures = add(deltas.map((delta) => delta.measure));
  const sums = add(deltas.map((delta) => delta.by));
  return `unnest(${villages}::text[], ${measures}::text[], ${sums}::bigint[]) AS v (village, measure, by)`;
}
