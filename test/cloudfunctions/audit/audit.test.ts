import {
  type AuditNote,
  appendAudit,
  appendAudits,
  auditInsert,
  auditRowOf,
  canonicalJson,
  chainHash,
  entryDigest,
  firstPrev,
  keepDailyHead,
  sealAudit,
  sealLate,
  verifyAudit,
} from '../../../cloudfunctions/audit';
import type { Store } from '../../../cloudfunctions/store/port';
import { freshStore } from '../../support/store';

const county = '522732';
const note = (more: Partial<AuditNote> = {}): AuditNote => ({
  countyCode: county,
  at: new Date('2018-01-02T03:04:05.678Z'),
  accountId: 'a_1',
  postId: 'post_1',
  role: 'enumerator',
  actorName: '韦·水秀 示例',
  act: 'collect.submitRecord',
  subject: 'p_1',
  place: '522732001005',
  reason: '',
  details: { version: 2, fields: ['name', 'phone'], nested: { b: 1, a: [null, true] } },
  requestId: 'r_1',
  ...more,
});

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

const write = (notes: AuditNote[]) => store.transaction((db) => appendAudits(db, notes));
const links = () =>
  store.read((db) =>
    db.query<{ seq: number; entry_id: string }>(
      'SELECT seq, entry_id FROM audit_chain WHERE county_code = $1 ORDER BY seq',
      [county]
    )
  );

/** What somebody with the database owner's password could do. */
const tamper = (sql: string) =>
  store.read((db) => db.script(`SET session_replication_role = replica; ${sql}; RESET session_replication_role`));
const closeDay = async (day: string) => {
  await sealLate(store, county);
  return keepDailyHead(store, county, day);
};
const many = (count: number) => Array.from({ length: count }, (_, index) => note({ requestId: `r_${index}` }));

describe('writing down an act', () => {
  test('is one row in the act’s own transaction, gone when the act is undone', async () => {
    await store.transaction((db) => appendAudit(db, note()));
    const undone = store.transaction(async (db) => {
      await appendAudit(db, note({ requestId: 'r_2' }));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await store.read((db) => db.query('SELECT request_id, at FROM audit_entry'))).toEqual([
      { request_id: 'r_1', at: '2018-01-02T03:04:05.678Z' },
    ]);
  });

  test('can be part of a larger statement', async () => {
    const values: unknown[] = [];
    const insert = auditInsert(note(), (value) => `$${values.push(value)}`);
    const row = await store.read((db) =>
      db.one(`WITH noted AS (${insert} RETURNING act) SELECT act FROM noted`, values)
    );
    expect(row).toEqual({ act: 'collect.submitRecord' });
    await sealAudit(store, county);
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'intact', entries: 1 });
  });

  test('has an id that sorts by time', () => {
    const early = auditRowOf(note({ at: new Date('2018-01-02T00:00:00.000Z') })).entryId;
    const late = auditRowOf(note({ at: new Date('2018-01-02T00:00:00.001Z') })).entryId;
    expect(early < late).toBe(true);
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test.each(['UPDATE audit_entry SET reason = $$other$$', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'is for good: %s is refused',
    async (sql) => {
      await write(many(1));
      await expect(store.read((db) => db.script(sql))).rejects.toMatchObject({ code: '42501' });
      expect(await store.read((db) => db.query('SELECT reason FROM audit_entry'))).toEqual([{ reason: '' }]);
    }
  );
});

describe('canonical JSON', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: { d: [3, undefined, null], c: 'é"' } }, '{"a":{"c":"é\\"","d":[3,null,null]},"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[], '[]'],
    ['x', '"x"'],
    [null, 'null'],
    [{ Z: 1, a: 2, é: 3, 𠮷: 4 }, '{"Z":1,"a":2,"é":3,"𠮷":4}'],
  ])('%p', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  test('does not depend on the order in which a row was put together', () => {
    const row = auditRowOf(note());
    const turned = Object.fromEntries(Object.entries(row).reverse()) as typeof row;
    expect(entryDigest(turned)).toEqual(entryDigest(row));
    expect(entryDigest({ ...row, reason: 'other' })).not.toEqual(entryDigest(row));
  });
});

describe('the chain', () => {
  test('links every committed row once, each hash made of the one before', async () => {
    await write(many(3));
    expect(await sealAudit(store, county)).toBe(3);
    expect(await sealAudit(store, county)).toBe(0);
    await write(many(2));
    expect(await sealAudit(store, county)).toBe(2);
    const rows = await store.read((db) =>
      db.query<{ seq: number; entry_id: string; digest: Buffer; hash: Buffer }>(
        'SELECT * FROM audit_chain ORDER BY seq'
      )
    );
    let prev = firstPrev(county);
    for (const { seq, entry_id: entryId, digest, hash } of rows) {
      expect(hash).toEqual(chainHash({ countyCode: county, seq, entryId, digest, prev }));
      prev = hash;
    }
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(await verifyAudit(store, county)).toEqual({ state: 'intact', entries: 5, head: { seq: 5, hash: prev } });
  });

  test('grows in batches, and two sealers at once do not meet', async () => {
    await write(many(1300));
    const sealed = await Promise.all([sealAudit(store, county), sealAudit(store, county), sealLate(store, county)]);
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(1300);
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'intact', entries: 1300 });
  });

  test('takes up a row whose transaction took long', async () => {
    await write(many(2));
    await sealAudit(store, county);
    await write(many(1));
    await tamper(`UPDATE audit_entry SET written_at = written_at - interval '30 minutes' WHERE request_id = 'r_0'`);
    expect(await sealAudit(store, county)).toBe(1);
    await write(many(1));
    await tamper(
      `UPDATE audit_entry SET written_at = written_at - interval '3 hours' WHERE entry_id NOT IN (SELECT entry_id FROM audit_chain)`
    );
    expect(await sealAudit(store, county)).toBe(0);
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'broken', why: 'unsealed' });
    expect(await sealLate(store, county)).toBe(1);
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'intact', entries: 4 });
  });

  test('of one county does not see another’s', async () => {
    await write([note(), note({ countyCode: '522701' })]);
    expect(await sealAudit(store, county)).toBe(1);
    expect(await verifyAudit(store, '522701')).toMatchObject({ state: 'intact', entries: 0 });
    expect(firstPrev(county)).not.toEqual(firstPrev('522701'));
  });
});

