import * as z from 'zod';
import { isProblem } from '@/domain/problem';
import { appendAudit } from '../../../audit';
import { jobKind, type Step, type Turn } from '../../../jobs/kind';
import type { Db } from '../../../store/port';
import { keepRows } from '../../../store/queries/register/import-heads';
import { matchByNumber, matchHouseholds, matchTemporary } from '../../../store/queries/register/import-match';
import { advanceRun, clearSeen, findRun, type ImportRun, lockRun } from '../../../store/queries/register/import-runs';
import { searchDuplicates } from '../../identity/find-duplicates';
import { decide } from '../rows/decide';
import { writePlan } from '../rows/write';
import { type CheckPage, checkPage } from './check';
import { type HeadPage, readHeads, storeHeads } from './heads';
import { type LatePage, readLate } from './late-rows';
import { asksFirst, countLeaving, sweepPage } from './leaving';
import { rememberMapping } from './remember';
import { forgetRun, makeAhead, nextRowPage, type RowPage } from './row-pages';

const input = z.object({ runId: z.string() });
/** Where a run is stands in its own row and commits with the page; here is what only the next page wants to know. */
const cursor = z.object({
  pages: z.int(),
  /** While the file is checked: identity numbers that a spreadsheet rounded. */
  rounded: z.int().default(0),
  /** While heads are looked at: the last household of the page before; null when all have been. */
  household: z.string().nullable().default(''),
  /** Then: rows of the file passed in search of those to be kept. */
  passed: z.int().default(0),
});
type Cursor = z.output<typeof cursor>;
type ImportStep = Step<z.output<typeof input>, Cursor>;

type Page =
  | ({ phase: 'check' } & CheckPage)
  | { phase: 'broken'; sentence: string }
  | ({ phase: 'rows' } & RowPage)
  | { phase: 'leaving' }
  | ({ phase: 'heads' } & HeadPage)
  | ({ phase: 'late' } & LatePage)
  | { phase: 'over' };

const sweepRows = 1000;
const lateRows = 10_000;

/** The import of a register as work in pages: check the file, take its rows, look who is missing, look at heads. */
export const registerImport = jobKind<z.output<typeof input>, Cursor, Page>({
  kind: 'register.import',
  input,
  cursor,
  first: { pages: 0, rounded: 0, household: '', passed: 0 },
  read: readPage,
  async store(db, page, step) {
    const run = await lockRun(db, step.countyCode, step.input.runId);
    if (run === undefined || run.outcome !== 'open') return finished(step);
    return storePage(db, page, run, step);
  },
  async cancelled(db, { countyCode, input: { runId }, now }) {
    await advanceRun(db, countyCode, runId, {}, { outcome: 'cancelled', phase: 'over', finishedAt: now });
    await forgetRun(runId);
  },
});

async function readPage({ services, countyCode, input: { runId }, cursor: at }: ImportStep): Promise<Page> {
  const run = await services.store.read((db) => findRun(db, countyCode, runId));
  if (run === undefined || run.outcome !== 'open') return { phase: 'over' };
  try {
    switch (run.phase) {
      case 'check':
        return { phase: 'check', ...(await checkPage(services, run, at.rounded)) };
      case 'rows':
        return { phase: 'rows', ...(await nextRowPage(services, run)) };
      case 'leaving':
        return { phase: 'leaving' };
      case 'heads':
        return at.household === null
          ? { phase: 'late', ...(await readLate(services, run, at.passed, lateRows)) }
          : { phase: 'heads', ...(await readHeads(services, run, at.household)) };
      case 'asking':
      case 'over':
        return { phase: 'over' };
    }
  } catch (error) {
    if (isProblem(error)) return { phase: 'broken', sentence: error.message };
    throw error;
  }
}

async function storePage(db: Db, page: Page, run: ImportRun, step: ImportStep): Promise<Turn<Cursor>> {
  const { countyCode, now, services } = step;
  const advance = (move: Parameters<typeof advanceRun>[4], add = {}) =>
    advanceRun(db, countyCode, run.run_id, add, move);
  switch (page.phase) {
    case 'check':
      return storeCheck(db, page, run, step);
    case 'rows':
      return storeRows(db, page, run, step);
    case 'leaving':
      if (await sweepPage(db, run, services, now, sweepRows)) await advance({ phase: 'heads' });
      return next(step);
    case 'heads':
      if (page.after !== step.cursor.household) return next(step);
      await storeHeads(db, page, run, countyCode, now);
      return next(step, { household: page.upTo ?? null });
    case 'late':
      if (page.from !== step.cursor.passed) return next(step);
      await keepRows(db, countyCode, run.run_id, page.kept);
      if (!page.ended) return next(step, { passed: page.from + page.passed });
      await advance({ phase: 'over', outcome: 'done', finishedAt: now });
      await audit(db, run, step, { read: run.rows_read });
      await searchDuplicates(db, { countyCode, createdBy: run.started_by, now });
      return finished(step);
    case 'broken':
      await advance({ phase: 'over', outcome: 'failed', problem: page.sentence, finishedAt: now });
      return { ...finished(step), result: { problem: page.sentence } };
    case 'over':
      return finished(step);
  }
}

