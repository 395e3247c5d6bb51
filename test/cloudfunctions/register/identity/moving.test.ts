import { household as householdOf } from '../../../../src/domain/operations/people/register';
import { registerHistory } from '../../../../src/domain/operations/people/register-identity';
import * as moves from '../../../../src/domain/operations/people/register-moves';
import { expectCountersToHold } from '../../../support/counters';
import {
  type County,
  elsewhere,
  expectProblem,
  home,
  householdIdOf,
  idNumberOf,
  nextDoor,
  openCounty,
  personIdOf,
} from '../../../support/county';
import { numberOf, oldForm } from '../../../support/register-file';
import type { StoredPerson } from '../../../support/register-import';

const person = async (county: County, personId: string): Promise<StoredPerson> => {
  const row = await county.store.read((db) =>
    db.one<StoredPerson>('SELECT * FROM person WHERE person_id = $1', [personId])
  );
  if (row === undefined) throw new Error(`no ${personId}`);
  return row;
};

const household = async (county: County, householdId: string) => {
  const row = await county.store.read((db) =>
    db.one<{ head_person_id: string | null; version: number; village_code: string }>(
      'SELECT * FROM household WHERE household_id = $1',
      [householdId]
    )
  );
  if (row === undefined) throw new Error(`no ${householdId}`);
  return row;
};

describe('moving between villages', () => {
  test('the village that people are registered in is asked, and its yes moves them', async () => {
    const county = await openCounty();
    const asked = await county.as('otherSecretary').call(moves.requestTransfer, {
      idNumber: idNumberOf('weiXiaoming'),
      toVillage: elsewhere,
      reason: '结婚落户',
    });
    expect(asked.state).toBe('asked');
    expect((await person(county, personIdOf('weiXiaoming'))).village_code).toBe(home);
    const toDecide = await county.as('villageSecretary').call(moves.transfers, {});
    expect(toDecide.items).toMatchObject([{ transferId: asked.transferId, askedBy: '外村支书', reason: '结婚落户' }]);
    expect(toDecide.items[0]?.people).toMatchObject([{ name: '韦小明' }]);
    const mine = await county.as('otherSecretary').call(moves.transfers, { side: 'asked' });
    expect(mine.items[0]?.people).toMatchObject([{ name: '韦*明' }]);
    await expectProblem(
      county
        .as('otherSecretary')
        .refused(moves.decideTransfer, { transferId: asked.transferId, consent: true, reason: '自己同意' }),
      'access.scope'
    );
    const decided = await county
      .as('villageSecretary')
      .call(moves.decideTransfer, { transferId: asked.transferId, consent: true, reason: '情况属实' });
    expect(decided).toEqual({ state: 'done', moved: 1 });
    const moved = await person(county, personIdOf('weiXiaoming'));
    expect(moved).toMatchObject({ village_code: elsewhere, relation: '0' });
    expect(moved.household_id).not.toBe(householdIdOf('one'));
    const history = await county.as('countyOfficer').call(registerHistory, { personId: moved.person_id });
    expect(history.items[0]).toMatchObject({ title: '村间迁移' });
    expect(history.items[0]?.changes[0]).toMatch(/中海村 → /);
    await expectCountersToHold(county);
  });

  test('a no leaves everything as it is; a request can be withdrawn; nobody asks twice', async () => {
    const county = await openCounty();
    const other = county.as('otherSecretary');
    const wanted = { idNumber: idNumberOf('shiYun'), toVillage: elsewhere, reason: '投亲' };
    const first = await other.call(moves.requestTransfer, wanted);
    await expectProblem(other.refused(moves.requestTransfer, wanted), 'register.transfer');
    await other.call(moves.withdrawTransfer, { transferId: first.transferId, reason: '填错了人' });
    const second = await other.call(moves.requestTransfer, wanted);
    await county
      .as('villageSecretary')
      .call(moves.decideTransfer, { transferId: second.transferId, consent: false, reason: '本人不同意' });
    await expectProblem(
      county
        .as('villageSecretary')
        .refused(moves.decideTransfer, { transferId: second.transferId, consent: true, reason: '又同意了' }),
      'state.changed'
    );
    expect((await person(county, personIdOf('shiYun'))).village_code).toBe(home);
  });

  test('a request that nobody answers is overdue for both sides after its days, and the county answers it', async () => {
    const county = await openCounty();
    const wanted = { idNumber: idNumberOf('shiYun'), toVillage: elsewhere, reason: '投亲' };
    const { transferId } = await county.as('otherSecretary').call(moves.requestTransfer, wanted);
    const seen = async (who: 'villageSecretary' | 'otherSecretary' | 'countyOfficer', input: object) =>
      (await county.as(who).call(moves.transfers, input)).items;
    county.clock.set('2018-02-16T15:59:00Z');
    expect(await seen('villageSecretary', {})).toMatchObject([{ answerUntil: '2018-02-16', overdue: false }]);
    expect(await seen('villageSecretary', { overdue: true })).toEqual([]);
    county.clock.set('2018-02-16T16:00:00Z');
    expect(await seen('villageSecretary', {})).toMatchObject([{ overdue: true }]);
    expect(await seen('otherSecretary', { side: 'asked' })).toMatchObject([{ overdue: true }]);
    expect(await seen('countyOfficer', { overdue: true })).toMatchObject([{ transferId }]);
    const answer = { transferId, consent: true, reason: '村里超期没有答复，已核实' };
    expect(await county.as('countyOfficer').call(moves.decideTransfer, answer)).toEqual({ state: 'done', moved: 1 });
    expect(await seen('otherSecretary', { side: 'asked', state: 'done' })).toMatchObject([{ overdue: false }]);
  });

  test('whoever answers for the village they leave moves a whole household at once', async () => {
    const county = await openCounty();
    const members = ['weiDashan', 'luYuelan', 'weiXiaoming', 'weiXue'] as const;
    const done = await county.as('villageSecretary').call(moves.requestTransfer, {
      personIds: members.map(personIdOf),
      toVillage: elsewhere,
      reason: '易地扶贫搬迁',
    });
    expect(done.state).toBe('done');
    expect(await household(county, householdIdOf('one'))).toMatchObject({
      village_code: elsewhere,
      head_person_id: personIdOf('weiDashan'),
    });
    await expectCountersToHold(county);
  });
});

