import { closingClasses } from '@/domain/campaign';
import { submitEmployer } from '@/domain/operations/collecting/employer';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { assign, takeBack } from '@/domain/operations/office/assignment';
import * as operations from '@/domain/operations/office/quality';
import { returnedInVillage } from '../../../cloudfunctions/store/queries/quality/reviews';
import {
  accountIdOf,
  type County,
  expectProblem,
  home,
  newRequestId,
  openCounty,
  personIdOf,
  postIdOf,
} from '../../support/county';
import { atTheDoor, factory, outOfWork, send, working } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const town = home.slice(0, 9);
const atDoor = { answers: { ...working, ...atTheDoor }, mode: 'visit' as const };
const waiting = (state: 'collected' | 'confirmed' | 'returned' | 'accepted' = 'collected') =>
  county.as('supervisor').call(operations.reviewList, { divisionCode: town, state });
const chosen = async (state: 'collected' | 'confirmed' = 'collected') =>
  (await waiting(state)).items.map(({ recordId, version }) => ({ recordId, version }));
const counter = async (measure: string) => {
  const row = await county.store.read((db) =>
    db.one<{ value: number }>('SELECT value FROM village_counter WHERE village_code = $1 AND measure = $2', [
      home,
      measure,
    ])
  );
  return row?.value ?? 0;
};
const returned = async (text = '行业与单位名称对不上') => {
  const [record] = await chosen();
  if (record === undefined) throw new Error('no record waits');
  const comments = [{ field: 'industry', text }];
  return county.as('supervisor').call(operations.returnRecord, { ...record, reason: '请核实后再报', comments });
};

describe('what waits for review', () => {
  test('the supervisor sees it village by village, page by page, and the counters agree', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    county.clock.forward(60_000);
    await send(county, 'enumerator', 'panMeihua', atDoor);
    await send(county, 'neighbour', 'panMeihua', { answers: outOfWork });
    const list = await waiting();
    expect(list).toMatchObject({ waiting: 2, next: null });
    expect(list.items.map(({ name, version, author }) => [name, version, author])).toEqual([
      ['韦小明', 1, '采集员甲'],
      ['潘梅花', 2, '潘梅花'],
    ]);
    const first = await county.as('supervisor').call(operations.reviewList, { divisionCode: town, limit: 1 });
    const second = await county
      .as('supervisor')
      .call(operations.reviewList, { divisionCode: town, limit: 1, cursor: first.next });
    expect([first.items[0]?.name, second.items[0]?.name, second.next]).toEqual(['韦小明', '潘梅花', null]);
    expect(await counter('collected')).toBe(2);
  });

  test('closings and what carries a doubt are kept apart from what may be passed many at once', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    await send(county, 'enumerator', 'panMeihua', { ...atDoor, reasons: { 'W20:monthlyIncome': '计件工资，旺季高' } });
    const closeAs = { populationClass: '09' as const, since: '2017-11', witness: '石云' };
    await county.as('enumerator').call(recordVisit, {
      visitId: newRequestId(),
      personId: personIdOf('shiLao'),
      channel: 'visit',
      outcome: '03',
      at: county.clock.now().toISOString(),
      cadre: '村支书',
      closeAs,
    });
    const names = async (only: operations.ReviewKind) => {
      const list = await county.as('supervisor').call(operations.reviewList, { divisionCode: town, only });
      return [list.waiting, ...list.items.map(({ name }) => name).sort()];
    };
    expect(await names('all')).toEqual([3, '潘梅花', '石老安', '韦小明']);
    expect(await names('plain')).toEqual([1, '韦小明']);
    expect(await names('doubtful')).toEqual([1, '潘梅花']);
    expect(await names('closings')).toEqual([1, '石老安']);
  });

  test('nobody reviews another town’s', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    const records = await chosen();
    await expectProblem(
      county.as('otherSupervisor').refused(operations.reviewList, { divisionCode: town }),
      'access.scope'
    );
    await expectProblem(county.as('otherSupervisor').refused(operations.confirmRecords, { records }), 'access.scope');
    await expectProblem(county.as('enumerator').refused(operations.confirmRecords, { records }), 'access.verb');
    const madeUp = { records: [{ recordId: 'r_made_up', version: 1 }] };
    await expectProblem(county.as('supervisor').refused(operations.confirmRecords, madeUp), 'access.scope');
  });
});

