import * as operations from '@/domain/operations/office/assignment';
import { person, villagePeople } from '@/domain/operations/people/register';
import { type County, elsewhere, expectProblem, home, nextDoor, openCounty, postIdOf } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
  await county.store.transaction((db) =>
    db.run(`UPDATE post SET undertaking_version = (SELECT undertaking_version FROM post WHERE post_id = 't_enumerator')
      WHERE post_id = 't_newEnumerator'`)
  );
});

const supervisor = () => county.as('supervisor');
const held = (village: string) => ({ assignmentId: `s_enumerator_${village}`, version: 1 });
const takeBackHome = () => supervisor().call(operations.takeBack, { ...held(home), reason: '换人负责' });
const give = (part: string, who: 'newEnumerator' | 'otherEnumerator' = 'newEnumerator') => ({
  postId: postIdOf(who),
  villageCode: home,
  part,
});

describe('sharing out work by hand', () => {
  test('who is given a village sees its people, and no longer once it is taken back', async () => {
    await takeBackHome();
    const lease = await supervisor().call(operations.assign, give(''));
    expect(lease).toMatchObject({ version: 1, state: 'held', leasedUntil: '2018-03-31T16:00:00.000Z' });
    await county.as('newEnumerator').call(villagePeople, { villageCode: home });
    await supervisor().call(operations.takeBack, { assignmentId: lease.assignmentId, version: 1, reason: '请假' });
    await expectProblem(county.as('newEnumerator').refused(villagePeople, { villageCode: home }), 'access.scope');
  });

  test('who does not speak what is spoken there is given the village with a reason only', async () => {
    await takeBackHome();
    const town = county.as('townOfficer');
    const speak = (language: string) =>
      town.call(operations.setLanguage, { villageCode: home, language: language as '' });
    await speak('水语');
    const warned = await expectProblem(supervisor().refused(operations.assign, give('')), 'assignment.language');
    expect(warned.message).toContain('要说水语');
    const reason = '由带队村干部翻译';
    const { assignmentId } = await supervisor().call(operations.assign, { ...give(''), reason });
    await supervisor().call(operations.takeBack, { assignmentId, version: 1, reason: '换人负责' });
    await county.store.transaction((db) =>
      db.run(`UPDATE post SET languages = '{水语}' WHERE post_id = $1`, [postIdOf('newEnumerator')])
    );
    const second = await supervisor().call(operations.assign, give(''));
    await supervisor().call(operations.takeBack, { assignmentId: second.assignmentId, version: 1, reason: '换人负责' });
    await speak('汉语');
    await supervisor().call(operations.assign, give('', 'otherEnumerator'));
    const reasons = await county.store.read((db) =>
      db.query<{ reason: string }>(`SELECT reason FROM audit_entry WHERE act = 'assignment.assign' ORDER BY reason`)
    );
    expect(reasons.map(({ reason: said }) => said)).toEqual(['', '', reason]);
  });

  test('a village has one holder, and a whole and a part are never held by two', async () => {
    await expectProblem(supervisor().refused(operations.assign, give('')), 'assignment.held');
    const overlap = await expectProblem(supervisor().refused(operations.assign, give('一组')), 'assignment.overlap');
    expect(overlap.message).toContain('采集员甲');
    await takeBackHome();
    await supervisor().call(operations.assign, give('一组'));
    await supervisor().call(operations.assign, give('二组', 'otherEnumerator'));
    await expectProblem(supervisor().refused(operations.assign, give('')), 'assignment.overlap');
    await expectProblem(supervisor().refused(operations.assign, give('522732114230')), 'assignment.overlap');
  });

  test.each([
    ['一组', ['weiDashan', 'weiXiaoming', 'weiXue', 'luYuelan', 'panMeihua']],
    ['522732114230/二组', ['shiLao']],
    ['未分组', ['shiYun']],
  ])('who holds %s sees its people, page and person, and nobody else', async (part, inside) => {
    await county.store.transaction(async (db) => {
      await db.run(`UPDATE person SET old_village_code = '522732114230' WHERE person_id = 'p_shiLao'`);
      await db.run(`UPDATE person SET group_name = '' WHERE person_id = 'p_shiYun'`);
    });
    await takeBackHome();
    await supervisor().call(operations.assign, give(part));
    const { items } = await county.as('newEnumerator').call(villagePeople, { villageCode: home });
    expect(items.map(({ personId }) => personId).sort()).toEqual(inside.map((who) => `p_${who}`).sort());
    for (const who of ['panMeihua', 'shiLao', 'shiYun']) {
      const reply = await county.as('newEnumerator').reply(person, { personId: `p_${who}` });
      expect([who, reply.ok]).toEqual([who, inside.includes(who)]);
    }
  });

  test('two who give the same village away at once give it once', async () => {
    await takeBackHome();
    const replies = await Promise.all([
      supervisor().reply(operations.assign, give('')),
      county.as('townOfficer').reply(operations.assign, give('一组', 'otherEnumerator')),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a lease that ran out does not stand in the way', async () => {
    await county.store.transaction((db) => db.run('UPDATE assignment SET leased_until = $1', [county.clock.now()]));
    await county.as('townOfficer').call(operations.assign, give(''));
  });

  test('only enumerators get work, only where they may work and while their post lasts', async () => {
    await takeBackHome();
    const secretary = { ...give(''), postId: postIdOf('villageSecretary') };
    await expectProblem(supervisor().refused(operations.assign, secretary), 'assignment.post');
    await county.store.transaction((db) =>
      db.run(`UPDATE post SET work_area = $1, ends_on = '2018-02-28' WHERE post_id = 't_newEnumerator'`, [[elsewhere]])
    );
    await expectProblem(supervisor().refused(operations.assign, give('')), 'assignment.post');
    await county.store.transaction((db) =>
      db.run(`UPDATE post SET work_area = '{}' WHERE post_id = 't_newEnumerator'`)
    );
    await expectProblem(supervisor().refused(operations.assign, give('')), 'assignment.until');
    await expectProblem(
      supervisor().refused(operations.assign, { ...give(''), until: '2018-01-31' }),
      'assignment.until'
    );
    await supervisor().call(operations.assign, { ...give(''), until: '2018-02-28' });
  });

  test('a supervisor stays within his towns', async () => {
    await expectProblem(county.as('otherSupervisor').refused(operations.assign, give('')), 'access.scope');
    const other = { ...held(home), reason: '拿过来' };
    await expectProblem(county.as('otherSupervisor').refused(operations.takeBack, other), 'access.scope');
  });

  test('an enumerator hands back his own work with a reason, and nobody else’s', async () => {
    const back = { ...held(home), reason: '语言不通' };
    await expectProblem(county.as('otherEnumerator').refused(operations.handBack, back), 'found.nothing');
    expect(await county.as('enumerator').call(operations.handBack, back)).toMatchObject({
      state: 'handedBack',
      version: 2,
    });
    const mine = await county.as('enumerator').call(operations.myAssignments, {});
    expect(mine.items.map(({ villageCode }) => villageCode)).toEqual([nextDoor]);
    await expectProblem(county.as('enumerator').refused(operations.handBack, { ...back, version: 2 }), 'state.wrong');
  });

  test('a page that shows an old version changes nothing', async () => {
    const until = { ...held(home), until: '2018-05-01' };
    expect(await supervisor().call(operations.extend, until)).toMatchObject({ version: 2 });
    await expectProblem(supervisor().refused(operations.takeBack, { ...held(home), reason: '换人' }), 'state.changed');
  });
});

describe('the lists of work', () => {
  test('an enumerator sees what he holds, how many people and how many done', async () => {
    await takeBackHome();
    await supervisor().call(operations.assign, { ...give('一组'), cadre: '韦主任' });
    await county.store.transaction((db) =>
      db.run(`UPDATE person SET collect_state = 'collected' WHERE person_id = 'p_panMeihua'`)
    );
    const { items } = await county.as('newEnumerator').call(operations.myAssignments, {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ villageName: '中海村', partName: '一组', cadre: '韦主任', people: 5, done: 1 });
  });

  test('a town sees village by village who holds what, what nobody holds, and what it could be divided into', async () => {
    await takeBackHome();
    await supervisor().call(operations.assign, give('二组'));
    const asked = { divisionCode: home.slice(0, 9), parts: true, limit: 120 };
    const { items, next } = await county.as('townOfficer').call(operations.assignmentsOf, asked);
    expect(next).toBeNull();
    expect(items).toHaveLength(20);
    const village = items.find(({ villageCode }) => villageCode === home);
    expect(village).toMatchObject({ people: 7, unassigned: 5, held: [{ enumerator: '采集员丙', people: 2 }] });
    expect(village?.parts).toEqual([
      { part: '一组', name: '一组', people: 5 },
      { part: '二组', name: '二组', people: 2 },
    ]);
  });

  test('who can be given work, with what he has to do already', async () => {
    const { items } = await supervisor().call(operations.enumerators, { divisionCode: home.slice(0, 9) });
    expect(items.map(({ name, leases, load }) => [name, leases, load])).toEqual([
      ['采集员甲', 2, 7],
      ['采集员丙', 0, 0],
      ['采集员乙', 1, 2],
    ]);
  });
});
