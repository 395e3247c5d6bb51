import { upkeep } from '../../../cloudfunctions/store/pglite/upkeep';
import type { Store } from '../../../cloudfunctions/store/port';
import { freshStore } from '../../support/store';

let store: Store;
beforeEach(async () => {
  store = await freshStore();
  await store.read((db) => db.script('CREATE TABLE grown (id int, name text)'));
});

const add = (from: number, count: number) =>
  store.copyIn(
    'grown',
    ['id', 'name'],
    Array.from({ length: count }, (_, index) => [from + index, 'x'.repeat(100)])
  );

test('the embedded store looks at a table once it holds anything, again when it has grown by half, and not before', async () => {
  const known = () => store.read((db) => db.one(`SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'grown'`));
  await add(0, 10);
  expect(await upkeep(store)).toContain('grown');
  expect(await upkeep(store)).not.toContain('grown');
  await add(10, 2000);
  expect(await upkeep(store)).toContain('grown');
  expect(await known()).toEqual({ rows: 2010 });
  await add(3000, 500);
  expect(await upkeep(store)).not.toContain('grown');
  await add(4000, 1000);
  expect(await upkeep(store)).toContain('grown');
  expect(await known()).toEqual({ rows: 3510 });
});

test('rows that were replaced leave their room to others', async () => {
  const size = () =>
    store.read(async (db) => (await db.one<{ size: number }>(`SELECT pg_relation_size('grown') AS size`))?.size ?? 0);
  await add(0, 5000);
  await upkeep(store);
  await store.read((db) => db.run(`UPDATE grown SET name = upper(name)`));
  await upkeep(store);
  const replaced = await size();
  await store.read((db) => db.run(`UPDATE grown SET name = lower(name)`));
  expect(await size()).toBe(replaced);
});

test('its write-ahead log does not grow for ever', async () => {
  const log = () =>
    store.read(async (db) => {
      const row = await db.one<{ bytes: number }>(
        'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint AS bytes FROM pg_control_checkpoint()'
      );
      return row?.bytes ?? 0;
    });
  await upkeep(store);
  const before = await log();
  for (let turn = 0; turn < 3; turn += 1) {
    await store.read((db) => db.query(`SELECT pg_logical_emit_message(true, 'filler', repeat('x', 30000000))::text`));
  }
  expect(await log()).toBeGreaterThan(before + 90_000_000);
  await upkeep(store);
  expect(await log()).toBeLessThan(1_000_000);
});
