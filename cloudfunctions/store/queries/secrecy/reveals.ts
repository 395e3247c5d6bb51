import type { Db } from '../../port';

/** What stands sealed in a person's row. */
export interface SealedRow {
  name: string;
  birth_date: string | null;
  relation: string;
  village_code: string | null;
  group_name: string;
  id_cipher: Buffer | null;
  phone_cipher: Buffer | null;
}

export const sealedOf = (db: Db, county: string, personId: string): Promise<SealedRow | undefined> =>
  db.one<SealedRow>(
    `SELECT name, birth_date, relation, village_code, group_name, id_cipher, phone_cipher FROM person
     WHERE county_code = $1::text AND person_id = $2::text AND merged_into IS NULL`,
    [county, personId]
  );

/** One look more of this post on this day; answers how many that makes. Two at once wait for each other. */
export async function countReveal(db: Db, county: string, postId: string, day: string): Promise<number> {
  const row = await db.one<{ times: number }>(
    `INSERT INTO reveal_count AS c (county_code, post_id, day, times) VALUES ($1::text, $2::text, $3::date, 1)
     ON CONFLICT (county_code, post_id, day) DO UPDATE SET times = c.times + 1 RETURNING times`,
    [county, postId, day]
  );
  return row?.times ?? 0;
}

export async function revealsOf(db: Db, county: string, postId: string, day: string): Promise<number> {
  const row = await db.one<{ times: number }>(
    'SELECT times FROM reveal_count WHERE county_code = $1::text AND post_id = $2::text AND day = $3::date',
    [county, postId, day]
  );
  return row?.times ?? 0;
}
