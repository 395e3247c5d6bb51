import { history, openForm, submitRecord } from '@/domain/operations/collecting/collect';
import { comparison, comparisons, settleComparison } from '@/domain/operations/collecting/comparison';
import { submitEmployer } from '@/domain/operations/collecting/employer';
import {
  type County,
  elsewhere,
  expectProblem,
  home,
  newRequestId,
  openCounty,
  personIdOf,
} from '../../support/county';
import { twoAnswers } from '../../support/county/comparing';
import { countersOf } from '../../support/county/counters';
import { factory, submission, working } from '../../support/county/forms';

const personId = personIdOf('weiXiaoming');
const reason = '打电话向本人核实';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});
afterEach(async () => county.store.close());

const liveAnswers = async () => (await county.as('resident').call(openForm, { personId })).live?.answers;

test('town, supervisor and village see that two answers wait, and what about', async () => {
  await twoAnswers(county);
  for (const seat of ['townOfficer', 'supervisor', 'villageSecretary', 'enumerator'] as const) {
    const list = await county.as(seat).call(comparisons, { divisionCode: home });
    expect(list.open).toBe(1);
    expect(list.items).toMatchObject([
      {
        kind: 'conflict',
        name: '韦小明',
        fields: ['月收入(元)'],
        liveBy: '韦小明',
        lateBy: '采集员甲',
        lateMode: 'visit',
      },
    ]);
    expect(list.items[0]?.own).toBe(seat === 'enumerator');
  }
  expect((await county.as('otherTownOfficer').call(comparisons, { divisionCode: elsewhere })).items).toEqual([]);
});

test('both answers stand side by side: who said each, when and how', async () => {
  const { comparisonId } = await twoAnswers(
    county,
    { income: 5000, phone: '13900000008' },
    { income: 2000, phone: '13900000009' }
  );
  const shown = await county.as('townOfficer').call(comparison, { comparisonId });
  expect(shown.live).toMatchObject({
    authorName: '韦小明',
    authorRole: '居民',
    mode: 'self',
    collectedAt: '2018-02-01T02:00:00.000Z',
  });
  expect(shown.late).toMatchObject({
    authorName: '采集员甲',
    authorRole: '采集员',
    mode: 'visit',
    collectedAt: '2018-02-01T02:01:00.000Z',
  });
  expect(
    shown.fields
      .filter(({ must }) => must)
      .map(({ field }) => field)
      .sort()
  ).toEqual(['income', 'phone']);
  const phone = shown.fields.find(({ field }) => field === 'phone');
  expect([phone?.live, phone?.late]).toEqual(['139****0008', '139****0009']);
  expect(JSON.stringify(shown)).not.toMatch(/1390000000[89]/);
  expect(shown.mayNot).toBe('');
});

test('what a human chooses becomes the next version, and both stay in the history', async () => {
  const { comparisonId, version, liveVersion } = await twoAnswers(county);
  const settled = await county
    .as('townOfficer')
    .call(settleComparison, { comparisonId, version, liveVersion, choices: { income: 'late' }, reason });
  expect(settled).toMatchObject({ outcome: 'changed', version: 2 });
  expect(await liveAnswers()).toMatchObject({ income: 2000 });
  const { versions } = await county.as('townOfficer').call(history, { personId });
  expect(versions[0]).toMatchObject({
    version: 2,
    mode: 'visit',
    authorName: '镇经办',
    collectedAt: '2018-02-01T02:01:00.000Z',
  });
  expect(versions[0]?.reasons).toContainEqual({ about: '这次更新', reason });
  const shown = await county.as('supervisor').call(comparison, { comparisonId });
  expect(shown.settled).toMatchObject({ by: '镇经办', reason, choices: { income: 'late' }, version: 2 });
  expect(shown.fields.find(({ field }) => field === 'income')).toMatchObject({ live: '5000元', late: '2000元' });
  expect((await county.as('townOfficer').call(comparisons, { divisionCode: home })).open).toBe(0);
  const { kept, recounted } = await countersOf(county.store);
  expect(kept).toEqual(recounted);
});

test('to leave what stands makes no new version', async () => {
  const { comparisonId, version, liveVersion } = await twoAnswers(county);
  const settled = await county
    .as('villageSecretary')
    .call(settleComparison, { comparisonId, version, liveVersion, choices: { income: 'live' }, reason });
  expect(settled).toMatchObject({ outcome: 'kept', version: 1 });
  expect(await liveAnswers()).toMatchObject({ income: 5000 });
});

