import type { Db } from '../../port';
import { type PersonRow, personColumns } from '../people/people';

/** All that opening or sending a personal form must know of the store, in one statement. */
export interface SubjectRow extends PersonRow {
  id_cipher: Buffer | null;
  phone_cipher: Buffer | null;
  old_village_code: string;
  household_no: string | null;
  address: string | null;
  head_id: string | null;
  head_name: string | null;
  head_cipher: Buffer | null;
  record_id: string | null;
  record_version: number | null;
  record_state: string | null;
  receipt_no: string | null;
  record_mode: string;
  form_version: number | null;
  answers: Record<string, unknown> | null;
  reasons: Record<string, string> | null;
  sealed: Buffer | null;
  author_name: string | null;
  record_at: string | null;
  /** Relation by which this account answers for the person; null when it does not. */
  relation_to_account: string | null;
  /** Agreed to by this account in the version asked for. */
  consented: boolean;
  /** The other members of the household. */
  members: { relation: string; sex: string; birthDate: string | null }[] | null;
}

const subjectColumns = (consent: string): string => `${personColumns}, p.id_cipher, p.phone_cipher, p.old_village_code,
  h.household_no, h.address, d.person_id AS head_id, d.name AS head_name, d.id_cipher AS head_cipher,
  r.record_id, r.version AS record_version, r.state AS record_state, r.receipt_no,
  v.form_version, v.answers, v.reasons, v.sealed, v.author_name, r.updated_at AS record_at,
  b.relation AS relation_to_account,
  EXISTS (SELECT 1 FROM consent c
    WHERE c.county_code = p.county_code AND c.account_id = caller.account_id AND c.version = ${consent}::text) AS consented,
  (SELECT jsonb_agg(jsonb_build_object('relation', m.relation, 'sex', m.sex, 'birthDate', m.birth_date)) FROM person m
    WHERE m.county_code = p.county_code AND m.household_id = p.household_id AND m.person_id <> p.person_id
      AND m.merged_into IS NULL AND m.in_register) AS members`;

const subjectTables = `person p
  LEFT JOIN household h ON h.county_code = p.county_code AND h.household_id = p.household_id
  LEFT JOIN person d ON d.county_code = h.county_code AND d.person_id = h.head_person_id
  LEFT JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
  LEFT JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
  LEFT JOIN account_person b ON b.county_code = p.county_code AND b.account_id = caller.account_id
    AND b.person_id = p.person_id AND b.ended_at IS NULL`;

export interface SubjectKey {
  personId: string;
  consentVersion: string;
}

type Add = (value: unknown) => string;

const subjectWhere = (personId: string, add: Add): string =>
  `p.county_code = caller.county_code AND p.person_id = ${add(personId)}::text AND p.merged_into IS NULL`;

/** Whoever is asked by somebody who is known already. */
export interface Asker {
  county: string;
  accountId: string;
}

/** Runs a query over `caller` for an account that has been read before. */
function asCaller<R extends object>(db: Db, asker: Asker, query: (add: Add) => string): Promise<R | undefined> {
  const values: unknown[] = [asker.county, asker.accountId];
  const text = query((value) => `$${values.push(value)}`);
  const caller = 'SELECT $1::text AS county_code, $2::text AS account_id';
  return db.one<R>(`SELECT one.* FROM (${caller}) caller CROSS JOIN LATERAL (${text}) one`, values);
}

export const subjectOf = (db: Db, asker: Asker, key: SubjectKey): Promise<SubjectRow | undefined> =>
  asCaller<SubjectRow>(
    db,
    asker,
    (add) =>
      `SELECT ${subjectColumns(add(key.consentVersion))} FROM ${subjectTables} WHERE ${subjectWhere(key.personId, add)}`
  );

/** The same with what the submission itself brings up. */
export interface SubmissionRow extends SubjectRow {
  /** What was stored under this submissionId before, as a version or beside the record. */
  first: {
    account: string;
    subject: string;
    record: string | null;
    version: number;
    receipt: string;
    at: string;
    kept: 'conflict' | 'lease' | null;
  } | null;
  /** Another person of the register with the number that was sent, and where he is. */
  id_owner: string | null;
  id_owner_village: string | null;
  phone_households: number;
  phone_of_staff: boolean;
  /** The unit that was named by its credit code. */
  unit_known: boolean;
  unit_total: number | null;
  /** A reminder of his has not been answered yet. */
  reminded: boolean;
}

