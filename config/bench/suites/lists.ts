import { villages } from '@/domain/divisions';
import type { Reply } from '@/domain/operations/envelope';
import { progress } from '@/domain/operations/office/progress';
import { search, villagePeople } from '@/domain/operations/people/register';
import { main as office } from '../../../cloudfunctions/office';
import { main as register } from '../../../cloudfunctions/register';
import { type BenchCounty, benchCounty } from '../county';
import { percentile } from '../measure';
import { heading, line, number } from '../print';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const codes = villages().map(({ code }) => code);

export const lists: Suite = {
  name: 'lists',
  title: 'a page of a village, a search and the county progress; `--people 400000` fills a whole county first',
  async run(args) {
    for (const people of new Set([2000, option(args, 'people', 2000)])) {
      heading(`${number(people)} people`);
      await onEachStore(async (store) => {
        const county = await benchCounty(store, people);
        await figures('first page of a village, 50 people', (turn) => firstPage(county, turn));
        await figures('a page further on', (turn) => laterPage(county, turn));
        await figures('a village by initials', (turn) => firstPage(county, turn, { text: 'wx' }));
        await figures('the county by a name', () => county.call(register, search, { text: '韦小' }));
        await figures('progress of the county', () =>
          county.call(office, progress, { divisionCode: '522732' }, 't_office')
        );
      });
    }
  },
};

async function figures(name: string, call: (turn: number) => Promise<Reply>): Promise<void> {
  const took: number[] = [];
  for (let turn = 0; turn < 220; turn += 1) {
    const start = performance.now();
    const reply = await call(turn);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.problem.code}`);
    // The first calls plan statements and warm the code.
    if (turn >= 20) took.push(performance.now() - start);
  }
  line(name, `p50 ${number(percentile(took, 0.5), 'ms')}`, `p95 ${number(percentile(took, 0.95), 'ms')}`);
}

const firstPage = (county: BenchCounty, turn: number, more: object = {}): Promise<Reply> =>
  county.call(register, villagePeople, { villageCode: codes[turn % codes.length], ...more });

/** Each time the page after the last one of that village. */
async function laterPage(county: BenchCounty, turn: number): Promise<Reply> {
  const villageCode = codes[turn % codes.length] ?? '';
  const cursor = cursors.get(villageCode) ?? null;
  const reply = await county.call(register, villagePeople, { villageCode, cursor, limit: 10 });
  if (reply.ok) cursors.set(villageCode, villagePeople.output.parse(reply.value).next);
  return reply;
}

const cursors = new Map<string, string | null>();
