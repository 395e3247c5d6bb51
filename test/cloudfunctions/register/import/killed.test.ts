import { sealLate, verifyAudit } from '../../../../cloudfunctions/audit';
import { openStore } from '../../../../cloudfunctions/store/open';
import type { Store } from '../../../../cloudfunctions/store/port';
import { expectCountersToHold } from '../../../support/counters';
import {
  addressOf,
  ask,
  buildFunctions,
  countySigned,
  emptyFolder,
  endAll,
  ended,
  removeFolder,
  type Started,
  startLocal,
  until,
} from '../../../support/local-process';
import { freshDatabase, onServer } from '../../../support/postgres';
import { numberOf, registerCsv } from '../../../support/register-file';

/** The local cloud as a process of its own, killed in the middle of an import and started again on what it left. */
let built: string;
let data: string;
beforeAll(async () => {
  built = await buildFunctions();
}, 120_000);
afterAll(() => removeFolder(built));
beforeEach(() => {
  data = emptyFolder();
});
afterEach(async () => {
  await endAll();
  removeFolder(data);
});

/** Of the county that the process itself invents. */
const seeded = 100;
const rows = 24_000;
const file = registerCsv(
  Array.from({ length: rows }, (_, turn) => {
    const day = new Date(Date.UTC(1940, 0, 1) + Math.floor(turn / 5) * 86_400_000).toISOString().slice(0, 10);
    return {
      姓名: `韦${'甲乙丙丁戊己庚辛'.charAt(turn % 8)}${'明光荣秀英华兰花'.charAt(Math.floor(turn / 8) % 8)}`,
      公民身份号码: numberOf(day, '1', turn % 5, '522701'),
      户号: `5227329${String(Math.floor(turn / 4)).padStart(5, '0')}`,
      与户主关系: turn % 4 === 0 ? '户主' : '子',
      镇街: '中和镇',
      村居: '中海村',
    };
  })
);
const mapping = { name: 0, idNumber: 1, householdNo: 2, relation: 3, town: 4, village: 5 };

/** Each start two hours after the one before: whoever was killed has long lost his lease. */
const begin = (turn: number, env: Record<string, string>): Started =>
  startLocal(built, turn === 0 ? ['--people', String(seeded)] : [], {
    DATA_DIR: data,
    LOCAL_TIME: `2026-12-01T1${turn * 2}:00:00+08:00`,
    ...env,
  });

async function upload(base: string, signed: object): Promise<string> {
  const ticket = await ask(
    base,
    'register.importTicket',
    { fileName: '名册.csv', bytes: Buffer.byteLength(file) },
    signed
  );
  const sent = await fetch(`${base}${ticket.value.url}`, { method: 'PUT', body: file });
  expect(sent.ok).toBe(true);
  const started = await ask(
    base,
    'register.importStart',
    {
      fileId: ticket.value.fileId,
      fileName: '名册.csv',
      mapping,
      editionDate: '2026-11-30',
      kind: 'first',
      covers: '522732',
    },
    signed
  );
  return String(started.value.runId);
}

/** Starts, kills at a quarter and at two thirds, starts again, and answers with the result of the run. */
async function importThroughKills(env: Record<string, string>) {
  const first = begin(0, env);
  const base = await addressOf(first);
  const signed = await countySigned(base);
  const runId = await upload(base, signed);
  const read = async (at: string) =>
    Number((await ask(at, 'register.importProgress', { runId }, signed)).value.read ?? Number.NaN);
  const killedAt: number[] = [];
  let [running, address] = [first, base];
  for (const part of [0.25, 0.66]) {
    let seen = 0;
    await until(async () => {
      seen = await read(address);
      return seen >= rows * part;
    }, running.said);
    await ended(running.process, 'SIGKILL');
    killedAt.push(seen);
    running = begin(killedAt.length, env);
    address = await addressOf(running);
  }
  const state = async () => (await ask(address, 'register.importProgress', { runId }, signed)).value.state;
  await until(async () => (await state()) === 'done', running.said);
  const result = (await ask(address, 'register.importResult', { runId }, signed)).value;
  await ended(running.process, 'SIGTERM');
  return { result, killedAt };
}

/** Every row once, the counters as a recount has them, the trail unbroken. */
async function expectAllAccounted(store: Store, { result, killedAt }: Awaited<ReturnType<typeof importThroughKills>>) {
  expect(killedAt.every((at) => at < rows)).toBe(true);
  const counts = { added: rows, updated: 0, unchanged: 0, doubtful: 0, refused: 0 };
  expect(result).toMatchObject({ state: 'done', read: rows, total: rows, counts });
  const [found] = await store.read((db) =>
    db.query<{ people: number; lines: number; numbers: number; pages: number }>(
      `SELECT count(*)::int AS people, count(DISTINCT register_line)::int AS lines,
         count(DISTINCT id_index)::int AS numbers,
         (SELECT sum((details->>'rows_read')::int)::int FROM audit_entry WHERE act = 'register.import'
           AND details ? 'rows_read') AS pages
       FROM person WHERE register_run IS NOT NULL`
    )
  );
  expect(found).toEqual({ people: rows, lines: rows, numbers: rows, pages: rows });
  const people = await store.read((db) => db.one<{ n: number }>('SELECT count(*)::int AS n FROM person'));
  expect(people?.n).toBe(rows + seeded);
  await expectCountersToHold({ store });
  await sealLate(store, '522732');
  expect(await verifyAudit(store, '522732')).toMatchObject({ state: 'intact' });
}

test('killed twice on the embedded store, it goes on where its last page was stored', async () => {
  const through = await importThroughKills({});
  const store = await openStore({ databaseUrl: null, poolSize: 1, dataDir: data }, false);
  await expectAllAccounted(store, through).finally(() => store.close());
}, 120_000);

onServer('on PostgreSQL', () => {
  test('killed twice, it goes on where its last page was stored', async () => {
    const store = await freshDatabase();
    try {
      await expectAllAccounted(store, await importThroughKills({ DATABASE_URL: store.url }));
    } finally {
      await store.close();
    }
  }, 120_000);
});