describe('verification names the first broken row', () => {
  beforeEach(async () => {
    await write(many(6));
    await sealAudit(store, county);
  });
  const entryAt = async (seq: number) => (await links()).find((link) => link.seq === seq)?.entry_id;

  test.each(['act', 'subject', 'place', 'reason', 'role', 'actor_name', 'account_id', 'post_id', 'request_id'])(
    'when %s was changed',
    async (column) => {
      const entry = await entryAt(4);
      await tamper(`UPDATE audit_entry SET ${column} = 'changed' WHERE entry_id = '${entry}'`);
      expect(await verifyAudit(store, county)).toEqual({ state: 'broken', seq: 4, entry, why: 'changed' });
    }
  );

  test.each([`at = at + interval '1 second'`, `details = details || '{"version": 3}'`])('when %s', async (change) => {
    const entry = await entryAt(2);
    await tamper(`UPDATE audit_entry SET ${change} WHERE entry_id = '${entry}'`);
    expect(await verifyAudit(store, county)).toEqual({ state: 'broken', seq: 2, entry, why: 'changed' });
  });

  test('when a row is gone', async () => {
    const entry = await entryAt(3);
    await tamper(`DELETE FROM audit_entry WHERE entry_id = '${entry}'`);
    expect(await verifyAudit(store, county)).toEqual({ state: 'broken', seq: 3, entry, why: 'missing' });
  });

  test('when a row and its link are gone', async () => {
    await tamper(
      'DELETE FROM audit_entry WHERE entry_id = (SELECT entry_id FROM audit_chain WHERE seq = 3); DELETE FROM audit_chain WHERE seq = 3'
    );
    expect(await verifyAudit(store, county)).toEqual({ state: 'broken', seq: 3, entry: '', why: 'gap' });
  });

  test('when the digest was made to fit a changed row', async () => {
    const entry = await entryAt(5);
    await tamper(`UPDATE audit_chain SET digest = '\\x00' WHERE seq = 5`);
    expect(await verifyAudit(store, county)).toEqual({ state: 'broken', seq: 5, entry, why: 'link' });
  });

  test('when two rows changed places', async () => {
    await tamper(
      'UPDATE audit_chain SET seq = 100 - seq WHERE seq IN (2, 3); UPDATE audit_chain SET seq = seq - 95 WHERE seq = 97; UPDATE audit_chain SET seq = 3 WHERE seq = 98'
    );
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'broken', seq: 2, why: 'link' });
  });

  test('when the end was cut off after the day’s head was kept', async () => {
    await closeDay('2018-01-02');
    const cut =
      'DELETE FROM audit_entry WHERE entry_id IN (SELECT entry_id FROM audit_chain WHERE seq > 4); DELETE FROM audit_chain WHERE seq > 4';
    await tamper(cut);
    expect(await verifyAudit(store, county)).toEqual({ state: 'broken', seq: 6, entry: '', why: 'head' });
  });

  test('when chain and kept heads were written anew, but a head had been published', async () => {
    const published = await closeDay('2018-01-02');
    await tamper('DELETE FROM audit_chain; DELETE FROM audit_head; DELETE FROM audit_entry WHERE request_id = $$r_2$$');
    await sealLate(store, county);
    await closeDay('2018-01-02');
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'intact', entries: 5 });
    expect(await verifyAudit(store, county, { published: [published] })).toMatchObject({
      state: 'broken',
      seq: 6,
      why: 'head',
    });
  });

  test('when a row waited too long for its link', async () => {
    await write(many(1));
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'intact', entries: 6 });
    await tamper(`UPDATE audit_entry SET written_at = written_at - interval '11 minutes'`);
    expect(await verifyAudit(store, county)).toMatchObject({ state: 'broken', seq: 7, why: 'unsealed' });
    expect(await verifyAudit(store, county, { waiting: 15 })).toMatchObject({ state: 'intact' });
  });
});

test('the head of a day is kept once', async () => {
  await write(many(2));
  const first = await closeDay('2018-01-02');
  expect(first.seq).toBe(2);
  await write(many(1));
  expect(await closeDay('2018-01-02')).toEqual(first);
  expect((await closeDay('2018-01-03')).seq).toBe(3);
});

test('what a keyboard or a clock can put into a row does not break its digest', async () => {
  await write([
    note({ actorName: 'half \ud842 of a pair', reason: '\u0001\u2028"\\' }),
    note({
      details: {
        at: new Date('2018-01-02T00:00:00Z'),
        none: undefined,
        small: 1e-7,
        large: 1e21,
        zero: -0,
        list: [undefined],
      },
    }),
  ]);
  await sealAudit(store, county);
  expect(await verifyAudit(store, county)).toMatchObject({ state: 'intact', entries: 2 });
});
