import type { Db } from '../../port';

/** Versions of records, read back. */

export interface VersionRow {
  record_id: string;
  version: number;
  base_version: number;
  form_version: number;
  answers: Record<string, unknown>;
  reasons: Record<string, string>;
  sealed: Buffer;
  mode: string;
  author_name: string;
  author_role: string;
  receipt_no: string;
  collected_at: string;
  received_at: string;
}

const columns = `v.record_id, v.version, v.base_version, v.form_version, v.answers, v.reasons, v.sealed, v.mode,
  v.author_name, v.author_role, v.receipt_no, v.collected_at, v.received_at`;

/** Every version of the record of a person or employer, newest first. */
export const versionsOf = (db: Db, county: string, formId: string, subjectId: string): Promise<VersionRow[]> =>
  db.query<VersionRow>(
    `SELECT ${columns} FROM record r
     JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id
     WHERE r.county_code = $1 AND r.form_id = $2 AND r.subject_id = $3 ORDER BY v.version DESC LIMIT 200`,
    [county, formId, subjectId]
  );

/** One version of a record; the live one when none is named. */
export const versionOf = (
  db: Db,
  county: string,
  subject: { formId: string; subjectId: string; version: number | undefined }
): Promise<VersionRow | undefined> =>
  db.one<VersionRow>(
    `SELECT ${columns} FROM record r
     JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id
       AND v.version = COALESCE($4::int, r.version)
     WHERE r.county_code = $1 AND r.form_id = $2 AND r.subject_id = $3`,
    [county, subject.formId, subject.subjectId, subject.version]
  );

export interface SubmittedRow {
  submission_id: string;
  receipt_no: string;
  record_id: string;
  subject_id: string;
  form_id: string;
  name: string;
  version: number;
  state: string;
  received_at: string;
}

/** What an account sent, newest first. */
export const submittedBy = (
  db: Db,
  county: string,
  accountId: string,
  after: { at: string; id: string } | null,
  rows: number
): Promise<SubmittedRow[]> =>
  db.query<SubmittedRow>(
    `SELECT v.submission_id, v.receipt_no, v.record_id, r.subject_id, r.form_id, r.state, v.version, v.received_at,
       COALESCE(p.name, e.name, '') AS name
     FROM record_version v
     JOIN record r ON r.county_code = v.county_code AND r.record_id = v.record_id
     LEFT JOIN person p ON p.county_code = r.county_code AND r.form_id = 'personal' AND p.person_id = r.subject_id
     LEFT JOIN employer e ON e.county_code = r.county_code AND r.form_id = 'employer' AND e.employer_id = r.subject_id
     WHERE v.county_code = $1 AND v.author_account = $2
       AND ($3::timestamptz IS NULL OR (v.received_at, v.submission_id) < ($3::timestamptz, $4::text))
     ORDER BY v.received_at DESC, v.submission_id DESC LIMIT $5`,
    [county, accountId, after?.at ?? null, after?.id ?? null, rows]
  );
