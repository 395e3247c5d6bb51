import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../../../cloudfunctions/store/port';
import { openPostgres } from '../../../cloudfunctions/store/postgres/store';
import { freshDatabase, onServer } from '../../support/postgres';
import { closingContract, storeContract } from './contract';

onServer('a PostgreSQL server (skipped unless DATABASE_URL names one)', () => {
  /** One database for the whole contract, emptied between two tests: making one takes a quarter of a second. */
  let shared: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    shared = await freshDatabase();
  });
  afterAll(() => shared.close());

  storeContract(async () => {
    await shared.read((db) => db.script('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
    return { ...shared, close: async () => undefined };
  });
  closingContract(freshDatabase);

  describe('among many connections', () => {
    let store: Awaited<ReturnType<typeof freshDatabase>>;
    beforeEach(async () => {
      store = await freshDatabase({ poolSize: 3, statementTimeout: 400 });
      await store.read((db) =>
        db.script('CREATE TABLE village (id int PRIMARY KEY, people int); INSERT INTO village VALUES (1, 0), (2, 0)')
      );
    });
    afterEach(() => store.close());
    const people = () => store.read((db) => db.query('SELECT people FROM village ORDER BY id'));

    test('two who lock in opposite order both get through', async () => {
      let tries = 0;
      const add = async (db: Db, first: number, second: number) => {
        tries += 1;
        await db.run('SET LOCAL statement_timeout = 0');
        await db.run('UPDATE village SET people = people + 1 WHERE id = $1', [first]);
        await pause(100);
        await db.run('UPDATE village SET people = people + 1 WHERE id = $1', [second]);
      };
      await Promise.all([store.transaction((db) => add(db, 1, 2)), store.transaction((db) => add(db, 2, 1))]);
      expect(await people()).toEqual([{ people: 2 }, { people: 2 }]);
      expect(tries).toBeGreaterThan(2);
    });

    test('a serialization failure runs the work again', async () => {
      let tries = 0;
      const add = async (db: Db) => {
        tries += 1;
        await db.run('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
        const row = await db.one<{ people: number }>('SELECT people FROM village WHERE id = 1');
        await pause(30);
        await db.run('UPDATE village SET people = $1 WHERE id = 1', [(row?.people ?? 0) + 1]);
      };
      await Promise.all([store.transaction(add), store.transaction(add), store.transaction(add)]);
      expect((await people())[0]).toEqual({ people: 3 });
      expect(tries).toBeGreaterThan(3);
    });

    test('a statement that takes too long is ended and the connection stays good', async () => {
      const slow = store.read((db) => db.query('SELECT pg_sleep(5)'));
      await expect(slow).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'timeout' });
      expect(await people()).toHaveLength(2);
    });

    test('a connection that the server ended is replaced', async () => {
      const ended = store.transaction(async (db) => {
        const row = await db.one<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        await db.run('UPDATE village SET people = 9');
        const other = await openPostgres({ url: store.url, poolSize: 1 });
        await other.read((owner) => owner.query('SELECT pg_terminate_backend($1)', [row?.pid]));
        await other.close();
        await db.query('SELECT 1');
      });
      await expect(ended).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'connection' });
      expect(await people()).toEqual([{ people: 0 }, { people: 0 }]);
    });

    test('a statement that is always busy gives up after a while', async () => {
      let tries = 0;
      const never = store.transaction(async (db) => {
        tries += 1;
        await db.query(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$`);
      });
      await expect(never).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'busy' });
      expect(tries).toBe(5);
    });
  });

  test('whose address is wrong stops the start with a sentence that does not quote it', async () => {
    const error: unknown = await openPostgres({ url: 'postgres://someone:secret@127.0.0.1:1/none' }).catch(
      (caught: unknown) => caught
    );
    expect(error).toMatchObject({ name: 'StartProblem', sentence: expect.stringContaining('DATABASE_URL') });
    expect(String(error)).not.toMatch(/secret|someone/);
  });
});
