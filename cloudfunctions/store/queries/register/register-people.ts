import type { Db } from '../../port';
import { type FactRow, factColumns } from '../counters';
import type { PersonFields } from '../people/people';

/** People as the office corrects them: read under lock, changed column by column, with what happened written down. */

export interface RegisterPersonRow extends FactRow, Omit<PersonFields, 'name_initials' | keyof FactRow> {
  hukou_nature: string;
  residence_code: string;
  merged_into: string | null;
  in_register: boolean;
  version: number;
}

const columns = `p.person_id, p.household_id, p.relation, p.name, p.name_key, p.sex, p.birth_date, p.ethnic, p.id_type,
  p.id_cipher, p.id_index, p.id_masked, p.id_tail, p.phone_cipher, p.phone_index, p.phone_masked, p.hukou_nature,
  p.village_edition, p.old_village_code, p.group_name, p.placed_by, p.placed_reason, p.placed_confidence,
  p.residence_code, p.merged_into, p.in_register, p.version, ${factColumns}`;

/** In one order, so that two who want the same pair wait for each other instead of locking each other out. */
export const lockPeople = (db: Db, county: string, personIds: readonly string[]): Promise<RegisterPersonRow[]> =>
  db.query<RegisterPersonRow>(
    `SELECT ${columns} FROM person p WHERE p.county_code = $1::text AND p.person_id = ANY($2::text[])
     ORDER BY p.person_id FOR UPDATE`,
    [county, [...personIds]]
  );

export const membersOf = (db: Db, county: string, householdId: string): Promise<RegisterPersonRow[]> =>
  db.query<RegisterPersonRow>(
    `SELECT ${columns} FROM person p
     WHERE p.county_code = $1::text AND p.household_id = $2::text AND p.merged_into IS NULL ORDER BY p.person_id FOR UPDATE`,
    [county, householdId]
  );

/** Where people stand, for the scope check; merged ones too, so that a merge can be looked up. */
export const placesOf = (
  db: Db,
  county: string,
  personIds: readonly string[]
): Promise<{ person_id: string; village_code: string | null; household_id: string | null }[]> =>
  db.query(
    `SELECT person_id, village_code, household_id FROM person
     WHERE county_code = $1::text AND person_id = ANY($2::text[]) ORDER BY person_id`,
    [county, [...personIds]]
  );

const types = {
  household_id: 'text',
  relation: 'text',
  name: 'text',
  sex: 'text',
  birth_date: 'date',
  ethnic: 'text',
  id_type: 'text',
  id_cipher: 'bytea',
  id_index: 'bytea',
  id_masked: 'text',
  id_tail: 'text',
  phone_cipher: 'bytea',
  phone_index: 'bytea',
  phone_masked: 'text',
  hukou_nature: 'text',
  village_code: 'text',
  village_edition: 'date',
  old_village_code: 'text',
  group_name: 'text',
  placed_by: 'text',
  placed_reason: 'text',
  placed_confidence: 'text',
  residence_code: 'text',
  population_class: 'text',
  collect_state: 'text',
  employment_state: 'text',
  record_mode: 'text',
  in_register: 'boolean',
  left_reason: 'text',
  merged_into: 'text',
} as const;

export type PersonColumn = keyof typeof types;
export type PersonChange = Partial<Record<PersonColumn, string | boolean | Buffer | null>>;

/** Errors: StoreConflict person_identity when the number is somebody's already. */
export const changePerson = (
  db: Db,
  county: string,
  personId: string,
  change: PersonChange,
  at: Date
): Promise<number> => {
  const entries = Object.entries(change) as [PersonColumn, unknown][];
  const sets = entries.map(([column], place) => `${column} = $${place + 4}::${types[column]}`);
  return db.run(
    `UPDATE person SET ${['version = version + 1', 'updated_at = $3::timestamptz', ...sets].join(', ')}
     WHERE county_code = $1::text AND person_id = $2::text`,
    [county, personId, at, ...entries.map(([, value]) => value)]
  );
};

export interface PersonEvent {
  eventId: string;
  personId: string;
  at: Date;
  act: string;
  byName: string;
  byPost: string;
  reason: string;
  changes: readonly string[];
}

export const recordEvent = (db: Db, county: string, event: PersonEvent): Promise<number> =>
  db.run(
    `INSERT INTO person_event (county_code, event_id, person_id, at, act, by_name, by_post, reason, changes)
     VALUES ($1::text, $2::text, $3::text, $4::timestamptz, $5::text, $6::text, $7::text, $8::text, $9::text[])`,
    [
      county,
      event.eventId,
      event.personId,
      event.at,
      event.act,
      event.byName,
      event.byPost,
      event.reason,
      [...event.changes],
    ]
  );

export interface EventRow {
  event_id: string;
  at: string;
  act: string;
  by_name: string;
  reason: string;
  changes: string[];
}

/** Newest first; what happened to somebody who was merged into him belongs to his history. */
export const eventsOf = (
  db: Db,
  county: string,
  personId: string,
  before: string | null,
  limit: number
): Promise<EventRow[]> =>
  db.query<EventRow>(
    `SELECT e.event_id, e.at, e.act, e.by_name, e.reason, e.changes FROM person_event e
     WHERE e.county_code = $1::text AND ($3::text IS NULL OR e.event_id < $3::text)
       AND e.person_id IN (SELECT $2::text UNION SELECT m.dropped_id FROM person_merge m
         WHERE m.county_code = $1::text AND m.kept_id = $2::text AND m.undone_at IS NULL)
     ORDER BY e.event_id DESC LIMIT $4::integer`,
    [county, personId, before, limit]
  );

/** The import that brought somebody, if one did. */
export const broughtBy = (
  db: Db,
  county: string,
  personId: string
): Promise<{ at: string; file_name: string; by_name: string } | undefined> =>
  db.one(
    `SELECT p.created_at AS at, r.file_name, r.started_name AS by_name FROM person p
     JOIN import_run r ON r.county_code = p.county_code AND p.created_at >= r.started_at
       AND (r.finished_at IS NULL OR p.created_at <= r.finished_at)
     WHERE p.county_code = $1::text AND p.person_id = $2::text AND p.register_digest IS NOT NULL
     ORDER BY r.run_no LIMIT 1`,
    [county, personId]
  );

export interface TemporaryRow {
  person_id: string;
  version: number;
  name: string;
  sex: string;
  birth_date: string | null;
  id_masked: string;
  village_code: string | null;
  head_name: string | null;
  why: string | null;
}

/** People without a usable number under a place, by id. */
export const temporaryPeople = (
  db: Db,
  county: string,
  place: string,
  after: string,
  limit: number
): Promise<TemporaryRow[]> =>
  db.query<TemporaryRow>(
    `SELECT p.person_id, p.version, p.name, p.sex, p.birth_date, p.id_masked, p.village_code, h.name AS head_name,
       (SELECT r.reason FROM import_row r WHERE r.county_code = p.county_code AND r.person_id = p.person_id
        ORDER BY r.run_id LIMIT 1) AS why
     FROM person p
     LEFT JOIN household o ON o.county_code = p.county_code AND o.household_id = p.household_id
     LEFT JOIN person h ON h.county_code = p.county_code AND h.person_id = o.head_person_id
     WHERE p.county_code = $1::text AND p.id_type = '2' AND p.merged_into IS NULL AND p.person_id > $3::text
       AND (p.village_code LIKE $2::text || '%' OR (p.village_code IS NULL AND $2::text = $1::text))
     ORDER BY p.person_id LIMIT $4::integer`,
    [county, place, after, limit]
  );
