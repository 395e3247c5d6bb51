import fc from 'fast-check';
import { jobKinds } from '../../../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../../../cloudfunctions/jobs/runner';
import { checkRows } from '../../../../cloudfunctions/register/import/work/check';
import { headStretch } from '../../../../cloudfunctions/register/import/work/heads';
import { forgetRun, pageRows } from '../../../../cloudfunctions/register/import/work/row-pages';
import { StoreUnavailable } from '../../../../cloudfunctions/store/errors';
import type { Db, Store } from '../../../../cloudfunctions/store/port';
import * as operations from '../../../../src/domain/operations/people/register-import';
import { expectCountersToHold } from '../../../support/counters';
import { type County, openCounty } from '../../../support/county';
import { type FileRow, numberOf, registerCsv, wrongForm } from '../../../support/register-file';
import { countOf, startImport, workOn } from '../../../support/register-import';

/** Pages so small that a file of eleven rows has many of every kind. */
const usual = [pageRows.pglite, checkRows.aPage, headStretch.households] as const;
beforeEach(() => {
  [pageRows.pglite, checkRows.aPage, headStretch.households] = [4, 8, 4];
});
afterEach(() => {
  [pageRows.pglite, checkRows.aPage, headStretch.households] = usual;
});

const place = { 镇街: '中和镇', 村居: '中海村' };
/** Eleven rows over four pages: households cut by the page's end, a double, a wrong number, a second head. */
const rows: FileRow[] = [
  ...Array.from(
    { length: 8 },
    (_, turn): FileRow => ({
      姓名: `韦${'甲乙丙丁戊己庚辛'.charAt(turn)}`,
      公民身份号码: numberOf(`198${turn}-01-0${turn + 1}`),
      户号: `52273299000${Math.floor(turn / 4)}`,
      与户主关系: turn % 4 === 0 ? '户主' : '子',
      ...place,
    })
  ),
  { 姓名: '韦甲', 公民身份号码: numberOf('1980-01-01'), 户号: '522732990000', 与户主关系: '户主', ...place },
  { 姓名: '韦错', 公民身份号码: wrongForm(numberOf('1990-01-01')), 户号: '522732990001', 与户主关系: '子', ...place },
  { 姓名: '韦二主', 公民身份号码: numberOf('1991-01-01'), 户号: '522732990001', 与户主关系: '户主', ...place },
];
const expected = { added: 8, updated: 0, unchanged: 0, doubtful: 3, refused: 0 };

/** The process ends: what it kept in memory is gone, its lease runs out a minute later, another one takes over. */
async function die(county: County, runId: string): Promise<void> {
  await forgetRun(runId);
  county.clock.forward(61_000);
}

async function finish(county: County, runId: string) {
  await workOn(county);
  return county.as('countyOfficer').call(operations.importResult, { runId });
}

/** Works through `store` until it breaks, as a process that is killed does. */
const workOver = (county: County, store: Store): Promise<number> =>
  runJobs({ ...county.services, store }, jobKinds, 60_000);

/** A store whose n-th transaction does everything and then dies, before or after its commit. */
function dyingStore(store: Store, dieAt: number, when: 'before' | 'after'): Store {
  let turn = 0;
  const killed = () => new Promise<never>((_, reject) => reject(new Killed()));
  return {
    ...store,
    transaction: async <T>(work: (db: Db) => Promise<T>) => {
      turn += 1;
      if (turn > dieAt) return killed();
      if (turn < dieAt) return store.transaction(work);
      if (when === 'before') return store.transaction(async (db) => work(db).then(killed));
      await store.transaction(work);
      return killed();
    },
  };
}

class Killed extends Error {
  override readonly name = 'Killed';
}

