import type { Db } from '../../port';
import { type FactRow, factColumns } from '../counters';

/** Single people: found, added, changed. */

export interface PersonRow extends FactRow {
  person_id: string;
  household_id: string | null;
  relation: string;
  name: string;
  name_key: string;
  sex: string;
  birth_date: string | null;
  ethnic: string;
  id_type: string;
  id_masked: string;
  phone_masked: string;
  hukou_nature: string;
  village_edition: string;
  group_name: string;
  placed_by: string;
  placed_reason: string;
  placed_confidence: string;
  residence_code: string;
  attempts: number;
  version: number;
}

export const personColumns = `p.person_id, p.household_id, p.relation, p.name, p.name_key, p.sex, p.birth_date, p.ethnic, p.id_type,
  p.id_masked, p.phone_masked, p.hukou_nature, p.village_edition, p.group_name, p.placed_by, p.placed_reason,
  p.placed_confidence, p.residence_code, p.attempts, p.version, ${factColumns}`;

/** The living row of a person; a merged one answers with the row it became. */
export const findPerson = (db: Db, county: string, personId: string): Promise<PersonRow | undefined> =>
  db.one<PersonRow>(
    `SELECT ${personColumns} FROM person p WHERE p.county_code = $1 AND p.person_id = $2 AND p.merged_into IS NULL`,
    [county, personId]
  );

/** Who has this identity number, under any of the index keys in use; for somebody merged away the one he became. */
export const findByIdIndex = async (
  db: Db,
  county: string,
  indexes: readonly Buffer[]
): Promise<PersonRow | undefined> =>
  (await db.one<PersonRow>(
    `SELECT ${personColumns} FROM person p
     WHERE p.county_code = $1 AND p.id_index = ANY($2::bytea[]) AND p.merged_into IS NULL`,
    [county, [...indexes]]
  )) ??
  db.one<PersonRow>(
    `WITH RECURSIVE ${becameOf('$1', '$2')} SELECT ${personColumns} FROM person p
     WHERE p.county_code = $1 AND p.person_id IN (SELECT person_id FROM became) AND p.merged_into IS NULL LIMIT 1`,
    [county, [...indexes]]
  );

/** Whom people with these numbers were merged into, and those again. */
export const becameOf = (county: string, indexes: string): string => `became AS (
  SELECT m.merged_into AS person_id FROM person m
    WHERE m.county_code = ${county}::text AND m.merged_into IS NOT NULL AND m.id_index = ANY(${indexes}::bytea[])
  UNION SELECT n.merged_into FROM became b JOIN person n ON n.county_code = ${county}::text AND n.person_id = b.person_id
    WHERE n.merged_into IS NOT NULL)`;

export interface PersonPlace {
  village_code: string | null;
  group_name: string;
  old_village_code: string;
}

/** Where a person stands, for the scope check. */
export const placeOfPerson = (db: Db, county: string, personId: string): Promise<PersonPlace | undefined> =>
  db.one<PersonPlace>(
    `SELECT village_code, group_name, old_village_code FROM person
     WHERE county_code = $1 AND person_id = $2 AND merged_into IS NULL`,
    [county, personId]
  );

/** What every row says of a person, however he came: declared, met at the door, or of the register. */
export interface PersonFields {
  person_id: string;
  household_id: string | null;
  relation: string;
  name: string;
  name_key: string;
  name_initials: string;
  sex: string;
  birth_date: string | null;
  ethnic: string;
  id_type: string;
  id_cipher: Buffer | null;
  id_index: Buffer | null;
  id_masked: string;
  id_tail: string;
  phone_cipher: Buffer | null;
  phone_index: Buffer | null;
  phone_masked: string;
  village_code: string | null;
  village_edition: string;
  old_village_code: string;
  group_name: string;
  placed_by: string;
  placed_reason: string;
  placed_confidence: string;
}

