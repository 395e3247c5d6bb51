import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { appendAudit, sealAudit, sealLate, verifyAudit } from '../../../cloudfunctions/audit';
import { migrate } from '../../../cloudfunctions/store/migrate';
import type { Store } from '../../../cloudfunctions/store/port';
import { freshDatabase, onServer } from '../../support/postgres';

const act = (requestId: string) => ({
  countyCode: '522732',
  at: new Date(),
  accountId: 'a_1',
  postId: 'resident',
  role: 'resident',
  actorName: '示例',
  act: 'collect.submitRecord',
  subject: 'p_1',
  place: '522732001005',
  reason: '',
  details: { n: 1.5, list: [] },
  requestId,
});

onServer('on a server (skipped unless DATABASE_URL names one)', () => {
  test('many write and several seal at the same time, and the chain is whole', async () => {
    const store = await freshDatabase({ poolSize: 10 });
    await migrate(store);
    const writer = async (name: number) => {
      for (let turn = 0; turn < 60; turn += 1) {
        await store.transaction((db) => appendAudit(db, act(`r_${name}_${turn}`)));
      }
      return 0;
    };
    const sealer = async () => {
      let sealed = 0;
      for (let turn = 0; turn < 15; turn += 1) sealed += await sealAudit(store, '522732');
      return sealed;
    };
    const meanwhile = await Promise.all([...[1, 2, 3, 4].map(writer), sealer(), sealer(), sealer()]);
    const rest = await sealLate(store, '522732');
    expect(meanwhile.reduce((sum, count) => sum + count, rest)).toBe(240);
    expect(await verifyAudit(store, '522732')).toMatchObject({ state: 'intact', entries: 240 });
    await expect(store.read((db) => db.run('DELETE FROM audit_chain'))).rejects.toMatchObject({ code: '42501' });
    await store.close();
  });

  test('the role of the functions, as the database document sets it up, adds to the trail and takes nothing away', async () => {
    const store = await freshDatabase();
    await migrate(store);
    if (!(await mayMakeRoles(store))) {
      console.warn('The user of DATABASE_URL may not make roles (CREATEROLE): the grants were not tried.');
      return store.close();
    }
    const role = `yingtong_app_${randomBytes(4).toString('hex')}`;
    await store.read((db) =>
      db.script(`CREATE ROLE ${role}; GRANT ${role} TO CURRENT_USER; ${documentedGrants(role)}`)
    );
    const asApp = (sql: string) =>
      store.transaction(async (db) => {
        await db.script(`SET LOCAL ROLE ${role}`);
        await db.script(sql);
      });
    await store.transaction(async (db) => {
      await db.script(`SET LOCAL ROLE ${role}`);
      await appendAudit(db, act('r_app'));
    });
    await sealLate(store, '522732');
    for (const table of ['audit_entry', 'audit_chain', 'audit_head']) {
      for (const sql of [
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `UPDATE ${table} SET county_code = '1'`,
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        `DROP TABLE ${table}`,
      ]) {
        await expect(asApp(sql)).rejects.toThrow(/42501/);
      }
    }
    await expect(asApp('SET session_replication_role = replica')).rejects.toThrow(/42501/);
    expect(await verifyAudit(store, '522732')).toMatchObject({ state: 'intact', entries: 1 });
    await store.read((db) => db.script(`DROP OWNED BY ${role}; DROP ROLE ${role}`));
    await store.close();
  });
});

async function mayMakeRoles(store: Store): Promise<boolean> {
  const me = await store.read((db) =>
    db.one<{ may: boolean }>('SELECT rolcreaterole OR rolsuper AS may FROM pg_roles WHERE rolname = current_user')
  );
  return me?.may === true;
}

/** The grants of docs/database.md, so that what is written there is what is tried. */
function documentedGrants(role: string): string {
  const text = readFileSync(path.resolve(__dirname, '../../../docs/database.md'), 'utf8');
  const lines = text.split('\n').filter((line) => /^ {4}(GRANT|REVOKE) /.test(line));
  expect(lines.length).toBeGreaterThan(3);
  return lines.join('\n').replaceAll('yingtong_app', role);
}
