import { lookAtGrownTables } from '../../../cloudfunctions/store/pglite/statistics';
import { freshStore } from '../../support/store';

test('the embedded store looks at a table again when it has grown by half, and not before', async () => {
  const store = await freshStore();
  await store.read((db) => db.script('CREATE TABLE grown (id int, name text)'));
  const add = (from: number, count: number) =>
    store.copyIn(
      'grown',
      ['id', 'name'],
      Array.from({ length: count }, (_, index) => [from + index, 'x'.repeat(100)])
    );
  const known = () => store.read((db) => db.one(`SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'grown'`));

  await add(0, 10);
  expect(await lookAtGrownTables(store)).not.toContain('grown');
  await add(10, 2000);
  expect(await lookAtGrownTables(store)).toContain('grown');
  expect(await known()).toEqual({ rows: 2010 });
  await add(3000, 500);
  expect(await lookAtGrownTables(store)).not.toContain('grown');
  await add(4000, 1000);
  expect(await lookAtGrownTables(store)).toContain('grown');
  expect(await known()).toEqual({ rows: 3510 });
});