export interface NewPerson extends PersonFields {
  origin: 'added' | 'declared';
}

export const newPersonColumns = [
  'person_id',
  'household_id',
  'relation',
  'name',
  'name_key',
  'name_initials',
  'sex',
  'birth_date',
  'ethnic',
  'id_type',
  'id_cipher',
  'id_index',
  'id_masked',
  'id_tail',
  'phone_cipher',
  'phone_index',
  'phone_masked',
  'village_code',
  'village_edition',
  'old_village_code',
  'group_name',
  'placed_by',
  'placed_reason',
  'placed_confidence',
] as const satisfies readonly (keyof PersonFields)[];

const addedColumns = [...newPersonColumns, 'origin'] as const;

/** Errors: StoreConflict person_identity when the number is somebody's already. */
export const insertPerson = (db: Db, county: string, person: NewPerson, at: Date): Promise<number> =>
  db.run(
    `INSERT INTO person (county_code, created_at, updated_at, ${addedColumns.join(', ')})
     VALUES ($1, $2, $2, ${addedColumns.map((_, place) => `$${place + 3}`).join(', ')})`,
    [county, at, ...addedColumns.map((column) => person[column])]
  );

/** Someone of the same name and birth date in the same village, who may be the same person without a number. */
export const findNamesake = (
  db: Db,
  county: string,
  person: { name_key: string; birth_date: string | null; village_code: string | null; person_id: string }
): Promise<{ person_id: string } | undefined> =>
  db.one<{ person_id: string }>(
    `SELECT person_id FROM person
     WHERE county_code = $1 AND name_key COLLATE "C" = $2 AND birth_date = $3::date
       AND village_code IS NOT DISTINCT FROM $4::text AND person_id <> $5 AND merged_into IS NULL
     ORDER BY person_id LIMIT 1`,
    [county, person.name_key, person.birth_date, person.village_code, person.person_id]
  );

/** Puts a person into a village; whoever calls it moves the counters too. */
export const moveToVillage = (
  db: Db,
  county: string,
  move: { personId: string; village: string; edition: string; by: string; reason: string; confidence: string; at: Date }
): Promise<number> =>
  db.run(
    `WITH record_rows AS (UPDATE record SET village_code = $3
       WHERE county_code = $1 AND form_id = 'personal' AND subject_id = $2)
     UPDATE person SET village_code = $3, village_edition = $4, placed_by = $5, placed_reason = $6,
       placed_confidence = $7, version = version + 1, updated_at = $8
     WHERE county_code = $1 AND person_id = $2`,
    [county, move.personId, move.village, move.edition, move.by, move.reason, move.confidence, move.at]
  );

/** The row, held until the transaction ends, so that the counters are moved from what it really was. */
export const lockPerson = (db: Db, county: string, personId: string): Promise<PersonRow | undefined> =>
  db.one<PersonRow>(
    `SELECT ${personColumns} FROM person p WHERE p.county_code = $1 AND p.person_id = $2 AND p.merged_into IS NULL FOR UPDATE`,
    [county, personId]
  );

/** Many rows, held in one order until the transaction ends. */
export const lockPeople = (db: Db, county: string, personIds: readonly string[]): Promise<PersonRow[]> =>
  db.query<PersonRow>(
    `SELECT ${personColumns} FROM person p
     WHERE p.county_code = $1 AND p.person_id = ANY($2::text[]) AND p.merged_into IS NULL
     ORDER BY p.person_id FOR UPDATE`,
    [county, [...personIds]]
  );

/** The caller moves the counters. */
export const setCollectStates = (
  db: Db,
  county: string,
  changed: { personIds: readonly string[]; state: string; now: Date }
): Promise<number> =>
  db.run(
    `UPDATE person SET collect_state = $3, version = version + 1, updated_at = $4
     WHERE county_code = $1 AND person_id = ANY($2::text[])`,
    [county, [...changed.personIds], changed.state, changed.now]
  );
