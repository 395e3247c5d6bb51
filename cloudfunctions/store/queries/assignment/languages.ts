import type * as z from 'zod';
import { type Language, villageLanguages } from '@/domain/campaign/assignment';
import type { Db } from '../../port';
import { readSetting } from '../office/settings';

const setting = 'villageLanguages';

export const readLanguages = (db: Db, county: string): Promise<z.output<typeof villageLanguages>> =>
  readSetting(db, county, setting, villageLanguages);

/** One village at a time in one statement, so that two towns that set theirs at once keep both. */
export const writeLanguage = (
  db: Db,
  county: string,
  set: { village: string; language: Language | ''; by: string; now: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO setting AS s (county_code, name, value, updated_by, updated_at)
     VALUES ($1::text, '${setting}', jsonb_strip_nulls(jsonb_build_object($2::text, NULLIF($3::text, ''))), $4::text, $5::timestamptz)
     ON CONFLICT (county_code, name) DO UPDATE
     SET value = (s.value - $2::text) || EXCLUDED.value, updated_by = EXCLUDED.updated_by, updated_at = EXCLUDED.updated_at`,
    [county, set.village, set.language, set.by, set.now]
  );
