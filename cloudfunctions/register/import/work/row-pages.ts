import { setImmediate as nextTurn } from 'node:timers/promises';
import { isEditionId } from '@/domain/divisions';
import { rowPlacer } from '@/domain/register/place';
import { dayInChina } from '../../../runtime/clock';
import { editionOf } from '../../../runtime/places';
import type { Services } from '../../../runtime/services';
import type { Store } from '../../../store/port';
import { readMergeTable } from '../../../store/queries/merge-table';
import type { ImportRun } from '../../../store/queries/register/import-runs';
import { type Preparation, type PreparedRow, prepareRows } from '../rows/prepare';
import { forgetFile, readRows } from './reader';

/** Rows of the file read, put right and sealed as far as it goes without the store. */
export interface RowPage {
  prepared: PreparedRow[];
  /** How many rows of the file lie before these. */
  from: number;
  blank: number;
  ended: boolean;
  /** Household of the last head, for files that tell households by their order. */
  carry: string;
}

/** Rows a page: large enough that statements cost little, small enough that others are served in between. */
export const pageRows: Record<Store['dialect'], number> = { postgres: 4000, pglite: 2000 };

/** The next page of a run: the one made ahead, when it is the right one. Errors: import.file. */
export function nextRowPage(services: Services, run: ImportRun): Promise<RowPage> {
  const ready = ahead.get(run.run_id);
  ahead.delete(run.run_id);
  if (ready?.from === run.rows_read && ready.carry === run.carry) return ready.page;
  return makePage(services, run, run.rows_read, run.carry);
}

/** Makes the page after this one while the server is busy storing it. The embedded store works in this very process. */
export function makeAhead(services: Services, run: ImportRun, { from, prepared, ended, carry }: RowPage): void {
  if (ended || services.store.dialect !== 'postgres') return;
  const next = from + prepared.length;
  if (ahead.get(run.run_id)?.from === next) return;
  const page = makePage(services, run, next, carry);
  // whoever takes the page sees its error; unheard until then it would end the process
  page.catch(() => undefined);
  ahead.set(run.run_id, { from: next, carry, page });
}

/** Lets go of everything kept for a run that will not go on. */
export async function forgetRun(runId: string): Promise<void> {
  const ready = ahead.get(runId);
  ahead.delete(runId);
  await ready?.page.catch(() => undefined);
  await forgetFile(runId);
}

const ahead = new Map<string, { from: number; carry: string; page: Promise<RowPage> }>();

/** So many rows are prepared in one go before whoever waits gets a turn. */
const stretch = 500;

async function makePage(services: Services, run: ImportRun, from: number, carry: string): Promise<RowPage> {
  const page = await readRows(services, run, from, pageRows[services.store.dialect]);
  const preparation = await preparationFor(services, run);
  const prepared: PreparedRow[] = [];
  let household = carry;
  for (let start = 0; start < page.rows.length; start += stretch) {
    const part = prepareRows(page.rows.slice(start, start + stretch), preparation, household);
    prepared.push(...part.prepared);
    household = part.carry;
    await nextTurn();
  }
  return { prepared, from, blank: page.blank, ended: page.ended, carry: household };
}

async function preparationFor({ store, secrecy, county, clock }: Services, run: ImportRun): Promise<Preparation> {
  const { mapping } = run;
  if (lastPlacer?.runId !== run.run_id) {
    const table = await store.read((db) => readMergeTable(db, county.countyCode));
    const stated =
      run.division_edition !== null && isEditionId(run.division_edition) ? run.division_edition : undefined;
    lastPlacer = { runId: run.run_id, placer: rowPlacer({ table, edition: editionOf(county), stated }) };
  }
  return {
    secrecy,
    context: { mapping, columns: run.headers.length, today: dayInChina(clock.now()) },
    placer: lastPlacer.placer,
    byOrder:
      mapping.householdNo === undefined &&
      mapping.headIdNumber === undefined &&
      mapping.headName === undefined &&
      mapping.relation !== undefined,
  };
}

/** What one page learned about places serves the next; one run at a time is all there is. */
let lastPlacer: { runId: string; placer: ReturnType<typeof rowPlacer> } | undefined;
