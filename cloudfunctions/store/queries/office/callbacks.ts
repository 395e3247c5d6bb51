import type { Db } from '../../port';

/** One number in one statement, beside the other things that are set for publicity; '' removes it. */
export const writeCallback = (
  db: Db,
  countyCode: string,
  set: { place: string; callback: string; by: string; now: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO setting AS s (county_code, name, value, updated_by, updated_at)
     VALUES ($1::text, 'publicity', jsonb_build_object('callbacks',
       jsonb_strip_nulls(jsonb_build_object($2::text, NULLIF($3::text, '')))), $4::text, $5::timestamptz)
     ON CONFLICT (county_code, name) DO UPDATE
     SET value = s.value || jsonb_build_object('callbacks',
         (COALESCE(s.value->'callbacks', '{}'::jsonb) - $2::text) || (EXCLUDED.value->'callbacks')),
       updated_by = EXCLUDED.updated_by, updated_at = EXCLUDED.updated_at`,
    [countyCode, set.place, set.callback, set.by, set.now]
  );