test.each(['before', 'after'] as const)(
  'killed just %s any commit and started again, the result is the same',
  async (when) => {
    for (let dieAt = 1; dieAt <= 13; dieAt += 1) {
      const county = await openCounty();
      const people = await countOf(county, 'person');
      const runId = await startImport(county, registerCsv(rows));
      await workOver(county, dyingStore(county.store, dieAt, when)).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      await die(county, runId);
      const result = await finish(county, runId);
      expect([dieAt, result.state, result.counts]).toEqual([dieAt, 'done', expected]);
      expect(await countOf(county, 'person')).toBe(people + 10);
      const { items } = await county.as('countyOfficer').call(operations.importRows, { runId });
      expect(items.map(({ line, reason, name }) => [line, reason, name])).toEqual([
        [10, 'twiceInFile', '韦甲'],
        [11, 'wrongId', '韦错'],
        [12, 'headTwice', '韦二主'],
      ]);
      expect(await countOf(county, 'household')).toBe(4 + 2);
      await expectCountersToHold(county);
    }
  }
);

test('a full disk stores nothing of the page, says so, and the run goes on when there is room', async () => {
  const county = await openCounty();
  const runId = await startImport(county, registerCsv(rows));
  const full: Store = {
    ...county.store,
    transaction: (work) =>
      county.store.transaction((db) =>
        work({
          ...db,
          copyIn: (table, columns, copied) =>
            table === 'person'
              ? Promise.reject(new StoreUnavailable('full', '53100'))
              : db.copyIn(table, columns, copied),
        })
      ),
  };
  const before = await countOf(county, 'household');
  await workOver(county, full);
  const officer = county.as('countyOfficer');
  const paused = await officer.call(operations.importProgress, { runId });
  expect(paused).toMatchObject({ state: 'paused', read: 0 });
  expect(paused.problem).toMatch(/没有丢失/);
  expect(await countOf(county, 'household')).toBe(before);
  await officer.call(operations.importResume, { runId });
  expect((await finish(county, runId)).counts).toEqual(expected);
});

test('every row of any file is accounted for, and importing it again adds nobody', async () => {
  const county = await openCounty();
  const number = fc.oneof(
    fc.constantFrom('', '无', '123'),
    fc.integer({ min: 0, max: 6 }).map((turn) => numberOf(`198${turn}-02-03`)),
    fc.integer({ min: 0, max: 6 }).map((turn) => wrongForm(numberOf(`198${turn}-02-03`)))
  );
  const row = fc.record({
    姓名: fc.constantFrom('韦一', '韦二', '潘小三', '', '合计', '=1+1', '韦?', '杨·阿花', '𠮷野'),
    公民身份号码: number,
    户号: fc.constantFrom('', '1', '522732990000', '522732990001'),
    与户主关系: fc.constantFrom('户主', '妻', '子', '', '不明'),
    性别: fc.constantFrom('男', '女', ''),
    出生日期: fc.constantFrom('', '1980-02-03', '1981/2/3', '不详'),
    镇街: fc.constantFrom('', '中和镇', '普安镇'),
    村居: fc.constantFrom('', '中海村', '小河', '没有的村'),
    户籍变动: fc.constantFrom('', '', '', '死亡', '迁出'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (file) => {
      const csv = registerCsv(file);
      const written = csv.split('\n').filter((line, place) => place > 0 && line.replace(/[,\s]/g, '') !== '').length;
      const first = await finish(county, await startImport(county, csv, mapped));
      const sum = Object.values(first.counts).reduce((total, by) => total + by, 0);
      expect([first.state, first.read, sum]).toEqual(['done', written, written]);
      const people = await countOf(county, 'person');
      const again = await finish(county, await startImport(county, csv, mapped));
      expect([again.counts.added, await countOf(county, 'person')]).toEqual([0, people]);
    }),
    { numRuns: 15, endOnFailure: true }
  );
  await expectCountersToHold(county);
});

const mapped = {
  mapping: { name: 0, idNumber: 1, householdNo: 2, relation: 3, sex: 4, birthDate: 5, town: 6, village: 7, status: 8 },
};
