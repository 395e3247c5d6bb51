import type { RegisterMapping } from '@/domain/register/fields';
import type { RowOutcome } from '@/domain/register/outcomes';
import type { Db } from '../../port';
import { json } from '../../values';

/** Runs of the register's import: one row a file. */

export type Phase = 'check' | 'rows' | 'leaving' | 'asking' | 'heads' | 'over';

export interface ImportRun {
  run_id: string;
  run_no: number;
  job_id: string;
  file_id: string;
  file_name: string;
  sheet: string;
  kind: 'first' | 'edition';
  edition_date: string;
  covers: string;
  division_edition: string | null;
  mapping: RegisterMapping;
  header_line: number;
  headers: string[];
  phase: Phase;
  outcome: 'open' | 'done' | 'cancelled' | 'failed';
  problem: string;
  total: number | null;
  carry: string;
  rows_read: number;
  blank: number;
  added: number;
  updated: number;
  unchanged: number;
  doubtful: number;
  refused: number;
  households: number;
  headless: number;
  unplaced: number;
  came: number;
  left_count: number;
  moved: number;
  died: number;
  leaving: number;
  swept_to: string;
  started_by: string;
  started_post: string;
  started_role: string;
  started_name: string;
  started_at: string;
  finished_at: string | null;
}

/** A run with the state of the job that carries it. */
export interface ImportRunLine extends ImportRun {
  job_state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelling' | 'cancelled' | null;
  job_problem: string;
  job_waits: boolean;
}

const line = `r.*, j.state AS job_state, COALESCE(j.problem, '') AS job_problem,
  COALESCE(j.not_before IS NOT NULL AND j.tries > 0, false) AS job_waits`;
const source = `import_run r LEFT JOIN job j ON j.county_code = r.county_code AND j.job_id = r.job_id`;

export const findRun = (db: Db, county: string, runId: string): Promise<ImportRunLine | undefined> =>
  db.one<ImportRunLine>(`SELECT ${line} FROM ${source} WHERE r.county_code = $1::text AND r.run_id = $2::text`, [
    county,
    runId,
  ]);

/** The run as a page of work sees it, locked against a second page. */
export const lockRun = (db: Db, county: string, runId: string): Promise<ImportRun | undefined> =>
  db.one<ImportRun>('SELECT * FROM import_run WHERE county_code = $1::text AND run_id = $2::text FOR UPDATE', [
    county,
    runId,
  ]);

export const openRun = (db: Db, county: string): Promise<ImportRunLine | undefined> =>
  db.one<ImportRunLine>(`SELECT ${line} FROM ${source} WHERE r.county_code = $1::text AND r.outcome = 'open'`, [
    county,
  ]);

/** Newest first. */
export const listRuns = (db: Db, county: string, before: string | null, limit: number): Promise<ImportRunLine[]> =>
  db.query<ImportRunLine>(
    `SELECT ${line} FROM ${source} WHERE r.county_code = $1::text AND ($2::text IS NULL OR r.run_id < $2::text)
     ORDER BY r.run_id DESC LIMIT $3::integer`,
    [county, before, limit]
  );

export type NewRun = Pick<
  ImportRun,
  | 'run_id'
  | 'job_id'
  | 'file_id'
  | 'file_name'
  | 'sheet'
  | 'kind'
  | 'edition_date'
  | 'covers'
  | 'division_edition'
  | 'mapping'
  | 'started_by'
  | 'started_post'
  | 'started_role'
  | 'started_name'
>;