export interface SubmissionKey extends SubjectKey {
  submissionId: string;
  /** Blind indexes of the number and phone that were sent; empty when they stay as they are. */
  idIndexes: readonly Buffer[];
  phoneIndexes: readonly Buffer[];
  unitCode: string;
}

export const submissionOf = (db: Db, asker: Asker, key: SubmissionKey): Promise<SubmissionRow | undefined> =>
  asCaller<SubmissionRow>(db, asker, (add) => submissionQuery(key, add));

/**
 * A query over `caller`. Parts that few submissions need are left out of it: what remains costs the same for everyone,
 * so that the server keeps one plan for it.
 */
export function submissionQuery(key: SubmissionKey, add: Add): string {
  const owner = key.idIndexes.length === 0 ? noOwner : ownerOf(key.idIndexes, add);
  const phone = key.phoneIndexes.length === 0 ? noPhone : phoneOf(key.phoneIndexes, add);
  const unit = key.unitCode === '' ? noUnit : unitOf(key.unitCode, add);
  return `SELECT ${subjectColumns(add(key.consentVersion))},
       ${firstOf(add(key.submissionId))} AS first,
       ${owner.columns}, ${phone}, ${unit.columns},
       EXISTS (SELECT 1 FROM reminder m WHERE m.county_code = p.county_code AND m.person_id = p.person_id
         AND m.answered_at IS NULL) AS reminded
     FROM ${subjectTables} ${owner.join} ${unit.join} WHERE ${subjectWhere(key.personId, add)}`;
}

/** Both look-ups go by a unique index; one of them finds nothing for all but the repeated and the late. */
const firstOf = (submissionId: string): string =>
  `COALESCE((SELECT jsonb_build_object('account', s.author_account, 'subject', t.subject_id, 'record', s.record_id,
           'version', s.version, 'receipt', s.receipt_no, 'at', s.received_at, 'kept', NULL)
         FROM record_version s JOIN record t ON t.county_code = s.county_code AND t.record_id = s.record_id
         WHERE s.county_code = p.county_code AND s.submission_id = ${submissionId}::text),
       (SELECT jsonb_build_object('account', k.author_account, 'subject', k.subject_id, 'record', k.record_id,
           'version', k.live_version, 'receipt', k.receipt_no, 'at', k.received_at, 'kept', k.kind)
         FROM comparison k
         WHERE k.county_code = p.county_code AND k.submission_id = ${submissionId}::text))`;

const noOwner = { columns: 'NULL AS id_owner, NULL AS id_owner_village', join: '' };
const ownerOf = (indexes: readonly Buffer[], add: Add) => ({
  columns: 'o.person_id AS id_owner, o.village_code AS id_owner_village',
  join: `LEFT JOIN person o ON o.county_code = p.county_code AND o.id_index = ANY(${add([...indexes])}::bytea[])
     AND o.merged_into IS NULL AND o.person_id <> p.person_id`,
});

const noPhone = '0 AS phone_households, false AS phone_of_staff';
function phoneOf(indexes: readonly Buffer[], add: Add): string {
  const wanted = `ANY(${add([...indexes])}::bytea[])`;
  return `(SELECT count(DISTINCT q.household_id) FROM person q
         WHERE q.county_code = p.county_code AND q.phone_index = ${wanted} AND q.merged_into IS NULL
           AND q.household_id IS DISTINCT FROM p.household_id)::int AS phone_households,
       EXISTS (SELECT 1 FROM account a JOIN post t ON t.county_code = a.county_code AND t.account_id = a.account_id
         WHERE a.county_code = p.county_code AND a.phone_index = ${wanted}) AS phone_of_staff`;
}

const noUnit = { columns: 'false AS unit_known, NULL::int AS unit_total', join: '' };
const unitOf = (code: string, add: Add) => ({
  columns: 'e.employer_id IS NOT NULL AS unit_known, e.staff_total AS unit_total',
  join: `LEFT JOIN employer e ON e.county_code = p.county_code AND e.uscc = ${add(code)}::text`,
});