test('nobody chooses between his own answer and another’s', async () => {
  const { comparisonId, version, liveVersion } = await twoAnswers(county);
  const choice = { comparisonId, version, liveVersion, choices: { income: 'late' as const }, reason };
  const problem = await expectProblem(county.as('enumerator').refused(settleComparison, choice), 'comparison.mayNot');
  expect(problem.message).toContain('您自己填的');
  await expectProblem(county.as('resident').refused(settleComparison, choice), 'access.verb');
  await expectProblem(county.as('otherSupervisor').refused(settleComparison, choice), 'access.scope');
});

test('a field left open is asked for by its name', async () => {
  const { comparisonId, version, liveVersion } = await twoAnswers(county);
  const problem = await expectProblem(
    county.as('townOfficer').refused(settleComparison, { comparisonId, version, liveVersion, choices: {}, reason }),
    'call.invalid'
  );
  expect(problem.message).toContain('月收入');
});

test('of two who choose at once the second is told', async () => {
  const { comparisonId, version, liveVersion } = await twoAnswers(county);
  const choose = (seat: 'townOfficer' | 'supervisor', side: 'live' | 'late') =>
    county.as(seat).reply(settleComparison, { comparisonId, version, liveVersion, choices: { income: side }, reason });
  const both = await Promise.all([choose('townOfficer', 'late'), choose('supervisor', 'live')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'comparison.mayNot' } });
});

test('a record that moved on while somebody was choosing is looked at again', async () => {
  const { comparisonId, version, liveVersion } = await twoAnswers(county);
  await county
    .as('resident')
    .call(submitRecord, submission(county, 'weiXiaoming', { baseVersion: 1, answers: { ...working, income: 6000 } }));
  const choice = { comparisonId, version, choices: { income: 'late' as const }, reason };
  await expectProblem(county.as('townOfficer').refused(settleComparison, { ...choice, liveVersion }), 'state.changed');
  expect(await county.as('townOfficer').call(settleComparison, { ...choice, liveVersion: 2 })).toMatchObject({
    version: 3,
  });
});

test('an employer’s two answers are chosen in the same way', async () => {
  const enumerator = county.as('enumerator');
  const sending = (more: object) => ({
    submissionId: newRequestId(),
    villageCode: home,
    formVersion: 1,
    baseVersion: 0,
    answers: factory(),
    collectedAt: county.clock.now().toISOString(),
    ...more,
  });
  const { employerId } = await enumerator.call(submitEmployer, sending({}));
  const again = (female: number) => sending({ employerId, baseVersion: 1, answers: { ...factory(), female } });
  await enumerator.call(submitEmployer, again(36));
  expect(await enumerator.call(submitEmployer, again(37))).toMatchObject({ outcome: 'conflict' });
  const { items } = await county.as('townOfficer').call(comparisons, { divisionCode: home });
  expect(items).toMatchObject([{ formId: 'employer', name: '三都示例服装有限公司', fields: ['其中女性'] }]);
  const [{ comparisonId = '', version = 0 } = {}] = items;
  const choice = { comparisonId, version, liveVersion: 2, choices: { female: 'late' as const }, reason };
  expect(await county.as('townOfficer').call(settleComparison, choice)).toMatchObject({
    outcome: 'changed',
    version: 3,
  });
});

test('what the county has accepted only the county changes', async () => {
  const { comparisonId, version, liveVersion } = await twoAnswers(county);
  await county.store.read((db) =>
    db.run(`UPDATE person SET collect_state = 'accepted', version = version + 1 WHERE person_id = $1`, [personId])
  );
  const choice = { comparisonId, version, liveVersion, choices: { income: 'late' as const }, reason };
  const problem = await expectProblem(county.as('townOfficer').refused(settleComparison, choice), 'comparison.mayNot');
  expect(problem.message).toContain('县就业办');
  expect(await county.as('countyOfficer').call(settleComparison, choice)).toMatchObject({ outcome: 'changed' });
});

test('two answers about somebody who was merged into another follow him', async () => {
  const { comparisonId } = await twoAnswers(county);
  await county.store.read((db) =>
    db.run('UPDATE person SET merged_into = $1 WHERE person_id = $2', [personIdOf('weiDashan'), personId])
  );
  const shown = await county.as('townOfficer').call(comparison, { comparisonId });
  expect(shown).toMatchObject({ subjectId: personIdOf('weiDashan'), name: '韦大山', live: null, liveVersion: 0 });
  // Nobody had answered for him: every answer is a difference, and none is taken without a human.
  const choices = Object.fromEntries(
    shown.fields.filter(({ must }) => must).map(({ field }) => [field, 'live' as const])
  );
  const kept = { comparisonId, version: shown.version, liveVersion: 0, choices, reason };
  expect(await county.as('townOfficer').call(settleComparison, kept)).toMatchObject({ outcome: 'kept', version: 0 });
  expect(shown.fields.every(({ must }) => must)).toBe(true);
});