/** Errors: StoreConflict import_run_one_open when another run is open. */
export async function insertRun(db: Db, county: string, run: NewRun, at: Date): Promise<void> {
  await db.run(
    `INSERT INTO import_run (county_code, run_id, run_no, job_id, file_id, file_name, sheet, kind, edition_date, covers,
       division_edition, mapping, started_by, started_post, started_role, started_name, started_at)
     SELECT $1::text, $2::text, COALESCE(max(run_no), 0) + 1, $3::text, $4::text, $5::text, $6::text, $7::text, $8::date,
       $9::text, $10::date, $11::jsonb, $12::text, $13::text, $14::text, $15::text, $16::timestamptz
     FROM import_run WHERE county_code = $1::text`,
    [
      county,
      run.run_id,
      run.job_id,
      run.file_id,
      run.file_name,
      run.sheet,
      run.kind,
      run.edition_date,
      run.covers,
      run.division_edition,
      json(run.mapping),
      run.started_by,
      run.started_post,
      run.started_role,
      run.started_name,
      at,
    ]
  );
}

/** What a page adds to the run. */
export type RunProgress = Partial<
  Record<
    | RowOutcome
    | 'total'
    | 'rows_read'
    | 'blank'
    | 'households'
    | 'headless'
    | 'unplaced'
    | 'came'
    | 'left_count'
    | 'moved'
    | 'died'
    | 'leaving',
    number
  >
>;

export interface RunMove {
  phase?: Phase;
  carry?: string;
  sweptTo?: string;
  outcome?: ImportRun['outcome'];
  problem?: string;
  finishedAt?: Date;
  header?: { line: number; headers: readonly string[] };
}

export async function advanceRun(
  db: Db,
  county: string,
  runId: string,
  add: RunProgress,
  move: RunMove
): Promise<void> {
  const values: unknown[] = [county, runId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const sets = Object.entries(add)
    .filter(([, by]) => by !== 0)
    .map(([column, by]) => `${column} = ${column} + ${place(by)}::integer`);
  if (move.phase !== undefined) sets.push(`phase = ${place(move.phase)}::text`);
  if (move.carry !== undefined) sets.push(`carry = ${place(move.carry)}::text`);
  if (move.sweptTo !== undefined) sets.push(`swept_to = ${place(move.sweptTo)}::text`);
  if (move.outcome !== undefined) sets.push(`outcome = ${place(move.outcome)}::text`);
  if (move.problem !== undefined) sets.push(`problem = ${place(move.problem)}::text`);
  if (move.header !== undefined) {
    const { line: headerLine, headers } = move.header;
    sets.push(`header_line = ${place(headerLine)}::integer`, `headers = ${place(json(headers))}::jsonb`, 'total = 0');
  }
  if (move.finishedAt !== undefined) sets.push(`finished_at = ${place(move.finishedAt)}::timestamptz`);
  if (sets.length === 0) return;
  await db.run(`UPDATE import_run SET ${sets.join(', ')} WHERE county_code = $1::text AND run_id = $2::text`, values);
}

export const setRunJob = (db: Db, county: string, runId: string, jobId: string, phase: Phase): Promise<number> =>
  db.run(
    `UPDATE import_run SET job_id = $3::text, phase = $4::text WHERE county_code = $1::text AND run_id = $2::text`,
    [county, runId, jobId, phase]
  );

/** The run before knew whom it saw; the next one starts with a clean page. */
export const clearSeen = (db: Db, county: string): Promise<number> =>
  db.run('DELETE FROM import_seen WHERE county_code = $1::text', [county]);

export const rememberedColumns = (
  db: Db,
  county: string,
  signature: string
): Promise<{ columns: unknown } | undefined> =>
  db.one<{ columns: unknown }>(
    'SELECT columns FROM import_mapping WHERE county_code = $1::text AND signature = $2::text',
    [county, signature]
  );

export const rememberColumns = (
  db: Db,
  county: string,
  signature: string,
  columns: unknown,
  at: Date
): Promise<number> =>
  db.run(
    `INSERT INTO import_mapping (county_code, signature, columns, used_at) VALUES ($1::text, $2::text, $3::jsonb, $4::timestamptz)
     ON CONFLICT (county_code, signature) DO UPDATE SET columns = EXCLUDED.columns, used_at = EXCLUDED.used_at`,
    [county, signature, json(columns), at]
  );
