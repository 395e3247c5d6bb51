import * as operations from '@/domain/operations/publicity/reminder';
import { deliverWaiting } from '../../../cloudfunctions/notice/deliver';
import {
  type County,
  elsewhere,
  expectProblem,
  home,
  openCounty,
  type PersonName,
  personIdOf,
} from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const secretary = () => county.as('villageSecretary');
const missing = (options: { limit?: number; cursor?: string | null; remindable?: boolean } = {}) =>
  secretary().call(operations.listMissing, { villageCode: home, ...options });
const lineOf = async (who: PersonName) => (await missing()).items.find(({ personId }) => personId === personIdOf(who));
const remind = (whom: 'all' | PersonName[], rung: 'wechat' | 'phone' | 'cadre' | 'visit' = 'wechat') =>
  secretary().call(operations.remind, { villageCode: home, whom: whom === 'all' ? 'all' : whom.map(personIdOf), rung });
const days = (count: number) => county.clock.forward(count * 86_400_000);

describe('who is missing', () => {
  test('the secretary sees everyone due, masked, by group and household, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof missing>> = await missing({ limit: 3, cursor });
      expect(page.village).toEqual({ name: '中和镇中海村', people: 7, missing: 7 });
      expect(JSON.stringify(page)).not.toMatch(/\d{17}[\dX]|1[3-9]\d{9}/);
      seen.push(...page.items.map(({ group, personId }) => `${group} ${personId}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(seen.map((line) => line.slice(0, 2))).toEqual([...Array(5).fill('一组'), '二组', '二组']);
    expect(seen.indexOf(`一组 ${personIdOf('panMeihua')}`)).toBe(4);
  });

  test('each line says what may be done next', async () => {
    expect(await lineOf('weiXiaoming')).toMatchObject({
      may: true,
      next: 'wechat',
      hasWechat: true,
      times: 0,
      why: '',
    });
    expect(await lineOf('weiDashan')).toMatchObject({ may: true, next: 'phone', hasWechat: false });
    expect(await lineOf('shiLao')).toMatchObject({ may: true, next: 'cadre' });
  });

  test('at night nobody may be reminded, and the list says until when', async () => {
    county.clock.set('2018-02-01T13:30:00Z');
    const list = await missing();
    expect(list.quiet).toBe(true);
    expect(list.items.every(({ may, why }) => !may && why.includes('2月2日8时'))).toBe(true);
    expect((await missing({ remindable: true })).items).toEqual([]);
    const night = { villageCode: home, whom: 'all' as const };
    await expectProblem(secretary().refused(operations.remind, night), 'remind.quiet');
  });

  test('another village is nobody else’s business', async () => {
    await expectProblem(secretary().refused(operations.listMissing, { villageCode: elsewhere }), 'access.scope');
    await expectProblem(
      secretary().refused(operations.remind, { villageCode: elsewhere, whom: 'all' }),
      'access.scope'
    );
    await expectProblem(county.as('enumerator').refused(operations.listMissing, { villageCode: home }), 'access.verb');
  });
});

describe('reminding', () => {
  test('a resident with WeChat gets the message and finds it in the mini-program, opened once', async () => {
    const { batch, ...sent } = await remind(['weiXiaoming', 'weiDashan']);
    expect(sent).toMatchObject({ sent: 1, skipped: 1 });
    expect(sent.persons).toEqual([
      { personId: personIdOf('weiXiaoming'), sent: true, why: '', next: null },
      { personId: personIdOf('weiDashan'), sent: false, why: '没有绑定微信，请用电话提醒。', next: 'phone' },
    ]);
    expect(county.world.messages).toHaveLength(1);
    expect(county.world.messages[0]).toMatchObject({ accountId: 'a_resident', template: 'reminder' });
    expect(county.world.messages[0]?.page).toMatch(/^resident\/declare\/index\?person=p_weiXiaoming&reminder=r_/);
    expect(JSON.stringify(county.world.messages)).not.toContain('韦小明');
    const result = await secretary().call(operations.remindResult, { batch });
    expect(result.results).toEqual([{ result: 'sent', people: 1 }]);

    const [mine] = (await county.as('resident').call(operations.myReminders, {})).items;
    expect(mine).toMatchObject({ personName: '韦小明', from: '中海村委会', read: false, answered: false });
    expect(mine?.words).toContain('2018年3月31日');
    const opened = await county.as('resident').call(operations.openReminder, { reminderId: mine?.reminderId ?? '' });
    expect(opened.personId).toBe(personIdOf('weiXiaoming'));
    expect((await lineOf('weiXiaoming'))?.last).toMatchObject({ rung: 'wechat', result: 'sent', read: true });
  });

  test('a neighbour cannot open somebody else’s reminder', async () => {
    await remind(['weiXiaoming']);
    const [mine] = (await county.as('resident').call(operations.myReminders, {})).items;
    const asked = { reminderId: mine?.reminderId ?? '' };
    await expectProblem(county.as('neighbour').refused(operations.openReminder, asked), 'found.nothing');
    expect((await county.as('neighbour').call(operations.myReminders, {})).items).toEqual([]);
  });

  test('when WeChat has no consent left the telephone is next, at once', async () => {
    county.services.edges.messages.send = async () => 'no-subscription';
    const { batch } = await remind(['weiXiaoming']);
    const result = await secretary().call(operations.remindResult, { batch });
    expect(result.items[0]).toMatchObject({ result: 'no-subscription', next: 'phone' });
    expect(await lineOf('weiXiaoming')).toMatchObject({ may: true, next: 'phone' });
    expect((await county.as('resident').call(operations.myReminders, {})).items).toHaveLength(1);
  });

  test('an edge that breaks leaves the others sent and says so', async () => {
    let first = true;
    county.services.edges.messages.send = async () => {
      if (!first) return 'sent';
      first = false;
      throw new Error('socket hang up');
    };
    const { batch } = await remind(['weiXiaoming', 'panMeihua']);
    const { results } = await secretary().call(operations.remindResult, { batch });
    expect(results).toEqual([
      { result: 'sent', people: 1 },
      { result: 'unreachable', people: 1 },
    ]);
  });

  test('nobody is reminded twice within three days, nor more than four times, and each time one rung up', async () => {
    await remind(['weiXiaoming']);
    const again = { villageCode: home, whom: [personIdOf('weiXiaoming')], rung: 'phone' as const };
    const refusal = await expectProblem(secretary().refused(operations.remind, again), 'remind.none');
    expect(refusal.message).toContain('3天内已提醒过');
    days(3);
    const lower = { ...again, rung: 'wechat' as const };
    expect((await secretary().refused(operations.remind, lower)).message).toContain('下一步请用电话提醒');
    await secretary().call(operations.remind, again);
    days(3);
    await remind(['weiXiaoming'], 'cadre');
    days(3);
    await remind(['weiXiaoming'], 'visit');
    days(30);
    expect((await secretary().refused(operations.remind, { ...again, rung: 'visit' })).message).toContain('已提醒4次');
  });

  test('who has refused is never reminded', async () => {
    await county.store.transaction((db) =>
      db.run('UPDATE person SET refused = true WHERE person_id = $1', [personIdOf('weiXiaoming')])
    );
    const asked = { villageCode: home, whom: [personIdOf('weiXiaoming')] };
    expect((await secretary().refused(operations.remind, asked)).message).toContain('不愿填报');
    expect(await lineOf('weiXiaoming')).toMatchObject({ may: false, next: null });
  });

  test('who has been collected is not reminded, and somebody of another village is not found', async () => {
    await county.store.transaction((db) =>
      db.run(`UPDATE person SET collect_state = 'collected' WHERE person_id = $1`, [personIdOf('panMeihua')])
    );
    const reply = await remind(['weiXiaoming', 'panMeihua', 'yangHua']);
    expect(reply.persons.map(({ why }) => why)).toEqual([
      '',
      '此人已经填报，不用再提醒。',
      '此人不在这个村的名册里，请刷新名单。',
    ]);
  });

  test('everyone missing: the reply counts by reason', async () => {
    const reply = await remind('all');
    expect(reply).toMatchObject({ sent: 2, skipped: 5, persons: [] });
    expect(reply.reasons).toEqual([
      { why: '没有绑定微信，请用村干部上门提醒。', people: 4 },
      { why: '没有绑定微信，请用电话提醒。', people: 1 },
    ]);
  });

  test('the same request sent twice reminds once', async () => {
    const input = { villageCode: home, whom: [personIdOf('weiXiaoming')] };
    const requestId = 'reminding-the-same-way';
    const first = await secretary().call(operations.remind, input, { requestId });
    expect(await secretary().call(operations.remind, input, { requestId })).toEqual(first);
    expect(county.world.messages).toHaveLength(1);
  });

  test('two who remind the same person at once reach him once', async () => {
    const input = { villageCode: home, whom: [personIdOf('weiXiaoming')] };
    const replies = await Promise.all([
      secretary().reply(operations.remind, input),
      county.as('townOfficer').reply(operations.remind, input),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(county.world.messages).toHaveLength(1);
  });

  test('what could not go out in time goes out with the timer, once, however often it fires', async () => {
    await county.store.transaction((db) =>
      db.run(
        `INSERT INTO reminder (county_code, reminder_id, person_id, account_id, village_code, rung, words, sent_by, sent_at)
         VALUES ('522732', 'r_waiting', $1, 'a_resident', $2, 'wechat', '请填报', 'a_villageSecretary', $3)`,
        [personIdOf('weiXiaoming'), home, county.clock.now()]
      )
    );
    const fire = () => deliverWaiting(county.services, { batch: null, milliseconds: 1000 });
    await Promise.all([fire(), fire()]);
    await fire();
    expect(county.world.messages).toHaveLength(1);
  });

  test('a message whose sender died is given up, not sent twice', async () => {
    const { batch } = await remind(['weiXiaoming']);
    await county.store.transaction((db) => db.run(`UPDATE reminder SET result = 'sending'`));
    county.clock.forward(11 * 60_000);
    await deliverWaiting(county.services, { batch: null, milliseconds: 1000 });
    expect(county.world.messages).toHaveLength(1);
    const { items } = await secretary().call(operations.remindResult, { batch });
    expect(items[0]).toMatchObject({ result: 'unreachable', next: 'phone' });
  });

  test('the effect of each rung is counted', async () => {
    await remind(['weiXiaoming', 'panMeihua']);
    await remind(['weiDashan'], 'phone');
    const effects = await county.as('townOfficer').call(operations.rungEffects, { divisionCode: home.slice(0, 9) });
    expect(effects.items).toEqual([
      { rung: 'wechat', label: '微信提醒', sent: 2, delivered: 2, read: 0, collected: 0 },
      { rung: 'phone', label: '电话提醒', sent: 1, delivered: 1, read: 0, collected: 0 },
      { rung: 'cadre', label: '村干部上门提醒', sent: 0, delivered: 0, read: 0, collected: 0 },
      { rung: 'visit', label: '采集员上门', sent: 0, delivered: 0, read: 0, collected: 0 },
    ]);
  });
});
