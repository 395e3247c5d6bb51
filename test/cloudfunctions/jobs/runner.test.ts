import * as z from 'zod';
import * as operations from '@/domain/operations/office/jobs';
import { Problem } from '@/domain/problem';
import { jobKind } from '../../../cloudfunctions/jobs/kind';
import { pulse, runJobs } from '../../../cloudfunctions/jobs/runner';
import { startJob } from '../../../cloudfunctions/jobs/start';
import { type County, expectProblem, openCounty } from '../../support/county';

let county: County;
/** What the pages wrote, in order: a page that was stored twice stands here twice. */
let hooks: { beforeRead?: (page: number) => Promise<void> | void; inStore?: (page: number) => Promise<void> | void };

beforeEach(async () => {
  county = await openCounty();
  hooks = {};
  await county.store.read((db) => db.script('CREATE TABLE written (page integer NOT NULL)'));
});

const counting = jobKind({
  kind: 'test.counting',
  input: z.object({ pages: z.number() }),
  cursor: z.object({ page: z.number() }),
  first: { page: 0 },
  async read({ cursor }) {
    await hooks.beforeRead?.(cursor.page);
    return `page ${cursor.page}`;
  },
  async store(db, _page, { input, cursor }) {
    await db.run('INSERT INTO written (page) VALUES ($1)', [cursor.page]);
    await hooks.inStore?.(cursor.page);
    const page = cursor.page + 1;
    return { cursor: { page }, done: 10, total: input.pages * 10, result: { page }, finished: page === input.pages };
  },
  async cancelled(db) {
    await db.run('DELETE FROM written');
  },
});

const start = (pages = 3) =>
  county.store.transaction((db) =>
    startJob(db, {
      countyCode: '522732',
      kind: counting,
      title: '数数',
      place: '522732',
      input: { pages },
      createdBy: 'a_countyOfficer',
      now: county.clock.now(),
    })
  );
const run = () => runJobs(county.services, [counting], 60_000);
const written = async () =>
  (await county.store.read((db) => db.query<{ page: number }>('SELECT page FROM written ORDER BY page'))).map(
    ({ page }) => page
  );
const show = (jobId: string) => county.as('countyOfficer').call(operations.showJob, { jobId });

