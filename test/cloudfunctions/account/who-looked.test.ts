import { paper } from '@/domain/operations/collecting/collect';
import {
  answerCorrection,
  askCorrection,
  listCorrections,
  myCorrections,
  whoLooked,
} from '@/domain/operations/collecting/corrections';
import { revealSecret } from '@/domain/operations/office/secrecy';
import { person, search, villagePeople } from '@/domain/operations/people/register';
import { mergePersons } from '@/domain/operations/people/register-identity';
import { expectProblem, home, idNumberOf, openCounty, personIdOf } from '../../support/county';
import { outOfWork, send } from '../../support/county/forms';

const whom = personIdOf('weiXiaoming');
const town = home.slice(0, 9);

test('a person reads who looked at what, when and why; his own looks are left out', async () => {
  const county = await openCounty();
  await send(county, 'resident', 'weiXiaoming', { answers: outOfWork });
  county.clock.forward(60_000);
  await county.as('villageSecretary').call(person, { personId: whom });
  county.clock.forward(60_000);
  await county.as('townOfficer').call(revealSecret, { personId: whom, what: 'phone', reason: '电话核实就业情况' });
  await county.as('resident').call(paper, { personId: whom });
  const { items } = await county.as('resident').call(whoLooked, { personId: whom });
  expect(items).toMatchObject([
    {
      at: '2018-02-01T02:02:00.000Z',
      name: '镇经办',
      post: '镇街经办（镇经办）',
      what: '查看原文：联系电话',
      why: '电话核实就业情况',
      kind: 'reveal',
    },
    {
      at: '2018-02-01T02:01:00.000Z',
      name: '村支书',
      post: '村（居）委会（村支书）',
      what: '查看人员信息',
      why: '岗位工作，没有另写原因',
      kind: 'look',
    },
  ]);
});

test('whoever looked for him by his number is told, and who looked at the row that was merged into his', async () => {
  const county = await openCounty();
  const other = personIdOf('shiYun');
  await county.as('villageSecretary').call(person, { personId: other });
  county.clock.forward(60_000);
  const pair = { keep: { personId: whom, version: 1 }, drop: { personId: other, version: 1 } };
  await county.as('townOfficer').call(mergePersons, { ...pair, reason: '同一人' });
  county.clock.forward(60_000);
  await county.as('otherSecretary').call(search, { text: idNumberOf('weiXiaoming'), reason: '核对来访的人' });
  const { items } = await county.as('resident').call(whoLooked, { personId: whom });
  expect(items.map(({ name, what, why }) => [name, what, why])).toEqual([
    ['外村支书', '按身份证号在全县查找', '核对来访的人'],
    ['镇经办', '合并重复人员', '同一人'],
    ['村支书', '查看人员信息', '岗位工作，没有另写原因'],
  ]);
});

test('a search by name that showed him is told to him and to the others it showed, not to those it did not', async () => {
  const county = await openCounty();
  await county.as('otherSecretary').call(search, { text: '韦小明', reason: '来人问路' });
  county.clock.forward(60_000);
  await county.as('villageSecretary').call(person, { personId: whom });
  const whole = await county.as('resident').call(whoLooked, { personId: whom });
  expect(whole.items.map(({ name, what, why }) => [name, what, why])).toEqual([
    ['村支书', '查看人员信息', '岗位工作，没有另写原因'],
    ['外村支书', '按姓名在全县查找，结果里有您', '来人问路'],
  ]);
  // Both halves turn their pages together.
  const first = await county.as('resident').call(whoLooked, { personId: whom, limit: 1 });
  const second = await county.as('resident').call(whoLooked, { personId: whom, limit: 1, cursor: first.next });
  expect([...first.items, ...second.items]).toEqual(whole.items);
  const neighbour = await county.as('neighbour').call(whoLooked, { personId: personIdOf('panMeihua') });
  expect(neighbour.items).toEqual([]);
});

test('lists of the village on which he stands are told by day and viewer', async () => {
  const county = await openCounty();
  await county.as('enumerator').call(villagePeople, { villageCode: home });
  await county.as('enumerator').call(villagePeople, { villageCode: home });
  await county.as('otherEnumerator').refused(villagePeople, { villageCode: home });
  const { lists } = await county.as('resident').call(whoLooked, { personId: whom });
  expect(lists).toEqual([
    { day: '2018-02-01', name: '采集员甲', post: '采集员（采集员甲）', what: '查看村（居）人员名单', times: 2 },
  ]);
});

test('page by page nothing is missing and nothing comes twice', async () => {
  const county = await openCounty();
  for (let turn = 0; turn < 5; turn += 1) {
    // Two of them in the same moment.
    if (turn !== 3) county.clock.forward(1000);
    await county.as('villageSecretary').call(person, { personId: whom });
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { at: string }[]; next: string | null } = await county
      .as('resident')
      .call(whoLooked, { personId: whom, limit: 2, cursor });
    seen.push(...page.items.map(({ at }) => at));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toHaveLength(5);
  expect(seen).toEqual([...seen].sort().reverse());
});

test('nobody reads this of somebody else', async () => {
  const county = await openCounty();
  await expectProblem(county.as('neighbour').refused(whoLooked, { personId: whom }), 'person.notYours');
  await expectProblem(county.as('townOfficer').refused(whoLooked, { personId: whom }), 'access.verb');
});

test('he asks for a correction, the town answers, he reads the answer', async () => {
  const county = await openCounty();
  const text = '我的手机号是 13911112222，不是原来那个。';
  const { correctionId } = await county.as('resident').call(askCorrection, { personId: whom, topic: 'contact', text });
  county.clock.forward(3 * 86_400_000);
  const queue = await county.as('townOfficer').call(listCorrections, { divisionCode: town, state: 'open' });
  expect(queue.items).toMatchObject([
    { correctionId, text, personName: '韦小明', waitingDays: 3, stateLabel: '等待处理' },
  ]);
  const far = await county.as('otherTownOfficer').call(listCorrections, { divisionCode: '522732113' });
  expect(far.items).toEqual([]);
  const words = '已经更正，谢谢您提醒。';
  await county.as('townOfficer').call(answerCorrection, { correctionId, outcome: 'working', words: '正在与您核实。' });
  await county.as('townOfficer').call(answerCorrection, { correctionId, outcome: 'resolved', words });
  const [mine] = (await county.as('resident').call(myCorrections, { personId: whom })).items;
  expect(mine).toMatchObject({ state: 'resolved', stateLabel: '已更正', steps: [{ state: 'working' }, { words }] });
  await expectProblem(
    county.as('townOfficer').refused(answerCorrection, { correctionId, outcome: 'refused', words: '再改一次看看' }),
    'state.wrong'
  );
});

test('what he wrote lies sealed, and an answer with a number in it is not taken', async () => {
  const county = await openCounty();
  const text = '我的手机号是 13911112222，不是原来那个。';
  const { correctionId } = await county.as('resident').call(askCorrection, { personId: whom, topic: 'contact', text });
  const rows = await county.store.read((db) =>
    db.query<{ text: string }>('SELECT row_to_json(correction)::text AS text FROM correction')
  );
  expect(rows[0]?.text).not.toContain('13911112222');
  const answer = { correctionId, outcome: 'resolved', words: '已改为 139-1111-2222。' };
  const problem = await expectProblem(county.as('townOfficer').refused(answerCorrection, answer), 'call.invalid');
  expect(problem.message).not.toContain('2222');
});
