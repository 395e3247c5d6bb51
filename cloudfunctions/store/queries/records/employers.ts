import type { Db } from '../../port';

export interface EmployerLine {
  employer_id: string;
  name: string;
  uscc: string | null;
  staff_total: number | null;
  version: number;
  updated_at: string;
}

export const employersOf = (
  db: Db,
  county: string,
  village: string,
  after: string,
  rows: number
): Promise<EmployerLine[]> =>
  db.query<EmployerLine>(
    `SELECT employer_id, name, uscc, staff_total, version, updated_at FROM employer
     WHERE county_code = $1 AND village_code = $2 AND employer_id > $3 ORDER BY employer_id LIMIT $4`,
    [county, village, after, rows]
  );

export interface EmployerRow {
  employer_id: string;
  name: string;
  uscc: string | null;
  village_code: string;
  record_id: string | null;
  version: number | null;
  form_version: number | null;
  answers: Record<string, unknown> | null;
  reasons: Record<string, string> | null;
  sealed: Buffer | null;
  receipt_no: string | null;
  author_name: string | null;
  updated_at: string | null;
}

/** An employer with its live record, by id or by credit code. */
export const findEmployer = (
  db: Db,
  county: string,
  by: { employerId: string } | { uscc: string }
): Promise<EmployerRow | undefined> =>
  db.one<EmployerRow>(
    `SELECT e.employer_id, e.name, e.uscc, e.village_code, r.record_id, r.version, v.form_version, v.answers, v.reasons,
       v.sealed, r.receipt_no, v.author_name, r.updated_at
     FROM employer e
     LEFT JOIN record r ON r.county_code = e.county_code AND r.form_id = 'employer' AND r.subject_id = e.employer_id
     LEFT JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
     WHERE e.county_code = $1 AND e.${'employerId' in by ? 'employer_id' : 'uscc'} = $2`,
    [county, 'employerId' in by ? by.employerId : by.uscc]
  );

export interface NewEmployer {
  employerId: string;
  name: string;
  nameKey: string;
  uscc: string | null;
  village: string;
  staffTotal: number | null;
  at: Date;
}

/** Errors: StoreConflict employer_uscc when two register the same code at once. */
export const saveEmployer = (db: Db, county: string, one: NewEmployer): Promise<number> =>
  db.run(
    `INSERT INTO employer AS e (county_code, employer_id, name, name_key, uscc, village_code, staff_total, created_at,
       updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     ON CONFLICT (county_code, employer_id) DO UPDATE SET name = EXCLUDED.name, name_key = EXCLUDED.name_key,
       uscc = EXCLUDED.uscc, village_code = EXCLUDED.village_code, staff_total = EXCLUDED.staff_total,
       version = e.version + 1, updated_at = EXCLUDED.updated_at`,
    [county, one.employerId, one.name, one.nameKey, one.uscc, one.village, one.staffTotal, one.at]
  );

export interface EarlierSubmission {
  account: string;
  subject: string;
  record: string | null;
  version: number;
  receipt: string;
  at: string;
  /** Kept beside the record, and as what; null for one that became a version. */
  kept: 'conflict' | 'lease' | null;
}

export const findSubmission = (db: Db, county: string, submissionId: string): Promise<EarlierSubmission | undefined> =>
  db.one<EarlierSubmission>(
    `SELECT v.author_account AS account, r.subject_id AS subject, v.record_id AS record, v.version,
       v.receipt_no AS receipt, v.received_at AS at, NULL::text AS kept
     FROM record_version v JOIN record r ON r.county_code = v.county_code AND r.record_id = v.record_id
     WHERE v.county_code = $1 AND v.submission_id = $2
     UNION ALL
     SELECT k.author_account, k.subject_id, k.record_id, k.live_version, k.receipt_no, k.received_at, k.kind
     FROM comparison k WHERE k.county_code = $1 AND k.submission_id = $2 LIMIT 1`,
    [county, submissionId]
  );
