import { places } from '@/domain/access';
import * as operations from '@/domain/operations/people/register-import';
import { Problem } from '@/domain/problem';
import { startJob } from '../../jobs/start';
import { type Context, handle } from '../../runtime/handle';
import { cancelJob, hurryJob, reopenJob } from '../../store/queries/jobs/jobs';
import { advanceRun, type ImportRunLine, setRunJob } from '../../store/queries/register/import-runs';
import { runOf, stateOf } from './progress';
import { registerImport } from './work/kind';
import { forgetRun } from './work/row-pages';

/** Stops a run. What is in stays in: importing the same file again takes up the rest. */
export const importCancel = handle(operations.importCancel, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ runId }, context) {
    const { db, actor, now } = context;
    const run = await openRunOf(context, runId);
    if (run.phase === 'asking' || !(await cancelJob(db, actor.countyCode, run.job_id, now))) {
      await advanceRun(db, actor.countyCode, runId, {}, { outcome: 'cancelled', phase: 'over', finishedAt: now });
      context.afterCommit(() => forgetRun(runId));
    }
    context.note({ subject: runId, details: { read: run.rows_read } });
    return { state: stateOf(await runOf(db, actor.countyCode, runId)) };
  },
});

/** Takes up a paused run where it stopped. */
export const importResume = handle(operations.importResume, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ runId }, context) {
    const { db, actor, now } = context;
    const run = await openRunOf(context, runId);
    const taken =
      (await reopenJob(db, actor.countyCode, run.job_id, now)) ||
      (await hurryJob(db, actor.countyCode, run.job_id, now));
    if (!taken) throw new Problem('state.wrong', { what: `“${run.file_name}”`, state: '正在导入' });
    context.note({ subject: runId });
    return { state: stateOf(await runOf(db, actor.countyCode, runId)) };
  },
});

/** The officer's answer on those who are not in the new edition. */
export const importSettleLeaving = handle(operations.importSettleLeaving, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ runId, apply, reason }, context) {
    const { db, actor, now } = context;
    const { countyCode } = actor;
    const run = await openRunOf(context, runId);
    if (run.phase !== 'asking') throw new Problem('state.changed', { what: '这次导入' });
    const jobId = await startJob(db, {
      countyCode,
      kind: registerImport,
      title: `${apply ? '移出不在新名册的人员' : '核对户主'}：“${run.file_name}”`,
      place: countyCode,
      input: { runId },
      createdBy: actor.accountId,
      now,
    });
    await setRunJob(db, countyCode, runId, jobId, apply ? 'leaving' : 'heads');
    context.note({ subject: runId, reason, details: { apply, leaving: run.leaving } });
    return { state: stateOf(await runOf(db, countyCode, runId)) };
  },
});

async function openRunOf({ db, actor }: Context, runId: string): Promise<ImportRunLine> {
  const run = await runOf(db, actor.countyCode, runId);
  if (run.outcome === 'open') return run;
  const states = { done: '已完成', cancelled: '已停止', failed: '没有导入' } as const;
  throw new Problem('state.wrong', { what: `“${run.file_name}”`, state: states[run.outcome] });
}
