import { slipCode } from '@/domain/campaign/household';
import { addFamilyMember, bindSelf } from '@/domain/operations/account/family';
import * as operations from '@/domain/operations/account/household';
import { villageBundle } from '@/domain/operations/people/village-bundle';
import { listMissing, myReminders, remind } from '@/domain/operations/publicity/reminder';
import { timers } from '../../../cloudfunctions/jobs/timers';
import {
  type County,
  elsewhere,
  expectProblem,
  home,
  householdIdOf,
  idNumberOf,
  openCounty,
  people,
  personIdOf,
} from '../../support/county';
import { send } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const print = (input: object = {}) =>
  county.as('villageSecretary').call(operations.slipSheets, { villageCode: home, ...input });
const codesOn = (html: string): string[] =>
  [...html.matchAll(/<b>([A-Z2-9-]{14})<\/b>/g)].map(([, code]) => code ?? '');
/** The code on the slip of the first household of the list: 韦大山's. */
const codeOfOne = async (): Promise<string> => codesOn((await print()).html)[0] ?? '';
const listed = () => county.as('villageSecretary').call(operations.slipList, { villageCode: home });

describe('sheets for a village', () => {
  test('one slip a household in the order of the list, cut lines, no name and no number of anybody', async () => {
    const { html, households, next } = await print();
    expect([households, next]).toEqual([3, null]);
    expect(codesOn(html)).toHaveLength(3);
    expect(new Set(codesOn(html)).size).toBe(3);
    expect(html).toContain('户号 010002 · 户主 韦*山');
    expect(html).toContain('中海村 一组 2号');
    expect(html).toContain('2018年3月1日');
    expect(html).toContain('data:image/');
    for (const { name } of Object.values(people)) expect(html).not.toContain(name);
    for (const who of ['weiDashan', 'panMeihua', 'shiLao'] as const) {
      expect(html).not.toContain(idNumberOf(who));
      expect(html).not.toContain(personIdOf(who));
    }
    expect(html).not.toMatch(/<script|1[3-9]\d{9}/);
  });

  test('printed again the codes are the same; page by page and group by group nobody is left out or twice', async () => {
    const whole = codesOn((await print()).html);
    expect(codesOn((await print()).html)).toEqual(whole);
    const first = await print({ limit: 2 });
    const rest = await print({ limit: 2, cursor: first.next });
    expect([...codesOn(first.html), ...codesOn(rest.html)]).toEqual(whole);
    expect(rest.next).toBeNull();
    expect(codesOn((await print({ group: '二组' })).html)).toEqual([whole[2]]);
  });

  test('the same print sent twice by a bad line makes no second codes and keeps no sheet', async () => {
    const requestId = 'slip-sheets-one-0001';
    const secretary = county.as('villageSecretary');
    await secretary.call(operations.slipSheets, { villageCode: home }, { requestId });
    const second = await secretary.call(operations.slipSheets, { villageCode: home }, { requestId });
    expect(second.html).toContain('请回到页面重新打印');
    const kept = await county.store.read((db) =>
      db.query<{ reply: string }>('SELECT reply::text AS reply FROM request')
    );
    for (const code of codesOn((await print()).html)) {
      for (const { reply } of kept) expect(reply).not.toContain(code);
    }
  });

  test('another village’s committee, an enumerator or a resident prints nothing', async () => {
    await expectProblem(
      county.as('otherSecretary').refused(operations.slipSheets, { villageCode: home }),
      'access.scope'
    );
    await expectProblem(county.as('enumerator').refused(operations.slipSheets, { villageCode: home }), 'access.verb');
    await expectProblem(county.as('resident').refused(operations.slipList, { villageCode: home }), 'access.verb');
    await expectProblem(
      county.as('villageSecretary').refused(operations.slipList, { villageCode: elsewhere }),
      'access.scope'
    );
  });
});

