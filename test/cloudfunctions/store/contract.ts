import { setTimeout as pause } from 'node:timers/promises';
import { StoreConflict, StoreFailure } from '../../../cloudfunctions/store/errors';
import type { Store } from '../../../cloudfunctions/store/port';
import { json } from '../../../cloudfunctions/store/values';

/**
 * What every adapter keeps, tried on each of them.
 * @param fresh opens an empty store
 */
export function storeContract(fresh: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await fresh();
    await store.read((db) =>
      db.script(`
        CREATE TABLE village (code text PRIMARY KEY, people int NOT NULL CONSTRAINT village_people CHECK (people >= 0));
        CREATE TABLE resident (
          id int PRIMARY KEY, village text CONSTRAINT resident_village REFERENCES village,
          phone_index bytea CONSTRAINT resident_phone UNIQUE, name text NOT NULL
        )`)
    );
    await store.read((db) => db.run(`INSERT INTO village VALUES ('522732001005', 3)`));
  });
  afterEach(() => store.close());

  const people = () =>
    store.read((db) => db.one<{ people: number }>(`SELECT people FROM village WHERE code = '522732001005'`));

  describe('values come back as they went in', () => {
    const instant = new Date('2018-01-02T03:04:05.678Z');
    test.each<[type: string, given: unknown, expected: unknown]>([
      ['text', '韦·水秀 𠮷 ', '韦·水秀 𠮷 '],
      ['text', null, null],
      ['text', undefined, null],
      ['text', '', ''],
      ['int', 7, 7],
      ['int8', 9007199254740991, 9007199254740991],
      ['int8', 9007199254740993n, '9007199254740993'],
      ['numeric', '3500.50', 3500.5],
      ['numeric', '0.12345678901234567890', '0.12345678901234567890'],
      ['float8', 0.1, 0.1],
      ['boolean', true, true],
      ['boolean', false, false],
      ['date', '2018-03-31', '2018-03-31'],
      ['timestamptz', instant, '2018-01-02T03:04:05.678Z'],
      ['timestamptz', '2018-01-02T11:04:05+08:00', '2018-01-02T03:04:05.000Z'],
      ['timestamptz', '2018-01-02T03:04:05.678901Z', '2018-01-02T03:04:05.678901Z'],
      ['bytea', Buffer.from([0, 92, 255]), Buffer.from([0, 92, 255])],
      ['bytea', new Uint8Array([1, 2, 3]).subarray(1), Buffer.from([2, 3])],
      ['bytea', Buffer.alloc(0), Buffer.alloc(0)],
      ['jsonb', { 姓名: '潘', n: [1, null, { a: true }] }, { 姓名: '潘', n: [1, null, { a: true }] }],
      ['jsonb', json(['a', 1]), ['a', 1]],
      ['jsonb', json('text'), 'text'],
      ['text[]', ['a', null, 'b,"c"\\', ''], ['a', null, 'b,"c"\\', '']],
      ['text[]', [], []],
      ['text[]', ['NULL', 'null', '{}'], ['NULL', 'null', '{}']],
      ['int8[]', [1, 2], [1, 2]],
      ['bytea[]', [Buffer.from([1]), null], [Buffer.from([1]), null]],
      ['jsonb[]', [{ a: 'x"y' }], [{ a: 'x"y' }]],
      ['timestamptz[]', [instant], ['2018-01-02T03:04:05.678Z']],
      [
        'int[]',
        [
          [1, 2],
          [3, 4],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ])('%s: %p', async (type, given, expected) => {
      const row = await store.read((db) => db.one(`SELECT $1::${type} AS value`, [given]));
      expect(row).toEqual({ value: expected });
    });

    test('count and sum are numbers', async () => {
      const row = await store.read((db) => db.one('SELECT count(*) AS n, sum(people) AS total FROM village'));
      expect(row).toEqual({ n: 1, total: 3 });
    });

    test('no row is undefined, and a change says how many rows it touched', async () => {
      expect(await store.read((db) => db.one(`SELECT 1 FROM village WHERE code = 'none'`))).toBeUndefined();
      expect(await store.read((db) => db.run('UPDATE village SET people = people + 1'))).toBe(1);
      expect(await store.read((db) => db.run(`DELETE FROM village WHERE code = 'none'`))).toBe(0);
    });

    test('days and hours are read in UTC whatever the machine says', async () => {
      const row = await store.read((db) => db.one(`SELECT timestamptz '2018-01-02 20:00+08'::text AS at`));
      expect(row).toEqual({ at: '2018-01-02 12:00:00+00' });
    });
  });

  describe('a transaction', () => {
    test('keeps all or nothing', async () => {
      await store.transaction(async (db) => {
        await db.run('UPDATE village SET people = 10');
      });
      const failed = store.transaction(async (db) => {
        await db.run('UPDATE village SET people = 20');
        throw new Error('the officer changed his mind');
      });
      await expect(failed).rejects.toThrow('the officer changed his mind');
      expect(await people()).toEqual({ people: 10 });
    });

    test('is gone as a whole when one of its statements failed, even if the caller looked away', async () => {
      const failed = store.transaction(async (db) => {
        await db.run('UPDATE village SET people = 20');
        await db.query('SELECT 1 / 0').catch(() => undefined);
        return 'done';
      });
      await expect(failed).rejects.toThrow(StoreFailure);
      expect(await people()).toEqual({ people: 3 });
    });

    test('leaves the store working after an error', async () => {
      await expect(store.transaction((db) => db.query('SELECT nothing FROM nowhere'))).rejects.toThrow(StoreFailure);
      expect(await people()).toEqual({ people: 3 });
    });

    test('of many callers at once loses no count', async () => {
      const callers = Array.from({ length: 20 }, () =>
        store.transaction(async (db) => {
          const row = await db.one<{ people: number }>('SELECT people FROM village FOR UPDATE');
          await db.run('UPDATE village SET people = $1', [(row?.people ?? 0) + 1]);
        })
      );
      await Promise.all(callers);
      expect(await people()).toEqual({ people: 23 });
    });

    test('answers each of several statements begun together with its own rows', async () => {
      const asked = [1, 2, 3, 4];
      const together = await store.transaction((db) =>
        Promise.all(asked.map((value) => db.one<{ value: number }>('SELECT $1::integer AS value', [value])))
      );
      expect(together.map((row) => row?.value)).toEqual(asked);
    });

    test('is not seen by others before it commits', async () => {
      let open = (): void => undefined;
      const changed = new Promise<void>((resolve) => {
        open = resolve;
      });
      const look = changed.then(people);
      await store.transaction(async (db) => {
        await db.run('UPDATE village SET people = 99');
        open();
        await pause(30);
      });
      // The embedded store answers it after the commit, a server during it; neither shows a half-done change.
      expect([{ people: 3 }, { people: 99 }]).toContainEqual(await look);
    });

    test('refuses a call to the store from within, instead of waiting for itself', async () => {
      const nested = store.transaction(() => store.read((db) => db.query('SELECT 1')));
      await expect(nested).rejects.toThrow('inside its own transaction');
      const twice = store.transaction(() => store.transaction(async () => 1));
      await expect(twice).rejects.toThrow('inside its own transaction');
      expect(await people()).toEqual({ people: 3 });
    });
  });

  test('what a transaction started may call the store once it has ended', async () => {
    const later = await store.transaction(async () => ({ look: pause(20).then(people) }));
    expect(await later.look).toEqual({ people: 3 });
  });

  describe('a broken constraint is named', () => {
    const add = (values: unknown[]) =>
      store.read((db) =>
        db.run('INSERT INTO resident (id, village, phone_index, name) VALUES ($1, $2, $3, $4)', values)
      );

    test.each<[kind: StoreConflict['kind'], constraint: string, values: unknown[]]>([
      ['unique', 'resident_pkey', [1, '522732001005', null, '潘']],
      ['unique', 'resident_phone', [2, '522732001005', Buffer.from('index'), '潘']],
      ['reference', 'resident_village', [3, 'nowhere', null, '潘']],
      ['missing', 'name', [4, '522732001005', null, null]],
    ])('%s %s', async (kind, constraint, values) => {
      await add([1, '522732001005', Buffer.from('index'), '韦']);
      await expect(add(values)).rejects.toMatchObject({ name: 'StoreConflict', kind, constraint, table: 'resident' });
    });

    test('check village_people', async () => {
      const failed = store.read((db) => db.run('UPDATE village SET people = -1'));
      await expect(failed).rejects.toMatchObject({ kind: 'check', constraint: 'village_people' });
    });

    test.each([
      ['unique', `INSERT INTO resident (id, name) VALUES ($1, $2), ($1, $2)`, [77, '秘密的名字']],
      ['a wrong number', 'SELECT $1::int', ['秘密的名字']],
      ['a NUL', 'SELECT $1::text', ['秘密的名字\0']],
    ])('without the value that broke it: %s', async (_what, sql, values) => {
      const error: unknown = await store.read((db) => db.query(sql, values)).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Error);
      const shown = `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`;
      expect(shown).not.toContain('秘密');
      expect(shown).not.toContain('(77');
    });
  });

  describe('COPY', () => {
    const rows = [
      [1, '522732001005', Buffer.from([1, 92]), '韦\t\\N\n"水"\r'],
      [2, null, null, '\\'],
      [3, null, null, ''],
    ];

    test('brings rows in as they are', async () => {
      expect(await store.copyIn('resident', ['id', 'village', 'phone_index', 'name'], rows)).toBe(3);
      const found = await store.read((db) =>
        db.query('SELECT id, village, phone_index, name FROM resident ORDER BY id')
      );
      expect(found.map(Object.values)).toEqual(rows);
    });

    test('takes batches as they come, and all of them or none', async () => {
      async function* batches(broken: boolean) {
        yield [[1, 'a']];
        yield [];
        yield [[2, 'b'], broken ? [1, 'again'] : [3, 'c']];
      }
      await expect(store.copyIn('resident', ['id', 'name'], batches(true))).rejects.toThrow(StoreConflict);
      expect(await store.read((db) => db.query('SELECT 1 FROM resident'))).toEqual([]);
      expect(await store.copyIn('resident', ['id', 'name'], batches(false))).toBe(3);
    });

    test('belongs to the transaction it is in', async () => {
      const failed = store.transaction(async (db) => {
        await db.copyIn('resident', ['id', 'name'], [[1, '韦']]);
        throw new Error('cancelled');
      });
      await expect(failed).rejects.toThrow('cancelled');
      expect(await store.read((db) => db.query('SELECT 1 FROM resident'))).toEqual([]);
    });

    test('hands rows out as CSV', async () => {
      await store.copyIn(
        'resident',
        ['id', 'name'],
        [
          [1, '韦,"水"'],
          [2, '潘'],
        ]
      );
      const chunks: Uint8Array[] = [];
      for await (const chunk of store.copyOut('SELECT id, name FROM resident ORDER BY id')) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString()).toBe('1,"韦,""水"""\n2,潘\n');
    });
  });

  describe('a stream', () => {
    beforeEach(async () => {
      const rows = Array.from({ length: 1234 }, (_, id) => [id, `n${id}`]);
      await store.copyIn('resident', ['id', 'name'], rows);
    });

    const numbers = 'SELECT id FROM resident WHERE id >= $1 ORDER BY id';

    test('gives every row once, in pages', async () => {
      const sizes: number[] = [];
      const ids: unknown[] = [];
      for await (const page of store.stream<{ id: number }>(numbers, [34], { pageSize: 500 })) {
        sizes.push(page.length);
        ids.push(...page.map(({ id }) => id));
      }
      expect(sizes).toEqual([500, 500, 200]);
      expect(ids).toEqual(Array.from({ length: 1200 }, (_, index) => index + 34));
    });

    test('serves others between two pages and shows them nothing new', async () => {
      let seen = 0;
      for await (const page of store.stream(numbers, [0], { pageSize: 100 })) {
        seen += page.length;
        await store.read((db) => db.run(`INSERT INTO resident (id, name) VALUES ($1, 'late')`, [5000 + seen]));
      }
      expect(seen).toBe(1234);
    });

    test('may be left early', async () => {
      for await (const page of store.stream(numbers, [0], { pageSize: 10 })) {
        expect(page).toHaveLength(10);
        break;
      }
      expect(await people()).toEqual({ people: 3 });
    });

    test('of nothing has no page, and of a mistake is an error', async () => {
      const pages: unknown[] = [];
      for await (const page of store.stream(numbers, [99_999])) pages.push(page);
      expect(pages).toEqual([]);
      const wrong = store.stream('SELECT nothing FROM nowhere')[Symbol.asyncIterator]();
      await expect(wrong.next()).rejects.toThrow(StoreFailure);
      expect(await people()).toEqual({ people: 3 });
    });
  });

  test('a table that changed under a kept statement is read anew', async () => {
    const read = () => store.read((db) => db.one('SELECT * FROM village'));
    expect(await read()).toEqual({ code: '522732001005', people: 3 });
    await store.read((db) => db.run(`ALTER TABLE village ADD COLUMN town text DEFAULT '三合街道'`));
    expect(await read()).toEqual({ code: '522732001005', people: 3, town: '三合街道' });
    await store.read((db) => db.run('ALTER TABLE village DROP COLUMN town'));
    expect(await store.transaction((db) => db.one('SELECT * FROM village'))).toEqual({
      code: '522732001005',
      people: 3,
    });
  });

  test('more different statements than are kept all answer', async () => {
    for (let number = 0; number < 600; number += 1) {
      expect(await store.read((db) => db.one(`SELECT ${number} AS number`))).toEqual({ number });
    }
  });
}

/** @param open a store that nobody else uses */
export function closingContract(open: () => Promise<Store>): void {
  test('once closed it says so', async () => {
    const store = await open();
    await store.close();
    await expect(store.read((db) => db.query('SELECT 1'))).rejects.toMatchObject({ reason: 'closed' });
    await expect(store.transaction(async () => 1)).rejects.toMatchObject({ reason: 'closed' });
    await store.close();
  });
}
