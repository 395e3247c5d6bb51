import { places } from '@/domain/access';
import * as operations from '@/domain/operations/people/register-import';
import { Problem } from '@/domain/problem';
import { allRowReasons, rowReasons } from '@/domain/register/outcomes';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import type { Db } from '../../store/port';
import { countReasons } from '../../store/queries/register/import-results';
import { findRun, type ImportRunLine, listRuns } from '../../store/queries/register/import-runs';

export const importProgress = handle(operations.importProgress, {
  concerns: (_, { actor }) => places(actor.countyCode),
  act: async ({ runId }, { db, actor }) => runLine(await runOf(db, actor.countyCode, runId)),
});

export const importRuns = handle(operations.importRuns, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ cursor, limit }, { db, actor }) {
    const rows = await listRuns(db, actor.countyCode, cursor, limit + 1);
    const page = pageFrom(rows, limit, ({ run_id }) => run_id);
    return { items: page.items.map(runLine), next: page.next };
  },
});

/** Every row of the file, by how it ended and why; the sum is what was read. */
export const importResult = handle(operations.importResult, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ runId }, { db, actor }) {
    const run = await runOf(db, actor.countyCode, runId);
    const rows = new Map((await countReasons(db, actor.countyCode, runId)).map(({ reason, rows }) => [reason, rows]));
    return {
      ...runLine(run),
      reasons: allRowReasons.flatMap((reason) => {
        const { outcome, sentence, kept } = rowReasons[reason];
        const counted = rows.get(reason) ?? 0;
        return counted === 0 ? [] : [{ reason, outcome, sentence, kept, rows: counted }];
      }),
      changes: { came: run.came, left: run.left_count, moved: run.moved, died: run.died },
      households: { added: run.households, withoutHead: run.headless },
      unplaced: run.unplaced,
    };
  },
});

/** Errors: found.nothing. */
export async function runOf(db: Db, county: string, runId: string): Promise<ImportRunLine> {
  const run = await findRun(db, county, runId);
  if (run === undefined) throw new Problem('found.nothing', { what: '这次导入' });
  return run;
}

const steps = {
  check: '正在通读文件，检查能否导入',
  rows: '正在逐行导入',
  leaving: '正在核对不在新名册的人员',
  asking: '等待确认不在新名册的人员',
  heads: '正在核对各户户主',
  over: '',
} as const;

export function runLine(run: ImportRunLine) {
  const state = stateOf(run);
  return {
    runId: run.run_id,
    fileName: run.file_name,
    kind: run.kind,
    editionDate: run.edition_date,
    covers: run.covers,
    state,
    step: state === 'paused' ? '暂停' : steps[run.phase],
    read: run.rows_read,
    blank: run.blank,
    total: run.total,
    counts: {
      added: run.added,
      updated: run.updated,
      unchanged: run.unchanged,
      doubtful: run.doubtful,
      refused: run.refused,
    },
    problem: run.problem !== '' ? run.problem : state === 'paused' ? pausedBecause(run) : '',
    startedBy: run.started_name,
    startedAt: run.started_at,
    finishedAt: run.finished_at,
    leaving: run.leaving,
  };
}

const pausedBecause = ({ job_problem }: ImportRunLine): string =>
  job_problem !== ''
    ? `${job_problem}已导入的部分没有丢失，可以点“继续”。`
    : '存储暂时不可用，稍后会自动继续；已导入的部分没有丢失。';

/** A run is what its job is, except that a broken job only pauses it and an ended one may wait for an answer. */
export function stateOf(run: ImportRunLine) {
  if (run.outcome !== 'open') return run.outcome;
  if (run.phase === 'asking') return 'asking' as const;
  if (run.job_state === 'failed' || run.job_waits) return 'paused' as const;
  if (run.job_state === 'waiting' || run.job_state === 'cancelling') return run.job_state;
  return 'running' as const;
}
