import { places } from '@/domain/access';
import * as operations from '@/domain/operations/office/jobs';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../runtime/handle';
import { pageFrom } from '../runtime/page';
import { StoreConflict } from '../store/errors';
import * as store from '../store/queries/jobs/jobs';

export const listJobs = handle(operations.listJobs, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, kind, cursor, limit }, { db, actor }) {
    const filter = { place: divisionCode, kind: kind ?? null, before: cursor, limit: limit + 1 };
    return pageFrom(await store.listJobs(db, actor.countyCode, filter), limit, (row) => row.jobId);
  },
});

export const showJob = handle(operations.showJob, {
  concerns: async ({ jobId }, context) => places((await jobOf(jobId, context)).place),
  act: ({ jobId }, context) => jobOf(jobId, context),
});

export const cancelJob = handle(operations.cancelJob, {
  concerns: async ({ jobId }, context) => places((await jobOf(jobId, context)).place),
  async act({ jobId }, context) {
    const { db, actor, now } = context;
    if (!(await store.cancelJob(db, actor.countyCode, jobId, now))) throw await ended(jobId, context);
    return jobOf(jobId, context);
  },
});

export const resumeJob = handle(operations.resumeJob, {
  concerns: async ({ jobId }, context) => places((await jobOf(jobId, context)).place),
  async act({ jobId }, context) {
    const { db, actor, now } = context;
    const job = await jobOf(jobId, context);
    try {
      if (!(await store.reopenJob(db, actor.countyCode, jobId, now))) throw await ended(jobId, context);
    } catch (error) {
      if (error instanceof StoreConflict) throw new Problem('job.running', { title: job.title });
      throw error;
    }
    return jobOf(jobId, context);
  },
});

const states = {
  waiting: '等待中',
  running: '进行中',
  done: '已完成',
  failed: '没有完成',
  cancelling: '正在取消',
  cancelled: '已取消',
} as const;

async function jobOf(jobId: string, { db, actor }: Context): Promise<store.JobRow> {
  const job = await store.findJob(db, actor.countyCode, jobId);
  if (job === undefined) throw new Problem('found.nothing', { what: '后台任务' });
  return job;
}

async function ended(jobId: string, context: Context): Promise<Problem> {
  const { title, state } = await jobOf(jobId, context);
  return new Problem('state.wrong', { what: `“${title}”`, state: states[state] });
}
