import { setImmediate as nextTurn } from 'node:timers/promises';
import { isProblem, Problem } from '@/domain/problem';
import { newToken } from '../runtime/ids';
import { describeSurprise } from '../runtime/log';
import type { Services } from '../runtime/services';
import type { JobKind } from './kind';
import { claim, type HeldJob, postpone, renewLease, reread, saveTurn, settle } from './lease';

/** How long a runner may be silent before another one takes over. */
export const leaseSeconds = 60;
/** While it reads a page it says this often that it lives; while it stores one, the job's row is locked. */
export const pulse = { milliseconds: 20_000 };
/** A statement of a page may look at the whole county; the store's usual limit is that of a person who waits. */
const statementSeconds = 240;
const maximumTries = 5;

/**
 * Takes up open jobs one after another until none is left or the time is over; answers how many pages were stored.
 * Safe to start twice or to kill at any moment: a page and its cursor commit together, and only the holder of the
 * lease can store one.
 * @param milliseconds after which no new page is begun; the platform ends a function soon after its own limit
 */
export async function runJobs(services: Services, kinds: readonly JobKind[], milliseconds: number): Promise<number> {
  const token = newToken();
  const end = services.clock.now().getTime() + milliseconds;
  const inTime = (): boolean => services.clock.now().getTime() < end;
  let pages = 0;
  while (inTime()) {
    const job = await claim(
      services,
      kinds.map(({ kind }) => kind),
      token,
      leaseSeconds
    );
    const kind = kinds.find((candidate) => candidate.kind === job?.kind);
    if (job === undefined || kind === undefined) break;
    pages += await work(services, kind, job, inTime);
  }
  return pages;
}

/** Pages of one job until it ends, fails, is lost to another runner, or the time is over. */
async function work(services: Services, kind: JobKind, job: HeldJob, inTime: () => boolean): Promise<number> {
  let pages = 0;
  try {
    if (job.tries >= maximumTries) throw new Problem('internal');
    for (let state = await page(services, kind, job); ; state = await page(services, kind, job)) {
      if (state === 'lost') return pages;
      pages += 1;
      if (state === 'ended') return pages;
      if (!inTime()) break;
      // Whoever waits for the store is served between two pages.
      await nextTurn();
    }
    await postpone(services, job, { seconds: 0, tries: 0 });
  } catch (error) {
    await stumble(services, job, error);
  }
  return pages;
}

/** Reads outside the transaction, then stores the page and the cursor in one. */
async function page(services: Services, kind: JobKind, job: HeldJob): Promise<'more' | 'ended' | 'lost'> {
  const before = await services.store.read((db) => reread(db, job, false));
  if (before === undefined) return 'lost';
  const now = services.clock.now();
  const seen = { ...before, now, services };
  const material = before.state === 'cancelling' ? undefined : await alive(services, job, () => kind.read(seen));
  return services.store.transaction(async (db) => {
    const held = await reread(db, job, true);
    if (held === undefined) return 'lost';
    const step = { ...held, now, services };
    if (held.state === 'cancelling') {
      await kind.cancelled(db, step);
      await settle(db, held, 'cancelled', '', now);
      return 'ended';
    }
    await db.script(`SET LOCAL statement_timeout = ${statementSeconds * 1000}`);
    const turn = await kind.store(db, material, step);
    await saveTurn(db, held, turn, services.clock.now(), leaseSeconds);
    return turn.finished ? 'ended' : 'more';
  });
}

/** A file may take minutes to read on a busy machine: nobody takes the job over from a runner that is at it. */
async function alive<T>(services: Services, job: HeldJob, work: () => Promise<T>): Promise<T> {
  // a beat that fails says nothing: whether the lease still holds is asked again before anything is stored
  const beat = () => void renewLease(services, job, leaseSeconds).catch(() => undefined);
  const beating = setInterval(beat, pulse.milliseconds).unref();
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

/** A problem ends the job with its sentence; a surprise and a full disk are tried again later, at most five times. */
async function stumble(services: Services, job: HeldJob, error: unknown): Promise<void> {
  const now = services.clock.now();
  const surprise = isProblem(error) ? undefined : describeSurprise(error);
  services.log({ operation: `job.${job.kind}`, requestId: job.jobId, outcome: 'stumbled', milliseconds: 0, surprise });
  const tries = job.tries + 1;
  const passing = !isProblem(error) || error.code === 'file.full';
  if (passing && tries < maximumTries) {
    return postpone(services, job, { seconds: 30 * 2 ** job.tries, tries });
  }
  const { message } = isProblem(error) ? error : new Problem('internal');
  await services.store.transaction((db) => settle(db, job, 'failed', message, now));
}