describe('long work', () => {
  test('goes page by page to its end, and the officer sees how far it is', async () => {
    const jobId = await start();
    expect(await show(jobId)).toMatchObject({ state: 'waiting', done: 0, createdBy: '县经办', title: '数数' });
    expect(await run()).toBe(3);
    expect(await written()).toEqual([0, 1, 2]);
    expect(await show(jobId)).toMatchObject({ state: 'done', done: 30, total: 30, result: { page: 3 } });
    expect(await run()).toBe(0);
  });

  test('two runners at once store every page once', async () => {
    await start(20);
    await start2();
    const pages = await Promise.all([run(), run(), run()]);
    expect(pages.reduce((sum, one) => sum + one, 0)).toBe(20 + 3);
    expect(await written()).toEqual([...Array(20).keys(), 0, 1, 2].sort((one, other) => one - other));
  });

  test('a runner that dies between its page and its cursor leaves neither', async () => {
    await start();
    hooks.inStore = (page) => {
      if (page === 1) throw new Error('the process was killed here');
    };
    await run();
    expect(await written()).toEqual([0]);
    hooks = {};
    county.clock.forward(60_000);
    await run();
    expect(await written()).toEqual([0, 1, 2]);
  });

  test('a runner that was silent too long loses the job and can no longer store a page', async () => {
    await start();
    hooks.beforeRead = async (page) => {
      if (page !== 1) return;
      hooks = {};
      // The first runner sleeps past its lease; another one takes the job over and finishes it.
      county.clock.forward(61_000);
      await run();
    };
    await run();
    expect(await written()).toEqual([0, 1, 2]);
  });

  test('a runner that reads one page for longer than its lease keeps the job: it says that it lives', async () => {
    await start();
    const [usual, asked] = [pulse.milliseconds, { others: -1 }];
    pulse.milliseconds = 20;
    hooks.beforeRead = async (page) => {
      if (page !== 1) return;
      hooks = {};
      for (let twice = 0; twice < 2; twice += 1) {
        county.clock.forward(45_000);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      asked.others = await run();
    };
    await runJobs(county.services, [counting], 600_000).finally(() => {
      pulse.milliseconds = usual;
    });
    expect(asked.others).toBe(0);
    expect(await written()).toEqual([0, 1, 2]);
  });

  test('a problem ends the job with its sentence, and it can be taken up where it stopped', async () => {
    const jobId = await start();
    hooks.inStore = (page) => {
      if (page === 1) throw new Problem('found.nothing', { what: '第二页' });
    };
    await run();
    expect(await show(jobId)).toMatchObject({ state: 'failed', done: 10, problem: expect.stringContaining('第二页') });
    hooks = {};
    await county.as('countyOfficer').call(operations.resumeJob, { jobId });
    await run();
    expect(await written()).toEqual([0, 1, 2]);
  });

  test('a surprise is tried again later and later, five times, and its text stays out of log and page', async () => {
    const jobId = await start();
    hooks.inStore = () => {
      throw new Error('522732199001019919 is a duplicate');
    };
    await run();
    expect(await run()).toBe(0);
    for (let times = 0; times < 5; times += 1) {
      county.clock.forward(600_000);
      await run();
    }
    const failed = await show(jobId);
    expect(failed.state).toBe('failed');
    expect(failed.problem).toContain('系统出了意外');
    expect(JSON.stringify([failed, county.world.log])).not.toContain('522732199001019919');
  });

  test('a job that kills its runner every time is given up', async () => {
    const jobId = await start();
    for (let times = 0; times < 6; times += 1) {
      await county.store.transaction((db) =>
        db.run(`UPDATE job SET lease = CASE WHEN tries >= 0 THEN 'dead' END, leased_until = $1, tries = $2::integer`, [
          county.clock.now(),
          times,
        ])
      );
      county.clock.forward(1000);
    }
    await run();
    expect(await show(jobId)).toMatchObject({ state: 'failed' });
  });

  test('cancelled while it runs: it stops after the page in hand and puts away what only a finished job may leave', async () => {
    const jobId = await start();
    hooks.beforeRead = async (page) => {
      if (page === 1) await county.as('countyOfficer').call(operations.cancelJob, { jobId });
    };
    await run();
    expect(await written()).toEqual([]);
    expect(await show(jobId)).toMatchObject({ state: 'cancelled' });
    await expectProblem(county.as('countyOfficer').refused(operations.cancelJob, { jobId }), 'state.wrong');
  });

  test('two officers who start the same at once start it once', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'job.running' });
  });

  test('runs out of time and goes on in the next turn', async () => {
    await start();
    hooks.inStore = () => county.clock.forward(40_000);
    expect(await run()).toBe(2);
    expect(await run()).toBe(1);
    expect(await written()).toEqual([0, 1, 2]);
  });

  test('a town sees only the work of its own place', async () => {
    const jobId = await start();
    await expectProblem(county.as('townOfficer').refused(operations.showJob, { jobId }), 'access.scope');
    const own = await county.as('townOfficer').call(operations.listJobs, { divisionCode: '522732114' });
    expect(own.items).toEqual([]);
    const all = await county.as('countyOfficer').call(operations.listJobs, { divisionCode: '522732' });
    expect(all.items.map((job) => job.jobId)).toEqual([jobId]);
  });
});

const start2 = () =>
  county.store.transaction((db) =>
    startJob(db, {
      countyCode: '522732',
      kind: counting,
      title: '再数一遍',
      place: '522732114',
      input: { pages: 3 },
      createdBy: '',
      now: county.clock.now(),
    })
  );