describe('a resident with the slip in his hand', () => {
  test('韦小明 sees his household: himself by name, the others covered', async () => {
    const opened = await county.as('resident').call(operations.openSlip, { code: await codeOfOne() });
    expect(opened).toMatchObject({ villageName: '中和镇中海村', window: { closesOn: '2018-03-01', open: true } });
    expect(opened.household).toMatchObject({ householdId: householdIdOf('one'), mode: '', standing: 'open' });
    expect(opened.household?.members.map(({ name, personId }) => [name, personId])).toEqual([
      ['韦*山', null],
      ['陆*兰', null],
      ['韦小明', personIdOf('weiXiaoming')],
      ['韦*', null],
    ]);
  });

  test('typed with small letters and blanks it opens the same', async () => {
    const code = await codeOfOne();
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    expect((await county.as('resident').call(operations.openSlip, { code: typed })).household).not.toBeNull();
  });

  test('whoever found the slip sees the village and nobody of the household, until he proves himself', async () => {
    const code = await codeOfOne();
    const found = await county.as('neighbour').call(operations.openSlip, { code });
    expect(found).toEqual({
      villageName: '中和镇中海村',
      window: { closesOn: '2018-03-01', open: true },
      household: null,
    });
    const newcomer = county.as('newcomer');
    expect((await newcomer.call(operations.openSlip, { code })).household).toBeNull();
    await expectProblem(
      newcomer.refused(bindSelf, { name: '韦雪', idNumber: idNumberOf('luYuelan') }),
      'person.mismatch'
    );
    await newcomer.call(bindSelf, { name: '陆月兰', idNumber: idNumberOf('luYuelan') });
    const own = await newcomer.call(operations.openSlip, { code });
    expect(own.household?.members.map(({ name }) => name)).toContain('陆月兰');
    await expectProblem(county.anyone.refused(operations.openSlip, { code }), 'access.signIn');
  });

  test.each([
    ['a made-up one', 'ABCD-EFGH-JKMN'],
    ['one that fits but was never given', slipCode('22222222222')],
    ['one of another county', slipCode('ABCDEFGHJKM')],
    ['an identity number', '522732199001011234'],
    ['an address', 'https://example.com/?code=1'],
  ])('%s opens nothing and says what to do', async (_, code) => {
    const problem = await expectProblem(county.as('resident').refused(operations.openSlip, { code }), 'slip.code');
    expect(problem.message).toContain('请照纸上的号码再输一遍');
    expect(JSON.stringify(problem)).not.toContain(code);
  });

  test('after twenty tries in an hour nothing is answered, whether right or wrong; an hour later it is', async () => {
    const code = await codeOfOne();
    const resident = county.as('resident');
    for (let time = 0; time < 20; time += 1) await resident.refused(operations.openSlip, { code: 'ABCDEFGHJKMN' });
    await expectProblem(resident.refused(operations.openSlip, { code }), 'call.tooOften');
    expect((await county.as('neighbour').call(operations.openSlip, { code })).household).toBeNull();
    county.clock.forward(3_600_000);
    expect((await resident.call(operations.openSlip, { code })).household).not.toBeNull();
  });

  test('a lost slip is issued again with a reason: the old code is dead, the new one opens', async () => {
    const old = await codeOfOne();
    const secretary = county.as('villageSecretary');
    await expectProblem(
      county
        .as('otherSecretary')
        .refused(operations.reissueSlip, { householdId: householdIdOf('one'), reason: '遗失' }),
      'access.scope'
    );
    const { html } = await secretary.call(operations.reissueSlip, {
      householdId: householdIdOf('one'),
      reason: '告知单遗失',
    });
    const [code = ''] = codesOn(html);
    expect(code).not.toBe(old);
    await expectProblem(county.as('resident').refused(operations.openSlip, { code: old }), 'slip.code');
    expect((await county.as('resident').call(operations.openSlip, { code })).household).not.toBeNull();
  });

  test('every look and every choice leaves its trace, without the code', async () => {
    const code = await codeOfOne();
    await county.as('resident').call(operations.openSlip, { code });
    await county.as('resident').call(operations.chooseMode, { householdId: householdIdOf('one'), mode: 'visit' });
    const trail = await county.store.read((db) =>
      db.query<{ act: string; subject: string; row: string }>(
        `SELECT act, subject, to_jsonb(audit_entry)::text AS row FROM audit_entry WHERE subject = $1`,
        [householdIdOf('one')]
      )
    );
    expect(trail.map(({ act }) => act).sort()).toEqual(['account.chooseMode', 'account.openSlip']);
    for (const { row } of trail) expect(row).not.toContain(code.replaceAll('-', ''));
  });
});

