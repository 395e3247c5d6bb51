import * as z from 'zod';
import { command, query } from '../operation';
import { count, cursor, divisionCode, id, instant, page, pageSize } from '../shapes';

export const jobState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelling', 'cancelled']);

const job = z.strictObject({
  jobId: id('任务编号'),
  kind: z.string(),
  title: z.string(),
  state: jobState,
  place: divisionCode,
  done: count,
  total: count.nullable(),
  /** Figures and sentences of the result, by kind of job; never information on persons. */
  result: z.record(z.string(), z.unknown()),
  /** Why it failed, as a sentence; else empty. */
  problem: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  updatedAt: instant,
});

export const listJobs = query({
  name: 'jobs.list',
  title: '后台任务',
  verb: 'job.read',
  input: z.strictObject({
    divisionCode,
    kind: z.string().max(40).optional().meta({ title: '任务种类' }),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(job),
});

export const showJob = query({
  name: 'jobs.show',
  title: '查看后台任务',
  verb: 'job.read',
  input: z.strictObject({ jobId: id('任务编号') }),
  output: job,
});

/** Stops after the page in hand; what is done stays done. */
export const cancelJob = command({
  name: 'jobs.cancel',
  title: '取消后台任务',
  verb: 'job.read',
  input: z.strictObject({ jobId: id('任务编号') }),
  output: job,
});

/** Takes up a failed or cancelled job where it stopped. */
export const resumeJob = command({
  name: 'jobs.resume',
  title: '继续后台任务',
  verb: 'job.read',
  input: z.strictObject({ jobId: id('任务编号') }),
  output: job,
});

export const working = [listJobs, showJob, cancelJob, resumeJob];
