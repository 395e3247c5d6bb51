import type { Db } from '../../port';
import { json } from '../../values';
import { newPersonColumns, type PersonFields } from '../people/people';

/** What a page of an import writes: many rows, few statements. */

/** Somebody whom the register brings. */
export interface RegisterPerson extends PersonFields {
  county_code: string;
  hukou_nature: string;
  residence_code: string;
  /** Hex, with \x in front. */
  register_digest: string;
  register_run: number;
  register_line: number;
  created_at: Date;
  updated_at: Date;
}

const personColumns: readonly (keyof RegisterPerson)[] = [
  'county_code',
  ...newPersonColumns,
  'hukou_nature',
  'residence_code',
  'register_digest',
  'register_run',
  'register_line',
  'created_at',
  'updated_at',
];

/** Errors: StoreConflict person_identity when somebody took one of the numbers meanwhile. */
export const addPeople = (db: Db, people: readonly RegisterPerson[]): Promise<number> =>
  copy(db, 'person', personColumns, people);

export interface RegisterHousehold {
  county_code: string;
  household_id: string;
  village_code: string | null;
  group_name: string;
  household_no: string;
  house_no: string;
  address: string;
  head_person_id: string | null;
  register_key: string;
  created_at: Date;
  updated_at: Date;
}

const householdColumns: readonly (keyof RegisterHousehold)[] = [
  'county_code',
  'household_id',
  'village_code',
  'group_name',
  'household_no',
  'house_no',
  'address',
  'head_person_id',
  'register_key',
  'created_at',
  'updated_at',
];

export const addHouseholds = (db: Db, households: readonly RegisterHousehold[]): Promise<number> =>
  copy(db, 'household', householdColumns, households);

/** What the head's row says of a household that was there before. Nulls and empty texts leave what is there. */
export const renewHouseholds = (db: Db, households: readonly RegisterHousehold[]): Promise<number> =>
  households.length === 0
    ? Promise.resolve(0)
    : db.run(
        `UPDATE household h SET version = h.version + 1, updated_at = v.updated_at,
           village_code = COALESCE(v.village_code, h.village_code), head_person_id = COALESCE(v.head_person_id, h.head_person_id),
           group_name = COALESCE(NULLIF(v.group_name, ''), h.group_name), house_no = COALESCE(NULLIF(v.house_no, ''), h.house_no),
           address = COALESCE(NULLIF(v.address, ''), h.address), register_key = COALESCE(h.register_key, v.register_key)
         FROM jsonb_to_recordset($2::jsonb) AS v (household_id text, village_code text, group_name text, house_no text,
           address text, head_person_id text, register_key text, updated_at timestamptz)
         WHERE h.county_code = $1::text AND h.household_id = v.household_id
           AND (COALESCE(v.village_code, h.village_code), COALESCE(v.head_person_id, h.head_person_id),
             COALESCE(NULLIF(v.group_name, ''), h.group_name), COALESCE(NULLIF(v.house_no, ''), h.house_no),
             COALESCE(NULLIF(v.address, ''), h.address), COALESCE(h.register_key, v.register_key))
             IS DISTINCT FROM (h.village_code, h.head_person_id, h.group_name, h.house_no, h.address, h.register_key)`,
        [households[0]?.county_code, json(households)]
      );

/** What the register says anew of somebody; empty texts and nulls leave what is there. */
export interface PersonRenewal {
  person_id: string;
  name: string;
  sex: string;
  birth_date: string | null;
  ethnic: string;
  hukou_nature: string;
  relation: string;
  household_id: string | null;
  group_name: string;
  residence_code: string;
  /** Hex, with \x in front. */
  register_digest: string;
  register_line: number;
  village_code: string | null;
  old_village_code: string;
  placed_by: string;
  placed_reason: string;
  placed_confidence: string;
}

