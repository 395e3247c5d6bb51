import { Problem } from '@/domain/problem';
import { newId } from '../runtime/ids';
import type { Db } from '../store/port';
import { json } from '../store/values';
import type { JobKind } from './kind';

interface Wanted {
  countyCode: string;
  kind: JobKind;
  /** As a person reads it in the list of jobs. */
  title: string;
  /** The division it concerns: who may see the job follows from it. */
  place: string;
  input: Record<string, unknown>;
  total?: number | null;
  createdBy: string;
  now: Date;
}

/**
 * Puts long work into the list; a runner takes it up. At most one of a kind is open in a place.
 * Errors: job.running.
 */
export async function startJob(db: Db, wanted: Wanted): Promise<string> {
  const { countyCode, kind, title, place, input, total = null, createdBy, now } = wanted;
  const jobId = newId('job', now);
  const started = await db.run(
    `INSERT INTO job (county_code, job_id, kind, title, place, input, cursor, total, created_by, created_at, updated_at)
     SELECT $1::text, $2::text, $3::text, $4::text, $5::text, $6::jsonb, $7::jsonb, $8::bigint, $9::text,
       $10::timestamptz, $10::timestamptz
     ON CONFLICT (county_code, kind, place) WHERE state IN ('waiting', 'running', 'cancelling') DO NOTHING`,
    [countyCode, jobId, kind.kind, title, place, json(input), json(kind.first), total, createdBy, now]
  );
  if (started === 0) throw new Problem('job.running', { title });
  return jobId;
}