describe('a household that lost its head', () => {
  const waiting = (county: County, who: 'villageSecretary' | 'townOfficer' = 'villageSecretary') =>
    county.as(who).call(moves.withoutHead, { divisionCode: home });

  test('waits in the village’s list whether he died, left the register or went to another house, until one is named', async () => {
    const county = await openCounty();
    const head = await person(county, personIdOf('weiDashan'));
    expect((await waiting(county)).items).toEqual([]);
    for (const change of [`collect_state = 'closed'`, 'in_register = false', `household_id = 'h_elsewhere'`]) {
      await county.store.read((db) => db.run(`UPDATE person SET ${change} WHERE person_id = $1`, [head.person_id]));
      expect((await waiting(county, 'townOfficer')).items).toMatchObject([
        { householdId: householdIdOf('one'), formerHead: '韦大山', villageName: '中和镇中海村' },
      ]);
      await county.store.read((db) =>
        db.run(`UPDATE person SET collect_state = 'due', household_id = $2, in_register = true WHERE person_id = $1`, [
          head.person_id,
          head.household_id,
        ])
      );
    }
    await county.as('townOfficer').call(moves.recordDeath, {
      personId: head.person_id,
      version: head.version,
      diedOn: '2018-01-30',
      witness: '村支书',
      reason: '死亡证明',
    });
    const [lost] = (await waiting(county)).items;
    expect(lost?.members).not.toContain('韦大山');
    await county.as('townOfficer').call(moves.changeHead, {
      householdId: householdIdOf('one'),
      version: (await household(county, householdIdOf('one'))).version,
      headPersonId: personIdOf('luYuelan'),
      relations: {},
      reason: '家里商量',
    });
    expect((await waiting(county)).items).toEqual([]);
    await expectProblem(county.as('otherSecretary').refused(moves.withoutHead, { divisionCode: home }), 'access.scope');
  });
});

