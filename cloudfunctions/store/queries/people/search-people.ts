import type { CollectState } from '@/domain/campaign/measures';
import type { Db } from '../../port';
import { becameOf } from './people';

/** Finding people in the whole county: by the exact number, or by how a name begins. */

export interface FoundRow {
  person_id: string;
  name: string;
  id_masked: string;
  sex: string;
  birth_date: string | null;
  collect_state: CollectState;
  village_code: string | null;
  group_name: string;
  old_village_code: string;
}

const columns =
  'person_id, name, id_masked, sex, birth_date, collect_state, village_code, group_name, old_village_code';

/** The number of somebody merged away finds the one he became. */
export const foundByNumber = (db: Db, county: string, indexes: readonly Buffer[]): Promise<FoundRow[]> =>
  db.query<FoundRow>(
    `WITH RECURSIVE ${becameOf('$1', '$2')}
     SELECT ${columns} FROM person WHERE county_code = $1 AND id_index = ANY($2::bytea[]) AND merged_into IS NULL
     UNION SELECT ${columns} FROM person WHERE county_code = $1 AND merged_into IS NULL
       AND person_id IN (SELECT b.person_id FROM became b)`,
    [county, [...indexes]]
  );

/** Bounded by the order of the index, whatever the server's language: everything that begins with the text. */
export const foundByName = (db: Db, county: string, nameKey: string, limit: number): Promise<FoundRow[]> =>
  db.query<FoundRow>(
    `SELECT ${columns} FROM person
     WHERE county_code = $1 AND name_key COLLATE "C" >= $2::text AND name_key COLLATE "C" < $3::text
       AND merged_into IS NULL
     ORDER BY name_key COLLATE "C", village_code, person_id LIMIT $4`,
    [county, nameKey, `${nameKey}\u{10ffff}`, limit]
  );
