import type { ExportPurposeName } from '@/domain/access';
import type { Db } from '../../port';

export type ExportState = 'asked' | 'refused' | 'cancelled' | 'making' | 'ready' | 'failed' | 'expired';

export interface ExportRow {
  export_id: string;
  purpose: ExportPurposeName;
  form_id: 'personal' | 'employer';
  division_code: string;
  filters: { states: string[]; classes: string[] };
  encoding: 'utf8' | 'gb18030';
  reason: string;
  state: ExportState;
  asked_account: string;
  asked_post: string;
  asked_name: string;
  asked_title: string;
  asked_at: string;
  decided_name: string;
  decided_at: string | null;
  answer: string;
  job_id: string | null;
  file_id: string | null;
  rows: number;
  expires_at: string | null;
  taken: number;
  /** The job's own words when it could not go on. */
  problem: string;
}

/** A job that failed leaves the request as it was; the reader sees the job's end. */
const columns = `e.export_id, e.purpose, e.form_id, e.division_code, e.filters, e.encoding, e.reason,
  CASE WHEN e.state = 'making' AND j.state IN ('failed', 'cancelled') THEN 'failed' ELSE e.state END AS state,
  e.asked_account, e.asked_post, e.asked_name, e.asked_title, e.asked_at, e.decided_name, e.decided_at, e.answer,
  e.job_id, e.file_id, CASE WHEN e.state = 'making' THEN COALESCE(j.done, 0)::int ELSE e.rows END AS rows, e.expires_at,
  e.taken, COALESCE(j.problem, '') AS problem`;
const source = 'export_request e LEFT JOIN job j ON j.county_code = e.county_code AND j.job_id = e.job_id';

export const addExport = (
  db: Db,
  county: string,
  asked: Pick<ExportRow, 'purpose' | 'filters' | 'encoding' | 'reason'> & {
    exportId: string;
    formId: string;
    divisionCode: string;
    accountId: string;
    postId: string;
    name: string;
    title: string;
    now: Date;
  }
): Promise<number> =>
  db.run(
    `INSERT INTO export_request (county_code, export_id, purpose, form_id, division_code, filters, encoding, reason,
       asked_account, asked_post, asked_name, asked_title, asked_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::jsonb, $7::text, $8::text, $9::text, $10::text,
       $11::text, $12::text, $13::timestamptz)`,
    [
      county,
      asked.exportId,
      asked.purpose,
      asked.formId,
      asked.divisionCode,
      asked.filters,
      asked.encoding,
      asked.reason,
      asked.accountId,
      asked.postId,
      asked.name,
      asked.title,
      asked.now,
    ]
  );

export const findExport = (db: Db, county: string, exportId: string, lock: boolean): Promise<ExportRow | undefined> =>
  db.one<ExportRow>(
    `SELECT ${columns} FROM ${source} WHERE e.county_code = $1::text AND e.export_id = $2::text
     ${lock ? 'FOR UPDATE OF e' : ''}`,
    [county, exportId]
  );

/** Newest first; ids begin with the time they were made. */
export const listExports = (
  db: Db,
  county: string,
  wanted: { account: string | null; place: string; state: string | null; before: string | null; limit: number }
): Promise<ExportRow[]> =>
  db.query<ExportRow>(
    `SELECT * FROM (SELECT ${columns} FROM ${source}
       WHERE e.county_code = $1::text AND ($2::text IS NULL OR e.asked_account = $2::text)
         AND e.division_code LIKE $3::text || '%' AND ($4::text IS NULL OR e.export_id < $4::text)) e
     WHERE ($5::text IS NULL OR e.state = $5::text) ORDER BY e.export_id DESC LIMIT $6::int`,
    [county, wanted.account, wanted.place, wanted.before, wanted.state, wanted.limit]
  );

export const decideExport = (
  db: Db,
  county: string,
  decided: {
    exportId: string;
    state: 'making' | 'refused';
    account: string;
    name: string;
    answer: string;
    jobId: string | null;
    now: Date;
  }
): Promise<number> =>
  db.run(
    `UPDATE export_request SET state = $3::text, decided_account = $4::text, decided_name = $5::text,
       answer = $6::text, job_id = $7::text, decided_at = $8::timestamptz
     WHERE county_code = $1::text AND export_id = $2::text`,
    [county, decided.exportId, decided.state, decided.account, decided.name, decided.answer, decided.jobId, decided.now]
  );

export const endExport = (db: Db, county: string, exportId: string, state: 'cancelled' | 'expired'): Promise<number> =>
  db.run(
    `UPDATE export_request SET state = $3::text, file_id = NULL WHERE county_code = $1::text AND export_id = $2::text`,
    [county, exportId, state]
  );

/** The file is there, unless the request was cancelled meanwhile: then nobody wants it. */
export const readyExport = async (
  db: Db,
  county: string,
  ready: { exportId: string; fileId: string; rows: number; expiresAt: Date }
): Promise<boolean> =>
  (await db.run(
    `UPDATE export_request SET state = 'ready', file_id = $3::text, rows = $4::int, expires_at = $5::timestamptz
     WHERE county_code = $1::text AND export_id = $2::text AND state = 'making'`,
    [county, ready.exportId, ready.fileId, ready.rows, ready.expiresAt]
  )) === 1;

export const countTake = (db: Db, county: string, exportId: string): Promise<number> =>
  db.run('UPDATE export_request SET taken = taken + 1 WHERE county_code = $1::text AND export_id = $2::text', [
    county,
    exportId,
  ]);

/** Files whose time is over. */
export const expiredExports = (
  db: Db,
  county: string,
  now: Date
): Promise<{ export_id: string; file_id: string | null }[]> =>
  db.query(
    `SELECT export_id, file_id FROM export_request
     WHERE county_code = $1::text AND state = 'ready' AND expires_at <= $2::timestamptz LIMIT 100`,
    [county, now]
  );

/** 县就业局 经办: organisation and title of a post; '' for none. */
export async function titleOfPost(db: Db, county: string, postId: string): Promise<string> {
  const row = await db.one<{ title: string }>(
    `SELECT concat_ws(' ', NULLIF(organisation, ''), NULLIF(title, '')) AS title FROM post
     WHERE county_code = $1::text AND post_id = $2::text`,
    [county, postId]
  );
  return row?.title ?? '';
}