describe('inside a household', () => {
  test('a son makes a household of his own; a stale version changes nothing', async () => {
    const county = await openCounty();
    const officer = county.as('townOfficer');
    const { version } = await household(county, householdIdOf('one'));
    const wanted = {
      householdId: householdIdOf('one'),
      version,
      personIds: [personIdOf('weiXiaoming'), personIdOf('weiXue')],
      headPersonId: personIdOf('weiXiaoming'),
      relations: { [personIdOf('weiXue')]: '2' },
      reason: '结婚分户',
    };
    const split = await officer.call(moves.splitHousehold, wanted);
    expect(await household(county, split.householdId)).toMatchObject({
      head_person_id: personIdOf('weiXiaoming'),
      village_code: home,
    });
    expect(await person(county, personIdOf('weiXue'))).toMatchObject({
      household_id: split.householdId,
      relation: '2',
    });
    expect((await household(county, householdIdOf('one'))).head_person_id).toBe(personIdOf('weiDashan'));
    await expectProblem(officer.refused(moves.splitHousehold, wanted), 'state.changed');
  });

  test('two households become one with one head', async () => {
    const county = await openCounty();
    const [into, from] = [householdIdOf('one'), householdIdOf('three')];
    const joined = await county.as('townOfficer').call(moves.joinHouseholds, {
      into: { householdId: into, version: (await household(county, into)).version },
      from: { householdId: from, version: (await household(county, from)).version },
      relations: { [personIdOf('shiLao')]: '3' },
      reason: '老人随女儿生活',
    });
    expect(joined.moved).toBe(2);
    const shown = await county.as('townOfficer').call(householdOf, { householdId: into });
    expect(shown.members.filter(({ relation }) => relation === '0')).toHaveLength(1);
    expect(shown.members).toHaveLength(6);
  });

  test('another member becomes the head, the old one a member', async () => {
    const county = await openCounty();
    const { version } = await household(county, householdIdOf('one'));
    await county.as('townOfficer').call(moves.changeHead, {
      householdId: householdIdOf('one'),
      version,
      headPersonId: personIdOf('luYuelan'),
      relations: { [personIdOf('weiDashan')]: '1' },
      reason: '户主外出',
    });
    expect((await household(county, householdIdOf('one'))).head_person_id).toBe(personIdOf('luYuelan'));
    expect((await person(county, personIdOf('weiDashan'))).relation).toBe('1');
  });

  test('a newborn without a number comes under a temporary identity and is counted', async () => {
    const county = await openCounty();
    const born = await county.as('townOfficer').call(moves.recordBirth, {
      householdId: householdIdOf('two'),
      name: '潘小宝',
      sex: '1',
      birthDate: '2018-01-20',
      relation: '2',
      ethnic: '25',
      reason: '出生医学证明',
    });
    expect(born).toMatchObject({ temporary: true, idMasked: '' });
    expect(await person(county, born.personId)).toMatchObject({ village_code: home, id_type: '2', relation: '2' });
    await expectProblem(
      county.as('townOfficer').refused(moves.recordBirth, {
        householdId: householdIdOf('two'),
        name: '潘小宝',
        sex: '1',
        birthDate: '2018-01-20',
        relation: '2',
        ethnic: '25',
        idNumber: numberOf('2018-01-21'),
        reason: '出生医学证明',
      }),
      'person.idNumber'
    );
    await expectCountersToHold(county);
  });

  test('when the head dies his row is closed and the one named takes his place', async () => {
    const county = await openCounty();
    const before = await person(county, personIdOf('weiDashan'));
    const died = await county.as('townOfficer').call(moves.recordDeath, {
      personId: before.person_id,
      version: before.version,
      diedOn: '2018-01-30',
      witness: '村支书',
      newHeadPersonId: personIdOf('luYuelan'),
      reason: '死亡医学证明',
    });
    expect(died.headMissing).toBe(false);
    expect(await person(county, before.person_id)).toMatchObject({ in_register: true, relation: '9' });
    expect((await household(county, householdIdOf('one'))).head_person_id).toBe(personIdOf('luYuelan'));
    await expectCountersToHold(county);
    const far = county.as('townOfficer').refused(moves.recordDeath, {
      personId: personIdOf('weiXue'),
      version: 1,
      diedOn: '2018-03-01',
      witness: '村支书',
      reason: '死亡证明',
    });
    await expectProblem(far, 'call.invalid');
  });
});

