import type { Services } from '../runtime/services';
import type { Db } from '../store/port';
import { json } from '../store/values';
import type { Turn } from './kind';

/** A job that a runner holds: its lease token must still be in the row when a page is stored. */
export interface HeldJob {
  countyCode: string;
  jobId: string;
  kind: string;
  state: 'running' | 'cancelling';
  createdBy: string;
  input: unknown;
  cursor: unknown;
  result: Record<string, unknown>;
  done: number;
  tries: number;
  lease: string;
}

const columns = `county_code AS "countyCode", job_id AS "jobId", kind, state, created_by AS "createdBy", input, cursor,
  result, done, tries, lease`;

const secondsAfter = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/**
 * The open job that waited longest and that nobody holds; undefined when there is none.
 * A lease that ran out without being given back was a runner that died: it counts as a try.
 */
export function claim(
  { store, clock, county }: Services,
  kinds: readonly string[],
  token: string,
  seconds: number
): Promise<HeldJob | undefined> {
  const now = clock.now();
  return store.transaction((db) =>
    db.one<HeldJob>(
      `UPDATE job SET state = CASE WHEN state = 'cancelling' THEN state ELSE 'running' END,
         tries = tries + CASE WHEN lease = '' THEN 0 ELSE 1 END, lease = $3::text, leased_until = $4::timestamptz, updated_at = $5::timestamptz
       WHERE county_code = $1::text AND job_id = (
         SELECT job_id FROM job
         WHERE county_code = $1::text AND kind = ANY($2::text[]) AND state IN ('waiting', 'running', 'cancelling')
           AND (leased_until IS NULL OR leased_until <= $5::timestamptz)
           AND (not_before IS NULL OR not_before <= $5::timestamptz)
         ORDER BY updated_at, job_id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING ${columns}`,
      [county.countyCode, [...kinds], token, secondsAfter(now, seconds), now]
    )
  );
}

/** The job as it is now, if the lease is still ours; locked until the page is stored when asked. */
export const reread = (db: Db, job: HeldJob, lock: boolean): Promise<HeldJob | undefined> =>
  db.one<HeldJob>(
    `SELECT ${columns} FROM job
     WHERE county_code = $1::text AND job_id = $2::text AND lease = $3::text AND state IN ('running', 'cancelling')
     ${lock ? 'FOR UPDATE' : ''}`,
    [job.countyCode, job.jobId, job.lease]
  );

export async function saveTurn(db: Db, job: HeldJob, turn: Turn<unknown>, now: Date, seconds: number): Promise<void> {
  await db.run(
    `UPDATE job SET cursor = $3::jsonb, done = done + $4::bigint, total = COALESCE($5::bigint, total),
       result = COALESCE($6::jsonb, result), state = CASE WHEN $7::boolean THEN 'done' ELSE state END,
       lease = CASE WHEN $7::boolean THEN '' ELSE lease END, leased_until = $8::timestamptz, tries = 0,
       not_before = NULL, updated_at = $9::timestamptz
     WHERE county_code = $1::text AND job_id = $2::text`,
    [
      job.countyCode,
      job.jobId,
      json(turn.cursor),
      turn.done,
      turn.total ?? null,
      turn.result === undefined ? null : json(turn.result),
      turn.finished,
      turn.finished ? null : secondsAfter(now, seconds),
      now,
    ]
  );
}

/** Whoever holds the job is still at work on its page. Nothing happens when it is another's by now. */
export const renewLease = ({ store, clock }: Services, job: HeldJob, seconds: number): Promise<number> =>
  store.read((db) =>
    db.run(
      `UPDATE job SET leased_until = $4::timestamptz
       WHERE county_code = $1::text AND job_id = $2::text AND lease = $3::text AND state IN ('running', 'cancelling')`,
      [job.countyCode, job.jobId, job.lease, secondsAfter(clock.now(), seconds)]
    )
  );

/** Ends a job for good, if it is still ours. */
export async function settle(
  db: Db,
  job: HeldJob,
  state: 'failed' | 'cancelled',
  problem: string,
  now: Date
): Promise<void> {
  await db.run(
    `UPDATE job SET state = $4::text, problem = $5::text, lease = '', leased_until = NULL, updated_at = $6::timestamptz
     WHERE county_code = $1::text AND job_id = $2::text AND lease = $3::text`,
    [job.countyCode, job.jobId, job.lease, state, problem, now]
  );
}

/** Gives the lease back so that a runner takes the job up after `seconds`. */
export async function postpone(
  { store, clock }: Services,
  job: HeldJob,
  { seconds, tries }: { seconds: number; tries: number }
): Promise<void> {
  const now = clock.now();
  await store.transaction((db) =>
    db.run(
      `UPDATE job SET lease = '', leased_until = NULL, tries = $4::integer, not_before = $5::timestamptz,
         updated_at = $6::timestamptz
       WHERE county_code = $1::text AND job_id = $2::text AND lease = $3::text`,
      [job.countyCode, job.jobId, job.lease, tries, seconds === 0 ? null : secondsAfter(now, seconds), now]
    )
  );
}
