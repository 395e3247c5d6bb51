import { addDays, localDay } from '@/domain/identity';
import { isProblem } from '@/domain/problem';
import { keepDailyHead, sealAudit, sealLate } from '../audit';
import { tryHeld } from '../collect/sync/held';
import { visitsFallDue } from '../household/fall-due';
import { deliverNotices, deliverWaiting } from '../notice/deliver';
import { expireExports } from '../office/exports/expire';
import type { TimerWork } from '../runtime/serve';
import { expireLeases } from '../store/queries/assignment/assignments';
import { filesOfFinishedImports, takeBackOfEndedPosts, tidyUp } from '../store/queries/jobs/housekeeping';
import { lastRecounts } from '../store/queries/office/figures';
import { expiredDownloads, forgetDownloads } from '../store/queries/register/import-results';
import { jobKinds } from './kinds';
import { recountKind } from './recount';
import { runJobs } from './runner';
import { startJob } from './start';

/** A function of the platform is ended at five minutes; the runner stops well before. */
const runningTime = 240_000;
const sendingTime = 100_000;
const holdingTime = 60_000;
const hoursBetweenRecounts = 12;

/** Work of the platform's clock. Any of these may be fired twice or late and then does nothing twice. */
export const timers: Readonly<Record<string, TimerWork>> = {
  workOn: async (services) => {
    await expireExports(services);
    await runJobs(services, jobKinds, runningTime);
  },
  remindDue: async (services) => {
    await deliverWaiting(services, { batch: null, milliseconds: sendingTime });
    await deliverNotices(services, sendingTime);
  },
  endLeases: async ({ store, county, clock }) => {
    const now = clock.now();
    await store.transaction(async (db) => {
      await expireLeases(db, county.countyCode, now);
      await takeBackOfEndedPosts(db, county.countyCode, localDay(now), now);
    });
  },
  visitsFallDue,
  doHeld: async (services) => {
    await tryHeld(services, { accountId: null, until: Date.now() + holdingTime });
  },
  recount: async ({ store, county, clock }) => {
    const now = clock.now();
    await store.transaction(async (db) => {
      const [last] = await lastRecounts(db, county.countyCode, 1);
      if (last !== undefined && now.getTime() - Date.parse(last.at) < hoursBetweenRecounts * 3_600_000) return;
      const wanted = { countyCode: county.countyCode, place: county.countyCode, input: {}, createdBy: '', now };
      await startJob(db, { ...wanted, kind: recountKind, title: '夜间核数' }).catch(unlessRunning);
    });
  },
  sealAudit: async ({ store, county }) => void (await sealAudit(store, county.countyCode)),
  closeDay: async ({ store, county, clock, edges }) => {
    const now = clock.now();
    await sealLate(store, county.countyCode);
    await keepDailyHead(store, county.countyCode, addDays(localDay(now), -1));
    await store.transaction((db) => tidyUp(db, county.countyCode, now));
    // A register holds every identity number of the county: its file is not kept once its rows are.
    await edges.files.delete(await store.read((db) => filesOfFinishedImports(db, county.countyCode, now)));
    const downloads = await store.read((db) => expiredDownloads(db, county.countyCode, now));
    await edges.files.delete(downloads);
    await store.read((db) => forgetDownloads(db, county.countyCode, downloads));
  },
};

/** Last night's still going on is no fault of tonight's. */
function unlessRunning(error: unknown): void {
  if (!isProblem(error) || error.code !== 'job.running') throw error;
}