describe('what cannot be', () => {
  const refusedIn = async (county: County, reply: Promise<{ code: string; message: string }>, words: string) => {
    const problem = await reply;
    expect(problem.message).toContain(words);
    await expectCountersToHold(county);
  };
  const die = async (county: County, who: Parameters<typeof personIdOf>[0]) => {
    const { person_id: personId, version } = await person(county, personIdOf(who));
    const reason = '死亡医学证明';
    return county
      .as('townOfficer')
      .call(moves.recordDeath, { personId, version, diedOn: '2018-01-30', witness: '村支书', reason });
  };
  const home1 = async (county: County, which: Parameters<typeof householdIdOf>[0]) => ({
    householdId: householdIdOf(which),
    version: (await household(county, householdIdOf(which))).version,
  });

  test('a dead head, one who has left the register, or nobody to join', async () => {
    const county = await openCounty();
    const officer = county.as('townOfficer');
    await die(county, 'luYuelan');
    const split = {
      ...(await home1(county, 'one')),
      personIds: [personIdOf('luYuelan'), personIdOf('weiXue')],
      headPersonId: personIdOf('luYuelan'),
      relations: {},
      reason: '分户',
    };
    await refusedIn(county, officer.refused(moves.splitHousehold, split), '已办结，不能作户主');
    await county.store.read((db) =>
      db.script(`UPDATE person SET in_register = false WHERE person_id = '${personIdOf('shiYun')}';
        UPDATE village_counter SET value = value - 1
        WHERE village_code = '${home}' AND measure IN ('people', 'due', 'class_none')`)
    );
    const change = { ...(await home1(county, 'three')), headPersonId: personIdOf('shiYun'), relations: {} };
    await refusedIn(county, officer.refused(moves.changeHead, { ...change, reason: '户主变更' }), '已移出名册');
    const join = { relations: {}, reason: '一起生活' };
    const [one, three] = [await home1(county, 'one'), await home1(county, 'three')];
    await officer.call(moves.joinHouseholds, { into: one, from: three, ...join });
    const [full, empty] = [await home1(county, 'one'), await home1(county, 'three')];
    await refusedIn(county, officer.refused(moves.joinHouseholds, { into: full, from: empty, ...join }), '没有人');
    await refusedIn(county, officer.refused(moves.joinHouseholds, { into: empty, from: full, ...join }), '没有户主');
    const born = { name: '石小宝', sex: '1', birthDate: '2018-01-20', relation: '2', ethnic: '25', reason: '出生证明' };
    await refusedIn(
      county,
      officer.refused(moves.recordBirth, { householdId: householdIdOf('three'), ...born }),
      '已经没有人'
    );
  });

  test('joining households of two villages, dying twice, dying before birth, being born tomorrow', async () => {
    const county = await openCounty();
    const officer = county.as('countyOfficer');
    const join = { relations: {}, reason: '一起生活' };
    const [one, far] = [await home1(county, 'one'), await home1(county, 'far')];
    await refusedIn(county, officer.refused(moves.joinHouseholds, { into: one, from: far, ...join }), '不在同一个村');
    const died = await die(county, 'weiXue');
    const again = { personId: died.personId, version: died.version, witness: '村支书', reason: '死亡证明' };
    await refusedIn(county, officer.refused(moves.recordDeath, { ...again, diedOn: '2018-01-30' }), '已登记死亡');
    const early = { ...again, personId: personIdOf('weiXiaoming'), version: 1, diedOn: '1990-05-05' };
    await refusedIn(county, officer.refused(moves.recordDeath, early), '不能早于出生日期');
    const born = { name: '韦小宝', sex: '1', relation: '2', ethnic: '25', reason: '出生证明' };
    await refusedIn(
      county,
      officer.refused(moves.recordBirth, { householdId: householdIdOf('one'), birthDate: '2018-02-02', ...born }),
      '不能晚于今天'
    );
  });

  test('moving into a household that has moved away since it was asked', async () => {
    const county = await openCounty();
    const { transferId } = await county.as('otherSecretary').call(moves.requestTransfer, {
      idNumber: oldForm(idNumberOf('shiYun')),
      toVillage: elsewhere,
      toHousehold: householdIdOf('far'),
      reason: '投亲',
    });
    const members = [personIdOf('yangHua'), personIdOf('yangShan')];
    await county
      .as('otherSecretary')
      .call(moves.requestTransfer, { personIds: members, toVillage: nextDoor, reason: '搬迁' });
    const yes = { transferId, consent: true, reason: '情况属实' };
    await refusedIn(county, county.as('villageSecretary').refused(moves.decideTransfer, yes), '不在迁往的村');
    expect((await person(county, personIdOf('shiYun'))).village_code).toBe(home);
  });
});