describe('confirming and accepting', () => {
  test('collected, confirmed, accepted: the person, the record and the counters go together', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    await send(county, 'enumerator', 'panMeihua', atDoor);
    expect(await county.as('supervisor').call(operations.confirmRecords, { records: await chosen() })).toMatchObject({
      done: 2,
      left: 0,
    });
    expect([await counter('collected'), await counter('confirmed')]).toEqual([0, 2]);
    const records = await chosen('confirmed');
    await expectProblem(county.as('townOfficer').refused(operations.acceptRecords, { records }), 'access.verb');
    expect(await county.as('countyOfficer').call(operations.acceptRecords, { records })).toMatchObject({ done: 2 });
    expect([await counter('confirmed'), await counter('accepted')]).toEqual([0, 2]);
  });

  test('whoever confirmed a record does not accept it; another county officer does', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    await county.as('countyOfficer').call(operations.confirmRecords, { records: await chosen() });
    const records = await chosen('confirmed');
    const own = await county.as('countyOfficer').call(operations.acceptRecords, { records });
    expect(own).toMatchObject({ done: 0, left: 1, records: [{ why: '您审核过这份记录，要由另一人验收。' }] });
    await county.store.transaction((db) =>
      db.run('UPDATE post SET account_id = $1 WHERE post_id = $2', [accountIdOf('keeper'), postIdOf('countyOfficer')])
    );
    const other = { post: postIdOf('countyOfficer') };
    expect(await county.as('keeper').call(operations.acceptRecords, { records }, other)).toMatchObject({ done: 1 });
  });

  test('one that changed meanwhile is left and said so, the others go on', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    county.clock.forward(60_000);
    await send(county, 'enumerator', 'panMeihua', atDoor);
    const records = await chosen();
    await send(county, 'neighbour', 'panMeihua', { answers: outOfWork });
    const reply = await county.as('supervisor').call(operations.confirmRecords, { records });
    expect(reply).toMatchObject({ done: 1, left: 1 });
    expect(reply.records.map(({ done, why }) => [done, why])).toEqual([
      [true, ''],
      [false, '这份记录刚刚被改动过，请刷新后再看。'],
    ]);
  });

  test('two who confirm the same at once confirm it once', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    const records = await chosen();
    const replies = await Promise.all([
      county.as('supervisor').call(operations.confirmRecords, { records }),
      county.as('townOfficer').call(operations.confirmRecords, { records }),
    ]);
    expect(replies.map(({ done }) => done).sort()).toEqual([0, 1]);
    expect([await counter('collected'), await counter('confirmed')]).toEqual([0, 1]);
  });

  test('accepted is final: opened again only by the county with a reason', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    await county.as('supervisor').call(operations.confirmRecords, { records: await chosen() });
    const [record] = await chosen('confirmed');
    if (record === undefined) throw new Error('nothing was confirmed');
    await county.as('countyOfficer').call(operations.acceptRecords, { records: [record] });
    const again = { ...record, reason: '抽查发现差错' };
    await expectProblem(
      county.as('supervisor').refused(operations.returnRecord, { ...again, comments: [] }),
      'review.refused'
    );
    await expectProblem(county.as('townOfficer').refused(operations.reopenRecord, again), 'access.verb');
    expect(await county.as('countyOfficer').call(operations.reopenRecord, again)).toMatchObject({ state: 'collected' });
    expect([await counter('accepted'), await counter('collected')]).toEqual([0, 1]);
  });

  test('a death is closed with a second signature and stays closed; sent back it is due again', async () => {
    const closeAs = { populationClass: '09' as const, since: '2017-11', witness: '石云' };
    const at = county.clock.now().toISOString();
    const visit = {
      visitId: newRequestId(),
      personId: personIdOf('shiLao'),
      channel: 'visit' as const,
      outcome: '03',
      at,
      cadre: '村支书',
      closeAs,
    };
    await county.as('enumerator').call(recordVisit, visit);
    const [line] = (await waiting()).items;
    expect(line).toMatchObject({ name: '石老安', closedAs: '09' });
    expect(closingClasses['09'].title).toBe('死亡');
    const back = { recordId: line?.recordId ?? '', version: line?.version ?? 0 };
    await county.as('supervisor').call(operations.confirmRecords, { records: [back] });
    expect([await counter('closed'), await counter('due')]).toEqual([1, 6]);
    await county.as('supervisor').call(operations.returnRecord, { ...back, reason: '家属说人还健在' });
    expect([await counter('closed'), await counter('due')]).toEqual([0, 7]);
  });
});