describe('by oneself or by a visit', () => {
  const choose = (who: 'resident' | 'neighbour' | 'newcomer', mode: 'self' | 'visit') =>
    county.as(who).call(operations.chooseMode, { householdId: householdIdOf('one'), mode });

  test('free until the window closes, the last word of anyone of the household counts; the committee sees it', async () => {
    expect(await choose('resident', 'self')).toMatchObject({ mode: 'self', standing: 'self' });
    await county.as('newcomer').call(bindSelf, { name: '陆月兰', idNumber: idNumberOf('luYuelan') });
    expect(await choose('newcomer', 'visit')).toMatchObject({ standing: 'asked' });
    const list = await listed();
    expect(list.items.map(({ head, standing }) => [head, standing])).toEqual([
      ['韦*山', 'asked'],
      ['潘*花', 'open'],
      ['石*安', 'open'],
    ]);
    expect(list.standings).toEqual({ done: 0, self: 0, open: 2, asked: 1, due: 0 });
    expect(list.groups).toEqual(['一组', '二组']);
    await choose('resident', 'visit');
    const times = await county.store.read((db) =>
      db.one<{ times: number }>('SELECT count(*)::int AS times FROM household_choice')
    );
    expect(times?.times).toBe(2);
  });

  test('what a household without a phone says is written down by the committee or at the door; the last word counts', async () => {
    const record = (mode: 'self' | 'visit') => ({ householdId: householdIdOf('one'), mode, reason: '户主当面说的' });
    const secretary = county.as('villageSecretary');
    expect(await secretary.call(operations.recordChoice, record('visit'))).toMatchObject({ standing: 'asked' });
    expect((await listed()).items[0]).toMatchObject({ head: '韦*山', standing: 'asked' });
    expect(await county.as('enumerator').call(operations.recordChoice, record('self'))).toMatchObject({
      standing: 'self',
    });
    expect(await choose('resident', 'visit')).toMatchObject({ standing: 'asked' });
    const trail = await county.store.read((db) =>
      db.query<{ actor: string; reason: string }>(
        `SELECT actor_name AS actor, reason FROM audit_entry WHERE act = 'notice.recordChoice' ORDER BY 1`
      )
    );
    expect(trail.map(({ actor, reason }) => actor + reason)).toEqual(['村支书户主当面说的', '采集员甲户主当面说的']);
    await expectProblem(county.as('otherSecretary').refused(operations.recordChoice, record('self')), 'access.scope');
    county.clock.set('2018-03-01T16:01:00Z');
    await expectProblem(secretary.refused(operations.recordChoice, record('self')), 'household.windowClosed');
  });

  test('the enumerator’s phone learns it with the next fetch, which brings this household only', async () => {
    const bundle = (since: string | null) => county.as('enumerator').call(villageBundle, { villageCode: home, since });
    county.clock.forward(60_000);
    const { asOf, households } = await bundle(null);
    expect(households.map((row) => row[5])).toEqual(['', '', '']);
    county.clock.forward(60_000);
    await choose('resident', 'visit');
    expect((await bundle(asOf)).households.map((row) => [row[0], row[5]])).toEqual([[householdIdOf('one'), 'visit']]);
    county.clock.set('2018-03-02T02:00:00Z');
    await timers.visitsFallDue?.(county.services);
    const later = await bundle('2018-03-01T00:00:00Z');
    expect(later.households.map((row) => row[5])).toEqual(['due', 'due']);
  });

  test('whoever asked for a visit is not pushed to fill in by himself; the visit is what comes next', async () => {
    await choose('resident', 'visit');
    const secretary = county.as('villageSecretary');
    const { items } = await secretary.call(listMissing, { villageCode: home });
    expect(items.find(({ name }) => name === '韦小明')).toMatchObject({ wantsVisit: true, next: 'visit' });
    expect(items.find(({ name }) => name === '潘梅花')).toMatchObject({ wantsVisit: false, next: 'wechat' });
    const both = [personIdOf('weiXiaoming'), personIdOf('panMeihua')];
    const sent = await secretary.call(remind, { villageCode: home, whom: both });
    expect(sent.persons).toMatchObject([{ sent: true }, { sent: false, next: 'visit' }]);
    expect(sent.reasons[0]?.why).toContain('请安排上门');
    await secretary.call(remind, { villageCode: home, whom: [personIdOf('weiXiaoming')], rung: 'visit' });
  });

  test('after the window the reminder says that somebody comes', async () => {
    county.clock.set('2018-03-05T02:00:00Z');
    await county.as('villageSecretary').call(remind, { villageCode: home, whom: [personIdOf('panMeihua')] });
    const { items } = await county.as('neighbour').call(myReminders, {});
    expect(items[0]?.words).toContain('采集员会上门');
  });

  test('on the last day still, not on the day after; then the visit falls due by itself', async () => {
    county.clock.set('2018-03-01T15:59:00Z');
    await choose('resident', 'self');
    county.clock.set('2018-03-01T16:01:00Z');
    const refused = county
      .as('resident')
      .refused(operations.chooseMode, { householdId: householdIdOf('one'), mode: 'visit' });
    expect((await expectProblem(refused, 'household.windowClosed')).message).toContain('2018-03-01');
    expect((await listed()).standings).toEqual({ done: 0, self: 0, open: 0, asked: 0, due: 3 });
    await timers.visitsFallDue?.(county.services);
    await timers.visitsFallDue?.(county.services);
    const due = await county.store.read((db) =>
      db.query<{ id: string; day: string }>(
        'SELECT household_id AS id, visit_due_on::text AS day FROM household WHERE visit_due_on IS NOT NULL ORDER BY 1'
      )
    );
    expect(due).toHaveLength(4);
    expect(new Set(due.map(({ day }) => day))).toEqual(new Set(['2018-03-02']));
  });

  test('a household that is complete falls due for nothing', async () => {
    await send(county, 'neighbour', 'panMeihua');
    county.clock.set('2018-03-05T02:00:00Z');
    await timers.visitsFallDue?.(county.services);
    expect((await listed()).items.find(({ head }) => head === '潘*花')?.standing).toBe('done');
    const own = await county.as('neighbour').call(operations.myHouseholds, {});
    expect(own).toMatchObject({ window: { open: false }, households: [{ standing: 'done' }] });
  });

  test('the county moves the day on, and choosing is free again', async () => {
    county.clock.set('2018-03-05T02:00:00Z');
    await timers.visitsFallDue?.(county.services);
    await expectProblem(
      county.as('townOfficer').refused(operations.setSelfWindow, { closesOn: '2018-03-10' }),
      'access.verb'
    );
    expect(await county.as('countyOfficer').call(operations.setSelfWindow, { closesOn: '2018-03-10' })).toEqual({
      closesOn: '2018-03-10',
      open: true,
    });
    expect(await choose('resident', 'self')).toMatchObject({ standing: 'self' });
    const left = await county.store.read((db) =>
      db.one<{ due: number }>('SELECT count(*)::int AS due FROM household WHERE visit_due_on IS NOT NULL')
    );
    expect(left?.due).toBe(0);
  });

  test('nobody chooses for another household, and one that does not exist answers alike', async () => {
    const other = await expectProblem(
      county.as('neighbour').refused(operations.chooseMode, { householdId: householdIdOf('one'), mode: 'self' }),
      'person.notYours'
    );
    const none = await expectProblem(
      county.as('neighbour').refused(operations.chooseMode, { householdId: 'h_made_up', mode: 'self' }),
      'person.notYours'
    );
    expect(other.message).toBe(none.message);
  });

  test('a daughter who added her mother chooses for her mother’s household', async () => {
    await county
      .as('neighbour')
      .call(addFamilyMember, { relation: 'parent', name: '石老安', idNumber: idNumberOf('shiLao') });
    const { households } = await county.as('neighbour').call(operations.myHouseholds, {});
    expect(households.map(({ householdId }) => householdId)).toEqual([householdIdOf('three'), householdIdOf('two')]);
    const done = await county
      .as('neighbour')
      .call(operations.chooseMode, { householdId: householdIdOf('three'), mode: 'visit' });
    expect(done.standing).toBe('asked');
  });
});
