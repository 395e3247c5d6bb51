import { type Phase, planPhases } from '@/domain/campaign/phases';
import type { Db } from '../../port';

/** The phases the county has set, in order; the plan's own until it sets any. */
export async function readPhases(db: Db, countyCode: string): Promise<Phase[]> {
  const rows = await db.query<Phase>(
    `SELECT phase, title, starts_on AS "startsOn", ends_on AS "endsOn" FROM phase
     WHERE county_code = $1::text ORDER BY starts_on, phase`,
    [countyCode]
  );
  return phasesInUse(rows);
}

export const phasesInUse = (set: Phase[]): Phase[] => (set.length > 0 ? set : [...planPhases]);

/** The phases set, as one value within a statement that asks for something else; `county` is its parameter. */
export const phasesAsJson = (county: string): string =>
  `(SELECT COALESCE(jsonb_agg(jsonb_build_object('phase', f.phase, 'title', f.title,
      'startsOn', f.starts_on::text, 'endsOn', f.ends_on::text) ORDER BY f.starts_on, f.phase), '[]'::jsonb)
    FROM phase f WHERE f.county_code = ${county})`;

export async function replacePhases(db: Db, countyCode: string, phases: readonly Phase[]): Promise<void> {
  await db.run('DELETE FROM phase WHERE county_code = $1::text', [countyCode]);
  for (const { phase, title, startsOn, endsOn } of phases) {
    await db.run(
      `INSERT INTO phase (county_code, phase, title, starts_on, ends_on)
       VALUES ($1::text, $2::text, $3::text, $4::date, $5::date)`,
      [countyCode, phase, title, startsOn, endsOn]
    );
  }
}