test('whoever closed somebody cannot sign for it himself; somebody else can', async () => {
  const visit = {
    visitId: newRequestId(),
    personId: personIdOf('shiLao'),
    channel: 'visit' as const,
    outcome: '03',
    at: county.clock.now().toISOString(),
    cadre: '村支书',
    closeAs: { populationClass: '09' as const, since: '2017-11', witness: '石云' },
  };
  await county.as('townOfficer').call(recordVisit, visit);
  const records = await chosen();
  const own = await county.as('townOfficer').call(operations.confirmRecords, { records });
  expect(own).toMatchObject({ done: 0, left: 1, records: [{ why: '自己填报的记录要由别人审核。' }] });
  expect(await county.as('supervisor').call(operations.confirmRecords, { records })).toMatchObject({ done: 1 });
});

describe('sending back', () => {
  test('it comes back to its author with a comment on each field in the words of the form', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    expect(await returned()).toMatchObject({ state: 'returned', returnedTo: '采集员甲' });
    expect([await counter('collected'), await counter('returned')]).toEqual([0, 1]);
    const { items } = await county.as('enumerator').call(operations.returnedToMe, {});
    expect(items).toMatchObject([
      {
        name: '韦小明',
        reason: '请核实后再报',
        returnedBy: '督导员',
        villageName: '中和镇中海村',
        comments: [{ field: 'industry', label: '从事行业', text: '行业与单位名称对不上' }],
      },
    ]);
    expect((await county.as('otherEnumerator').call(operations.returnedToMe, {})).items).toEqual([]);
  });

  test('sent again it is gone from his list and waits for review again', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    await returned();
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    expect((await county.as('enumerator').call(operations.returnedToMe, {})).items).toEqual([]);
    expect((await waiting()).items).toMatchObject([{ version: 2, state: 'collected' }]);
  });

  test('when his work has gone to somebody else, his successor has it at the top of his list', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    const lease = { assignmentId: `s_enumerator_${home}`, version: 1, reason: '请长假' };
    await county.as('supervisor').call(takeBack, lease);
    await county.as('supervisor').call(assign, { postId: postIdOf('otherEnumerator'), villageCode: home });
    expect(await returned()).toMatchObject({ returnedTo: '采集员乙' });
    expect((await county.as('otherEnumerator').call(operations.returnedToMe, {})).items).toHaveLength(1);
    expect((await county.as('enumerator').call(operations.returnedToMe, {})).items).toEqual([]);
  });

  test('an employer’s form goes to its author while he works in the village, then to whoever does', async () => {
    const form = {
      villageCode: home,
      formVersion: 1,
      baseVersion: 0,
      answers: factory(),
      submissionId: newRequestId(),
    };
    await county.as('enumerator').call(submitEmployer, { ...form, collectedAt: county.clock.now().toISOString() });
    const [record] = await chosen();
    const back = { recordId: record?.recordId ?? '', version: 1, reason: '人数对不上' };
    const comments = [{ field: 'total', text: '和社保人数差很多' }];
    expect(await county.as('supervisor').call(operations.returnRecord, { ...back, comments })).toMatchObject({
      returnedTo: '采集员甲',
    });
    const mine = async (who: 'enumerator' | 'otherEnumerator') =>
      (await county.as(who).call(operations.returnedToMe, {})).items.map(({ name }) => name);
    expect([await mine('enumerator'), await mine('otherEnumerator')]).toEqual([['三都示例服装有限公司'], []]);
    const lease = { assignmentId: `s_enumerator_${home}`, version: 1, reason: '请长假' };
    await county.as('supervisor').call(takeBack, lease);
    await county.as('supervisor').call(assign, { postId: postIdOf('otherEnumerator'), villageCode: home });
    expect([await mine('enumerator'), await mine('otherEnumerator')]).toEqual([[], ['三都示例服装有限公司']]);
    const inVillage = (who: 'enumerator' | 'otherEnumerator') =>
      county.store.read((db) =>
        returnedInVillage(db, '522732', {
          accountId: accountIdOf(who),
          postId: postIdOf(who),
          villageCode: home,
          now: county.clock.now(),
        })
      );
    expect(await inVillage('enumerator')).toEqual([]);
    expect(await inVillage('otherEnumerator')).toMatchObject([{ formId: 'employer', comments }]);
  });

  test('a resident’s own record comes back to him, with a message', async () => {
    await send(county, 'resident', 'weiXiaoming');
    expect(await returned()).toMatchObject({ returnedTo: '韦小明' });
    expect(county.world.messages).toMatchObject([{ accountId: 'a_resident', template: 'returned' }]);
    expect((await county.as('resident').call(operations.returnedToMe, {})).items).toHaveLength(1);
  });

  test('a comment on a field the form does not have, or an old version, sends nothing back', async () => {
    await send(county, 'enumerator', 'weiXiaoming', atDoor);
    const [record] = await chosen();
    const input = { recordId: record?.recordId ?? '', version: 1, reason: '请核实', comments: [] };
    const strange = { ...input, comments: [{ field: 'constructor', text: '不对' }] };
    await expectProblem(county.as('supervisor').refused(operations.returnRecord, strange), 'call.invalid');
    await expectProblem(
      county.as('supervisor').refused(operations.returnRecord, { ...input, version: 9 }),
      'state.changed'
    );
    expect(await counter('returned')).toBe(0);
  });
});

