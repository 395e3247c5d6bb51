import { randomBytes } from 'node:crypto';
import { undertakingText } from '@/domain/access';
import type { Operation } from '@/domain/operations/operation';
import { employment, peopleBehind, progress as progressOf, progressSeries } from '@/domain/operations/progress';
import { reviewList } from '@/domain/operations/quality';
import { listMissing } from '@/domain/operations/reminder';
import { main as notice } from '../../../cloudfunctions/notice';
import { main as office } from '../../../cloudfunctions/office';
import { main as quality } from '../../../cloudfunctions/quality';
import { digest } from '../../../cloudfunctions/runtime/digest';
import type { Main } from '../../../cloudfunctions/runtime/serve';
import type { Services } from '../../../cloudfunctions/runtime/services';
import type { Store } from '../../../cloudfunctions/store/port';
import { benchCounty } from '../county';
import { percentile } from '../measure';
import { line, number } from '../print';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const session = 'session-of-the-bench-officer-0123';
const calls = 60;

interface Asked {
  title: string;
  main: Main;
  operation: Operation;
  input: object;
}

export const progress: Suite = {
  name: 'progress',
  title: 'p95 of county progress and the lists behind it; --large 400000 for a whole county beside a small one',
  async run(args) {
    const sizes = [option(args, 'people', 2000), option(args, 'large', 0)].filter((people) => people > 0);
    for (const people of sizes) {
      await onEachStore(async (store) => {
        const { services } = await benchCounty(store, people);
        await addOfficer(services);
        for (const asked of await questions(store)) {
          const took = await ask(asked);
          const figures = [`p50 ${number(percentile(took, 0.5), 'ms')}`, `p95 ${number(percentile(took, 0.95), 'ms')}`];
          line(`${asked.title}, ${number(people)} people`, ...figures);
        }
      });
    }
  },
};

/** The village with most people stands for a page of a village: the others are quicker. */
async function questions(store: Store): Promise<Asked[]> {
  const largest = await store.read((db) =>
    db.one<{ code: string }>(
      `SELECT village_code AS code FROM village_counter WHERE measure = 'people' ORDER BY value DESC LIMIT 1`
    )
  );
  const villageCode = largest?.code ?? '';
  const county = { divisionCode: '522732' };
  return [
    { title: 'progress of the county', main: office, operation: progressOf, input: county },
    {
      title: 'progress of a town',
      main: office,
      operation: progressOf,
      input: { divisionCode: villageCode.slice(0, 9) },
    },
    { title: 'the curve of the county', main: office, operation: progressSeries, input: county },
    { title: 'employment of the county', main: office, operation: employment, input: county },
    {
      title: 'who is due in the county, 50',
      main: office,
      operation: peopleBehind,
      input: { ...county, figure: 'due' },
    },
    {
      title: 'a rare figure of the county',
      main: office,
      operation: peopleBehind,
      input: { ...county, figure: 'outcome_16' },
    },
    { title: 'who is missing in a village, 50', main: notice, operation: listMissing, input: { villageCode } },
    { title: 'records to review in the county, 50', main: quality, operation: reviewList, input: county },
  ];
}

/** Milliseconds of each call, the first few left out: a function is warm after them. */
async function ask({ main, operation, input, title }: Asked): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < calls + 5; turn += 1) {
    const requestId = randomBytes(12).toString('base64url');
    const event = { operation: operation.name, input, requestId, session, post: 't_officer' };
    const start = performance.now();
    const reply = await main(event, { environment: '{"WX_OPENID":"","TRIGGER_SRC":""}' });
    if (!reply.ok) throw new Error(`${title}: ${reply.problem.code} ${reply.problem.message}`);
    if (turn >= 5) took.push(performance.now() - start);
  }
  return took;
}

async function addOfficer({ store, county: { countyCode } }: Services): Promise<void> {
  const now = new Date();
  await store.transaction(async (db) => {
    await db.run('INSERT INTO account (county_code, account_id, name, created_at) VALUES ($1, $2, $3, $4)', [
      countyCode,
      'a_officer',
      '县经办（示例）',
      now,
    ]);
    await db.run(
      `INSERT INTO post (county_code, post_id, account_id, role, title, starts_on, undertaking_version, created_at)
       VALUES ($1, 't_officer', 'a_officer', 'county', '经办', '2017-12-01', $2, $3)`,
      [countyCode, undertakingText.version, now]
    );
    await db.run(
      `INSERT INTO post_scope (county_code, post_id, division_code, starts_at) VALUES ($1, 't_officer', $1, $2)`,
      [countyCode, now]
    );
    await db.run(
      `INSERT INTO session (county_code, token_hash, account_id, channel, created_at, expires_at)
       VALUES ($1, $2, 'a_officer', 'local', $3, $4)`,
      [countyCode, digest(session), now, new Date(now.getTime() + 86_400_000)]
    );
    await db.script('ANALYZE');
  });
}
