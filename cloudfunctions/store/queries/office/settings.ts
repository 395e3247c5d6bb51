import type * as z from 'zod';
import type { Db } from '../../port';

/** What the county has set under a name; the schema's own defaults for what it has not. */
export async function readSetting<T extends z.ZodType>(
  db: Db,
  countyCode: string,
  name: string,
  schema: T
): Promise<z.output<T>> {
  const row = await db.one<{ value: unknown }>(
    'SELECT value FROM setting WHERE county_code = $1::text AND name = $2::text',
    [countyCode, name]
  );
  return schema.parse(row?.value ?? {});
}

export const writeSetting = (
  db: Db,
  countyCode: string,
  { name, value, by, now }: { name: string; value: Readonly<Record<string, unknown>>; by: string; now: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO setting (county_code, name, value, updated_by, updated_at)
     VALUES ($1::text, $2::text, $3::jsonb, $4::text, $5::timestamptz)
     ON CONFLICT (county_code, name)
     DO UPDATE SET value = EXCLUDED.value, updated_by = EXCLUDED.updated_by, updated_at = EXCLUDED.updated_at`,
    [countyCode, name, JSON.stringify(value), by, now]
  );