describe('leads of the day', () => {
  test('a day of fast, nightly, alike records is told as leads, with nobody’s name or answers', async () => {
    county.clock.set('2018-02-01T15:30:00Z');
    for (const who of ['weiXiaoming', 'panMeihua', 'luYuelan'] as const) {
      const paradata = { basic: 4000 };
      await send(county, 'enumerator', who, atDoor);
      await county.store.transaction((db) => db.run('UPDATE record_version SET paradata = $1::jsonb', [paradata]));
    }
    county.clock.set('2018-02-02T02:00:00Z');
    const leads = await county.as('supervisor').call(operations.dailyLeads, { divisionCode: town });
    expect(leads).toMatchObject({ day: '2018-02-01', records: 3 });
    expect(leads.leads.map(({ kind, enumerator, recordIds }) => [kind, enumerator, recordIds.length])).toEqual([
      ['nightHours', '采集员甲', 3],
      ['tooFast', '采集员甲', 3],
    ]);
    expect(JSON.stringify(leads)).not.toMatch(/韦|潘|陆/);
    expect(
      (await county.as('inspector').call(operations.dailyLeads, { divisionCode: town, day: '2018-01-31' })).leads
    ).toEqual([]);
    await expectProblem(
      county.as('otherInspector').refused(operations.dailyLeads, { divisionCode: town }),
      'access.scope'
    );
  });
});
