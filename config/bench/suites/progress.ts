import { employment, peopleBehind, progress as progressOf, progressSeries } from '@/domain/operations/office/progress';
import { reviewList } from '@/domain/operations/office/quality';
import type { Operation } from '@/domain/operations/operation';
import { listMissing } from '@/domain/operations/publicity/reminder';
import { main as notice } from '../../../cloudfunctions/notice';
import { main as office } from '../../../cloudfunctions/office';
import { main as quality } from '../../../cloudfunctions/quality';
import type { Main } from '../../../cloudfunctions/runtime/serve';
import type { Store } from '../../../cloudfunctions/store/port';
import { benchCounty } from '../county';
import { percentile, timed } from '../measure';
import { benchOfficer } from '../officer';
import { line, number } from '../print';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const calls = 60;

type Officer = Awaited<ReturnType<typeof benchOfficer>>;

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
        const officer = await benchOfficer(services);
        for (const asked of await questions(store)) {
          const took = await ask(officer, asked);
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
async function ask(officer: Officer, { main, operation, input }: Asked): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < calls + 5; turn += 1) {
    const [milliseconds] = await timed(() => officer(main, operation, input));
    if (turn >= 5) took.push(milliseconds);
  }
  return took;
}