async function storeCheck(db: Db, page: CheckPage, run: ImportRun, step: ImportStep): Promise<Turn<Cursor>> {
  const { countyCode, now } = step;
  // another runner took this page while we read it
  if (page.from !== (run.total ?? 0)) return next(step);
  const { header, rows, rounded, ended } = page;
  const move = { ...(header === undefined ? {} : { header }), ...(ended ? { phase: 'rows' as const } : {}) };
  if (!ended) {
    await advanceRun(db, countyCode, run.run_id, { total: rows }, move);
    return next(step, { rounded });
  }
  await clearSeen(db, countyCode);
  await rememberMapping(db, countyCode, run.headers, run.mapping, now);
  await advanceRun(db, countyCode, run.run_id, { total: rows }, move);
  return { ...next(step, { rounded }), total: page.from + rows };
}

async function storeRows(
  db: Db,
  page: Page & { phase: 'rows' },
  run: ImportRun,
  step: ImportStep
): Promise<Turn<Cursor>> {
  const { countyCode, now, services } = step;
  // another runner took this page while we read it: what it stored stands, ours is read again from there
  if (page.from !== run.rows_read) return next(step);
  // the tables grow a thousandfold under the run: a plan kept from its first page would be wrong for the last, and
  // a page looks up a few thousand keys, for which reading a table from end to end is never right
  await db.script('SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_seqscan = off');
  const facts = page.prepared.flatMap((row) => row.facts ?? []);
  const indexes = facts.flatMap((one) => one.idIndexes);
  const matches = {
    byNumber: await matchByNumber(db, countyCode, run.run_no, indexes),
    temporaries: await matchTemporary(db, countyCode, run.run_no, distinct(facts.map(({ row }) => row.nameKey))),
    households: await matchHouseholds(
      db,
      countyCode,
      distinct(facts.flatMap(({ householdKey }) => householdKey ?? []))
    ),
  };
  const plan = decide(page.prepared, matches, { kind: run.kind, idColumn: run.mapping.idNumber, now });
  makeAhead(services, run, page);
  await writePlan(plan, { db, run, services, now });
  await advanceRun(db, countyCode, run.run_id, { ...plan.progress, blank: page.blank }, { carry: page.carry });
  if (page.prepared.length > 0) await audit(db, run, step, { ...plan.progress, from: page.prepared[0]?.line ?? 0 });
  const turn = { ...next(step), done: page.prepared.length };
  return page.ended ? afterRows(db, run, step, turn) : turn;
}

/** What the sweeps after the rows go through has grown by the whole file; without figures the planner guesses badly. */
const takeStock = (db: Db): Promise<void> =>
  db.script('SET LOCAL enable_seqscan = on; ANALYZE person; ANALYZE household; ANALYZE import_seen');

async function afterRows(db: Db, run: ImportRun, step: ImportStep, turn: Turn<Cursor>): Promise<Turn<Cursor>> {
  const { countyCode } = step;
  await takeStock(db);
  if (run.kind === 'first') {
    await advanceRun(db, countyCode, run.run_id, {}, { phase: 'heads' });
    return turn;
  }
  const leaving = await countLeaving(db, run, countyCode);
  const asks = asksFirst(leaving);
  await advanceRun(db, countyCode, run.run_id, { leaving: leaving.missing }, { phase: asks ? 'asking' : 'leaving' });
  return asks ? { ...turn, finished: true } : turn;
}

const next = ({ cursor: at }: ImportStep, changed: Partial<Cursor> = {}): Turn<Cursor> => ({
  cursor: { ...at, ...changed, pages: at.pages + 1 },
  done: 0,
  finished: false,
});
const finished = (step: ImportStep): Turn<Cursor> => ({ ...next(step), finished: true });

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/** A row of audit for each page, in the officer's name who started the run: counts, never people. */
const audit = (
  db: Db,
  run: ImportRun,
  { countyCode, now, jobId }: ImportStep,
  details: Readonly<Record<string, unknown>>
): Promise<void> =>
  appendAudit(db, {
    countyCode,
    at: now,
    accountId: run.started_by,
    postId: run.started_post,
    role: run.started_role,
    actorName: run.started_name,
    act: 'register.import',
    subject: run.run_id,
    place: run.covers,
    reason: '',
    details,
    requestId: jobId,
  });