/** Everyone of them is in the register from now on. */
export const renewPeople = (
  db: Db,
  county: string,
  people: readonly PersonRenewal[],
  { edition, runNo, at }: { edition: string; runNo: number; at: Date }
): Promise<number> =>
  people.length === 0
    ? Promise.resolve(0)
    : db.run(
        `UPDATE person p SET version = p.version + 1, updated_at = $3::timestamptz, origin = 'register', in_register = true,
           left_reason = '', register_run = $4::integer, register_line = v.register_line,
           register_digest = v.register_digest::bytea, name = v.name, sex = COALESCE(NULLIF(v.sex, '9'), p.sex),
           birth_date = COALESCE(v.birth_date, p.birth_date), ethnic = COALESCE(NULLIF(v.ethnic, ''), p.ethnic),
           hukou_nature = COALESCE(NULLIF(v.hukou_nature, ''), p.hukou_nature), relation = v.relation,
           household_id = COALESCE(v.household_id, p.household_id),
           residence_code = COALESCE(NULLIF(v.residence_code, ''), p.residence_code),
           village_code = COALESCE(v.village_code, p.village_code),
           village_edition = CASE WHEN v.village_code IS NULL THEN p.village_edition ELSE $5::date END,
           old_village_code = CASE WHEN v.village_code IS NULL THEN p.old_village_code ELSE v.old_village_code END,
           group_name = CASE WHEN v.village_code IS NULL THEN p.group_name ELSE v.group_name END,
           placed_by = CASE WHEN v.village_code IS NULL THEN p.placed_by ELSE v.placed_by END,
           placed_reason = CASE WHEN v.village_code IS NULL THEN p.placed_reason ELSE v.placed_reason END,
           placed_confidence = CASE WHEN v.village_code IS NULL THEN p.placed_confidence ELSE v.placed_confidence END
         FROM jsonb_to_recordset($2::jsonb) AS v (person_id text, name text, sex text, birth_date date, ethnic text,
           hukou_nature text, relation text, household_id text, group_name text, residence_code text,
           register_digest text, register_line integer, village_code text, old_village_code text, placed_by text,
           placed_reason text, placed_confidence text)
         WHERE p.county_code = $1::text AND p.person_id = v.person_id`,
        [county, json(people), at, runNo, edition]
      );

/** A number or a phone that the register brings to somebody who had none. */
export const sealOnto = (
  db: Db,
  county: string,
  personId: string,
  sealed: Readonly<Partial<Record<'id_cipher' | 'id_index' | 'phone_cipher' | 'phone_index', Buffer | null>>> &
    Readonly<Partial<Record<'id_type' | 'id_masked' | 'id_tail' | 'phone_masked', string>>>
): Promise<number> => {
  const entries = Object.entries(sealed);
  const sets = entries.map(
    ([column], place) => `${column} = $${place + 3}::${/cipher|index/.test(column) ? 'bytea' : 'text'}`
  );
  return db.run(`UPDATE person SET ${sets.join(', ')} WHERE county_code = $1::text AND person_id = $2::text`, [
    county,
    personId,
    ...entries.map(([, value]) => value),
  ]);
};

/** The live record of somebody who moved goes to the new village's list. */
export const moveRecords = (db: Db, county: string, personIds: readonly string[]): Promise<number> =>
  personIds.length === 0
    ? Promise.resolve(0)
    : db.run(
        `UPDATE record r SET village_code = p.village_code FROM person p
         WHERE r.county_code = $1::text AND r.form_id = 'personal' AND r.subject_id = ANY($2::text[])
           AND p.county_code = r.county_code AND p.person_id = r.subject_id`,
        [county, [...personIds]]
      );

/** Whoever has a village now waits no longer. */
export const closePlacements = (
  db: Db,
  county: string,
  personIds: readonly string[],
  by: string,
  at: Date
): Promise<number> =>
  personIds.length === 0
    ? Promise.resolve(0)
    : db.run(
        `UPDATE placement_case c SET state = 'settled', village_code = p.village_code, settled_by = $3::text, settled_at = $4::timestamptz
         FROM person p
         WHERE c.county_code = $1::text AND c.person_id = ANY($2::text[]) AND c.state = 'open'
           AND p.county_code = c.county_code AND p.person_id = c.person_id AND p.village_code IS NOT NULL`,
        [county, [...personIds], by, at]
      );

export const copy = <Row extends object>(
  db: Db,
  table: string,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[]
): Promise<number> =>
  rows.length === 0
    ? Promise.resolve(0)
    : db.copyIn(
        table,
        columns,
        rows.map((row) => columns.map((column) => row[column]))
      );
