import { suspend } from '@/domain/operations/account/accounts';
import { takeExport } from '@/domain/operations/office/exports';
import { revealSecret } from '@/domain/operations/office/secrecy';
import { villagePeople } from '@/domain/operations/people/register';
import {
  accountIdOf,
  type County,
  elsewhere,
  expectProblem,
  home,
  openCounty,
  personIdOf,
  postIdOf,
} from '../../../support/county';

const look = { personId: personIdOf('weiXiaoming'), what: 'phone', reason: '电话核实就业情况' } as const;

const endScope = (county: County, at: string): Promise<number> =>
  county.store.read((db) =>
    db.run(`UPDATE post_scope SET ends_at = $2 WHERE county_code = '522732' AND post_id = $1`, [
      postIdOf('townOfficer'),
      at,
    ])
  );

test('a scope that ends while the list is open ends with its next page', async () => {
  const county = await openCounty();
  await endScope(county, '2018-02-01T02:30:00Z');
  const first = await county.as('townOfficer').call(villagePeople, { villageCode: home, limit: 2 });
  expect(first.next).not.toBeNull();
  county.clock.set('2018-02-01T02:30:00Z');
  const more = { villageCode: home, limit: 2, cursor: first.next };
  await expectProblem(county.as('townOfficer').refused(villagePeople, more), 'access.scope');
  await expectProblem(county.as('townOfficer').refused(revealSecret, look), 'access.scope');
});

test('a lost phone shows nothing from the call on in which it is reported', async () => {
  const county = await openCounty();
  const onPhone = county.inWechat('o-lost', postIdOf('townOfficer'));
  await county.store.read((db) =>
    db.run(`UPDATE account SET openid = 'o-lost' WHERE account_id = $1`, [accountIdOf('townOfficer')])
  );
  await onPhone.call(revealSecret, look);
  await county.as('countyOfficer').call(suspend, { accountId: accountIdOf('townOfficer'), reason: '手机丢失' });
  await expectProblem(onPhone.refused(revealSecret, look), 'access.suspended');
  await expectProblem(onPhone.refused(takeExport, { exportId: 'x_none' }), 'access.suspended');
  // The office computer he had let in is shut with it: its session is gone, not merely refused.
  await expectProblem(county.as('townOfficer').refused(revealSecret, look), 'access.sessionEnded');
});

test('before the undertaking nothing is revealed, and the look is not counted', async () => {
  const county = await openCounty();
  await county.store.read((db) =>
    db.run('UPDATE post SET undertaking_version = NULL WHERE post_id = $1', [postIdOf('townOfficer')])
  );
  await expectProblem(county.as('townOfficer').refused(revealSecret, look), 'access.undertaking');
  const counted = await county.store.read((db) => db.query('SELECT times FROM reveal_count'));
  expect(counted).toEqual([]);
});

test('a post holds from the first minute of its first day to the last of its last, China time', async () => {
  const county = await openCounty('2018-02-01T15:59:59Z');
  await county.store.read((db) =>
    db.run(`UPDATE post SET starts_on = '2018-02-02', ends_on = '2018-02-03' WHERE post_id = $1`, [
      postIdOf('townOfficer'),
    ])
  );
  const list = () => county.as('townOfficer').reply(villagePeople, { villageCode: home });
  const codeAt = async (moment: string) => {
    county.clock.set(moment);
    const reply = await list();
    return reply.ok ? 'open' : reply.problem.code;
  };
  expect(await codeAt('2018-02-01T15:59:59Z')).toBe('access.early');
  expect(await codeAt('2018-02-01T16:00:00Z')).toBe('open');
  expect(await codeAt('2018-02-03T15:59:59Z')).toBe('open');
  expect(await codeAt('2018-02-03T16:00:00Z')).toBe('access.ended');
});

test('a scope that begins at noon begins at noon, and one of a post without any shows nobody', async () => {
  const county = await openCounty('2018-02-01T03:59:59Z');
  const set = (change: string) =>
    county.store.read((db) =>
      db.script(`UPDATE post_scope SET ${change} WHERE post_id = '${postIdOf('townOfficer')}'`)
    );
  await set(`starts_at = '2018-02-01T04:00:00Z'`);
  await expectProblem(county.as('townOfficer').refused(villagePeople, { villageCode: home }), 'access.scope');
  county.clock.set('2018-02-01T04:00:00Z');
  expect((await county.as('townOfficer').call(villagePeople, { villageCode: home })).items).not.toHaveLength(0);
  await set(`ends_at = '2018-02-01T04:00:00Z'`);
  await expectProblem(county.as('townOfficer').refused(villagePeople, { villageCode: home }), 'access.scope');
  await expectProblem(county.as('townOfficer').refused(villagePeople, { villageCode: elsewhere }), 'access.scope');
});
