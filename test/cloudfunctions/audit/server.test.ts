import { appendAudit, sealAudit, sealLate, verifyAudit } from '../../../cloudfunctions/audit';
import { migrate } from '../../../cloudfunctions/store/migrate';
import { freshDatabase, onServer } from '../../support/postgres';

onServer('on a server (skipped unless DATABASE_URL names one)', () => {
  test('many write and several seal at the same time, and the chain is whole', async () => {
    const store = await freshDatabase({ poolSize: 10 });
    await migrate(store);
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
});
