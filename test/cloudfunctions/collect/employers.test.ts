import type { Answers } from '@/domain/form';
import { mySubmissions } from '@/domain/operations/collecting/collect';
import { employerPaper, employers, openEmployer, submitEmployer } from '@/domain/operations/collecting/employer';
import { type County, elsewhere, expectProblem, home, newRequestId, nextDoor, openCounty } from '../../support/county';
import { creditCode, factory } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const sending = (more: object = {}) => ({
  submissionId: newRequestId(),
  villageCode: home,
  formVersion: 1,
  baseVersion: 0,
  answers: factory(),
  collectedAt: county.clock.now().toISOString(),
  ...more,
});

describe('an employer of the village', () => {
  test('is registered with its first form and stands in the list', async () => {
    const enumerator = county.as('enumerator');
    const answer = await enumerator.call(submitEmployer, sending());
    expect(answer).toMatchObject({ version: 1, village: { code: home } });
    const { items } = await enumerator.call(employers, { villageCode: home });
    expect(items).toMatchObject([
      { employerId: answer.employerId, name: '三都示例服装有限公司', uscc: creditCode(), staffTotal: 60 },
    ]);
    expect((await enumerator.call(mySubmissions, {})).items).toMatchObject([
      { formId: 'employer', name: '三都示例服装有限公司' },
    ]);
  });

  test('opens with its answers, telephones masked, and a correction is a new version', async () => {
    const enumerator = county.as('enumerator');
    const { employerId } = await enumerator.call(submitEmployer, sending());
    const opened = await enumerator.call(openEmployer, { villageCode: home, employerId });
    expect(opened.live).toMatchObject({ version: 1, answers: { contactPhone: '138****8000' } });
    expect(opened.held).toMatchObject({ contactPhone: '138****8000' });
    const answers: Answers = { ...opened.live?.answers, female: 36 };
    expect(await enumerator.call(submitEmployer, sending({ employerId, baseVersion: 1, answers }))).toMatchObject({
      version: 2,
      employerId,
    });
    const late = (change: Answers) =>
      enumerator.call(submitEmployer, sending({ employerId, baseVersion: 1, answers: { ...answers, ...change } }));
    expect(await late({})).toMatchObject({ outcome: 'same', version: 2 });
    expect(await late({ female: 35, disabled: 2 })).toMatchObject({ outcome: 'merged', version: 3 });
    const merged = await enumerator.call(openEmployer, { villageCode: home, employerId });
    expect(merged.live?.answers).toMatchObject({ female: 36, disabled: 2 });
    expect(await late({ female: 40 })).toMatchObject({ outcome: 'conflict', version: 3 });
  });

  test('two forms that are right each by itself and not together are for a human', async () => {
    const enumerator = county.as('enumerator');
    const { employerId } = await enumerator.call(submitEmployer, sending());
    const from = (change: Answers) => sending({ employerId, baseVersion: 1, answers: { ...factory(), ...change } });
    await enumerator.call(
      submitEmployer,
      from({ total: 40, cContract: 35, contractSigned: 30, insInjury: 35, local: 30, rural: 30 })
    );
    // More women than there are now people.
    expect(await enumerator.call(submitEmployer, from({ female: 50 }))).toMatchObject({
      outcome: 'conflict',
      version: 2,
    });
  });

  test('is read line by line by who reviews it, with the telephones covered, and by nobody else', async () => {
    const { employerId } = await county.as('enumerator').call(submitEmployer, sending());
    const copy = await county.as('townOfficer').call(employerPaper, { employerId, version: 1 });
    const lines = copy.sections.flatMap((section) => section.lines);
    expect(lines).toContainEqual(expect.objectContaining({ field: 'name', text: '三都示例服装有限公司' }));
    expect(JSON.stringify(copy)).not.toContain('13800138000');
    await expectProblem(county.as('otherTownOfficer').refused(employerPaper, { employerId }), 'access.scope');
    await expectProblem(county.as('enumerator').refused(employerPaper, { employerId }), 'access.verb');
  });

  test('sent twice is one; the code of another employer is told with its name', async () => {
    const enumerator = county.as('enumerator');
    const input = sending();
    const first = await enumerator.call(submitEmployer, input);
    expect(await enumerator.call(submitEmployer, input)).toEqual(first);
    const problem = await expectProblem(
      enumerator.refused(
        submitEmployer,
        sending({ villageCode: nextDoor, answers: { ...factory(), village: nextDoor } })
      ),
      'employer.exists'
    );
    expect(problem.message).toContain('三都示例服装有限公司');
  });

  test.each([
    [
      'a wrong credit code',
      { uscc: `${creditCode().slice(0, 17)}${creditCode().endsWith('A') ? 'B' : 'A'}` },
      '统一社会信用代码',
    ],
    ['a total that is not the sum', { total: 61 }, '从业人员总数'],
    ['the village of another one', { village: elsewhere }, '所在村'],
  ])('%s is refused', async (_what, wrong, words) => {
    const answers = { ...factory(), ...wrong };
    const problem = await expectProblem(
      county.as('enumerator').refused(submitEmployer, sending({ answers })),
      'form.faults'
    );
    expect(problem.message).toContain(words);
    expect((await county.as('enumerator').call(employers, { villageCode: home })).items).toEqual([]);
  });

  test('is out of reach from another village, also by its id', async () => {
    const { employerId } = await county.as('enumerator').call(submitEmployer, sending());
    const other = county.as('otherEnumerator');
    await expectProblem(other.refused(employers, { villageCode: home }), 'access.scope');
    await expectProblem(other.refused(openEmployer, { villageCode: elsewhere, employerId }), 'access.scope');
    await expectProblem(
      other.refused(submitEmployer, sending({ villageCode: elsewhere, employerId, baseVersion: 1 })),
      'access.scope'
    );
  });

  test('an empty form opens for its village', async () => {
    expect(await county.as('enumerator').call(openEmployer, { villageCode: home })).toMatchObject({
      live: null,
      register: { village: home },
      held: {},
    });
    await expectProblem(
      county.as('enumerator').refused(openEmployer, { villageCode: home, employerId: 'e_nowhere' }),
      'found.nothing'
    );
  });
});
