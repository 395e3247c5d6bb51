import { migrate, requireMigrated } from '../../../cloudfunctions/store/migrate';
import { migration, ownMigrations } from '../../../cloudfunctions/store/migrations';
import { openPglite } from '../../../cloudfunctions/store/pglite/store';
import type { Store } from '../../../cloudfunctions/store/port';
import { freshDatabase, onServer } from '../../support/postgres';
import { freshStore } from '../../support/store';

const first = migration(1, 'first', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1);');
const second = migration(2, 'second', 'ALTER TABLE a ADD COLUMN name text;');

describe('bringing a store up to date', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openPglite();
  });
  beforeEach(() => store.read((db) => db.script('DROP TABLE IF EXISTS a, schema_migration')));
  afterAll(() => store.close());

  test('applies what is missing, once', async () => {
    expect(await migrate(store, [first])).toEqual(['first']);
    expect(await migrate(store, [first, second])).toEqual(['second']);
    expect(await migrate(store, [first, second])).toEqual([]);
    expect(await store.read((db) => db.query('SELECT * FROM a'))).toEqual([{ id: 1, name: null }]);
    await requireMigrated(store, [first, second]);
  });

  test('keeps nothing of one that fails, and all before it', async () => {
    const broken = migration(2, 'broken', 'CREATE TABLE b (id int); SELECT nothing FROM nowhere;');
    await expect(migrate(store, [first, broken])).rejects.toThrow('42');
    expect(await store.read((db) => db.one(`SELECT to_regclass('a') IS NOT NULL AS a, to_regclass('b') AS b`))).toEqual(
      {
        a: true,
        b: null,
      }
    );
    expect(await migrate(store, [first, second])).toEqual(['second']);
  });

  test('refuses data of a newer version with one sentence', async () => {
    await migrate(store, [first, second]);
    const refused = {
      name: 'StartProblem',
      code: 'newer',
      sentence: expect.stringMatching(/^[^。]*更新版本[^。]*。[^。]*。$/),
    };
    await expect(migrate(store, [first])).rejects.toMatchObject(refused);
    await expect(requireMigrated(store, [first])).rejects.toMatchObject(refused);
  });

  test('refuses a migration that was changed after it was applied, but not other line ends', async () => {
    await migrate(store, [migration(1, 'first', 'CREATE TABLE a (\n  id int);')]);
    expect(await migrate(store, [migration(1, 'first', 'CREATE TABLE a (\r\n  id int);')])).toEqual([]);
    const changed = [migration(1, 'first', 'CREATE TABLE a (id bigint);')];
    await expect(migrate(store, changed)).rejects.toMatchObject({
      code: 'changed',
      sentence: expect.stringContaining('第 1 号'),
    });
  });

  test('a process that may not change tables says who can', async () => {
    await expect(requireMigrated(store, [first])).rejects.toMatchObject({
      code: 'store',
      sentence: expect.stringContaining('npm run migrate'),
    });
  });
});

test('our own migrations are numbered without gaps and lead to a working store', async () => {
  expect(ownMigrations().map(({ number }) => number)).toEqual(ownMigrations().map((_, index) => index + 1));
  await requireMigrated(await freshStore());
});

test('every large table leads its primary key with county_code', async () => {
  const store = await freshStore();
  const keys = await store.read((db) =>
    db.query<{ table: string; first: string }>(
      `SELECT c.relname AS table, a.attname AS first FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE i.indisunique AND c.relname <> 'schema_migration'`
    )
  );
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter(({ first: column }) => column !== 'county_code')).toEqual([]);
});

onServer('on a server (skipped unless DATABASE_URL names one)', () => {
  test('many processes may bring it up to date at once', async () => {
    const store = await freshDatabase();
    const applied = await Promise.all([migrate(store), migrate(store), migrate(store)]);
    expect(applied.flat().sort()).toEqual(
      ownMigrations()
        .map(({ name }) => name)
        .sort()
    );
    await store.close();
  });
});
