import type { Db } from '../../port';

export interface JobRow {
  jobId: string;
  kind: string;
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelling' | 'cancelled';
  place: string;
  done: number;
  total: number | null;
  result: Record<string, unknown>;
  problem: string;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
}

const columns = `j.job_id AS "jobId", j.kind, j.title, j.state, j.place, j.done, j.total, j.result, j.problem,
  COALESCE(a.name, '系统') AS "createdBy", j.created_at AS "createdAt", j.updated_at AS "updatedAt"`;
const source = 'job j LEFT JOIN account a ON a.county_code = j.county_code AND a.account_id = j.created_by';

/** Newest first; ids begin with the time they were made. */
export const listJobs = (
  db: Db,
  countyCode: string,
  filter: { place: string; kind: string | null; before: string | null; limit: number }
): Promise<JobRow[]> =>
  db.query<JobRow>(
    `SELECT ${columns} FROM ${source}
     WHERE j.county_code = $1::text AND j.place LIKE $2::text || '%' AND ($3::text IS NULL OR j.kind = $3::text)
       AND ($4::text IS NULL OR j.job_id < $4::text)
     ORDER BY j.job_id DESC LIMIT $5::integer`,
    [countyCode, filter.place, filter.kind, filter.before, filter.limit]
  );

export const findJob = (db: Db, countyCode: string, jobId: string): Promise<JobRow | undefined> =>
  db.one<JobRow>(`SELECT ${columns} FROM ${source} WHERE j.county_code = $1::text AND j.job_id = $2::text`, [
    countyCode,
    jobId,
  ]);

/** A waiting job ends at once; a running one after the page in hand. Answers false when it had ended already. */
export const cancelJob = async (db: Db, countyCode: string, jobId: string, now: Date): Promise<boolean> =>
  (await db.run(
    `UPDATE job SET state = 'cancelling', not_before = NULL, updated_at = $3::timestamptz
     WHERE county_code = $1::text AND job_id = $2::text AND state IN ('waiting', 'running', 'cancelling')`,
    [countyCode, jobId, now]
  )) === 1;

/** Back into the row of waiting jobs, at its old cursor. Answers false when it is not one that stopped early. */
export const reopenJob = async (db: Db, countyCode: string, jobId: string, now: Date): Promise<boolean> =>
  (await db.run(
    `UPDATE job SET state = 'waiting', problem = '', tries = 0, lease = '', leased_until = NULL, not_before = NULL,
       updated_at = $3::timestamptz
     WHERE county_code = $1::text AND job_id = $2::text AND state IN ('failed', 'cancelled')`,
    [countyCode, jobId, now]
  )) === 1;

/** A job that waits after a stumble goes on at once. Answers false when it is not waiting for that. */
export const hurryJob = async (db: Db, countyCode: string, jobId: string, now: Date): Promise<boolean> =>
  (await db.run(
    `UPDATE job SET not_before = NULL, tries = 0, updated_at = $3::timestamptz
     WHERE county_code = $1::text AND job_id = $2::text AND state IN ('waiting', 'running') AND not_before IS NOT NULL`,
    [countyCode, jobId, now]
  )) === 1;

export const findOpenJob = async (db: Db, countyCode: string, kind: string): Promise<string | undefined> =>
  (
    await db.one<{ job_id: string }>(
      `SELECT job_id FROM job WHERE county_code = $1::text AND kind = $2::text AND state IN ('waiting', 'running', 'cancelling')`,
      [countyCode, kind]
    )
  )?.job_id;
