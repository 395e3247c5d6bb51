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
