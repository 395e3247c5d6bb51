import type { Store } from '../../../cloudfunctions/store/port';
import { type Rate, rate, timed } from '../measure';
import { line, number } from '../print';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const table = `CREATE TABLE sample (
  county_code text NOT NULL, id text NOT NULL, village text NOT NULL, at timestamptz NOT NULL,
  secrets bytea NOT NULL, answers jsonb NOT NULL, PRIMARY KEY (county_code, id)
);
CREATE INDEX sample_village ON sample (county_code, village, id)`;

const insert = 'INSERT INTO sample (county_code, id, village, at, secrets, answers) VALUES ($1, $2, $3, $4, $5, $6)';

export const store: Suite = {
  name: 'store',
  title: 'what the bare store can do: ceilings for everything above it',
  async run(args) {
    const rows = option(args, 'rows', 100_000);
    await onEachStore(async (each) => {
      await each.read((db) => db.script(table));
      await inserts(each);
      await bulk(each, rows);
      await pages(each, rows);
    });
  },
};

async function inserts(each: Store): Promise<void> {
  let next = 0;
  const row = (): unknown[] => {
    next += 1;
    return sampleRow(next, `i${next}`);
  };
  for (const callers of [1, 8, 32]) {
    const alone = await rate(callers, 2000, () => each.read((db) => db.run(insert, row())));
    line(`insert a row of 1.5 KB, ${callers} callers`, ...shown(alone));
  }
  for (const callers of [1, 8, 32]) {
    const inTransaction = await rate(callers, 2000, () => each.transaction((db) => db.run(insert, row())));
    line(`the same in a transaction, ${callers} callers`, ...shown(inTransaction));
  }
}

async function bulk(each: Store, rows: number): Promise<void> {
  async function* batches(): AsyncGenerator<unknown[][]> {
    for (let from = 0; from < rows; from += 1000) {
      yield Array.from({ length: Math.min(1000, rows - from) }, (_, index) =>
        sampleRow(from + index, `c${from + index}`)
      );
    }
  }
  const columns = ['county_code', 'id', 'village', 'at', 'secrets', 'answers'];
  const [took] = await timed(() => each.copyIn('sample', columns, batches()));
  line(`COPY in of ${number(rows)} rows`, number(took / 1000, 's'), number((rows / took) * 1000, 'rows/s'));
  const [streamed] = await timed(async () => {
    for await (const page of each.stream('SELECT * FROM sample WHERE id LIKE $1', ['c%'])) page.length = 0;
  });
  line('stream out of the same, parsed', number(streamed / 1000, 's'), number((rows / streamed) * 1000, 'rows/s'));
}

async function pages(each: Store, rows: number): Promise<void> {
  // The embedded store gathers no statistics by itself, and without them the plan is a guess.
  await each.read((db) => db.run('ANALYZE sample'));
  const villages = Math.max(1, Math.floor(rows / 4400));
  const page = await rate(1, 2000, (turn) =>
    each.read((db) =>
      db.query(
        'SELECT id, village, at, answers FROM sample WHERE county_code = $1 AND village = $2 ORDER BY id LIMIT 50',
        ['522732', `v${turn % villages}`]
      )
    )
  );
  line('a page of 50 of a village', ...shown(page));
}

function shown({ perSecond, p50, p95 }: Rate): string[] {
  return [number(perSecond, '/s'), `p50 ${number(p50, 'ms')}`, `p95 ${number(p95, 'ms')}`];
}

const answers = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`field${index}`, `answer ${index} 示例`]));
const secrets = Buffer.alloc(120, 7);

function sampleRow(number: number, id: string): unknown[] {
  return ['522732', id, `v${number % 91}`, '2018-01-02T03:04:05.678Z', secrets, answers];
}
