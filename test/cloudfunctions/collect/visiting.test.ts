import type { Answers } from '@/domain/form';
import { history, openForm, submitRecord } from '@/domain/operations/collecting/collect';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { person } from '@/domain/operations/people/register';
import { type County, expectProblem, home, newRequestId, openCounty, personIdOf } from '../../support/county';
import { atTheDoor, send, submission, working } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const day = 86_400_000;
const visit = (more: object = {}) => ({
  visitId: newRequestId(),
  personId: personIdOf('shiLao'),
  channel: 'visit' as const,
  outcome: '11',
  cadre: '示例村支书',
  at: county.clock.now().toISOString(),
  ...more,
});
const counter = async (measure: string): Promise<number> =>
  (
    await county.store.read((db) =>
      db.one<{ value: number }>('SELECT value FROM village_counter WHERE village_code = $1 AND measure = $2', [
        home,
        measure,
      ])
    )
  )?.value ?? 0;

describe('a knock at the door', () => {
  test('nobody there is an attempt, with what comes next', async () => {
    const answer = await county.as('enumerator').call(recordVisit, visit());
    expect(answer).toMatchObject({ attempts: 1, attemptDays: 1, collectState: 'due' });
    expect(answer.next).toContain('再上门');
    expect(await counter('outcome_11')).toBe(1);
    const seen = await county.as('enumerator').call(person, { personId: personIdOf('shiLao') });
    expect(seen.visits).toMatchObject([
      { outcome: '11', channel: 'visit', cadre: '示例村支书', authorName: '采集员甲' },
    ]);
  });

  test('the same visit sent twice is one visit', async () => {
    const input = visit();
    const first = await county.as('enumerator').call(recordVisit, input);
    expect(await county.as('enumerator').call(recordVisit, input)).toEqual(first);
    expect(await counter('outcome_11')).toBe(1);
    await expectProblem(county.as('townOfficer').refused(recordVisit, input), 'call.replayed');
  });

  test('an appointment is kept and shown', async () => {
    const appointmentAt = new Date(county.clock.now().getTime() + 2 * day).toISOString();
    await county.as('enumerator').call(recordVisit, visit({ outcome: '18', appointmentAt }));
    const seen = await county.as('enumerator').call(person, { personId: personIdOf('shiLao') });
    expect(seen.visits[0]?.appointmentAt).toBe(appointmentAt);
  });

  test('who refuses is marked, and no longer when he is reached', async () => {
    await county.as('enumerator').call(recordVisit, visit({ outcome: '16' }));
    expect(await counter('refused')).toBe(1);
    await county.as('enumerator').call(recordVisit, visit({ outcome: '01' }));
    expect(await counter('refused')).toBe(0);
  });

  test.each([
    ['an outcome of the telephone at the door', { outcome: '12' }, 'call.invalid', '电话'],
    ['an outcome that does not exist', { outcome: '77' }, 'call.invalid', '走访结果'],
    ['a visit of tomorrow', { at: '2018-02-02T02:00:00Z' }, 'visit.time', '走访时间'],
    ['tags in the note', { note: '<b>无人</b>' }, 'call.invalid', '备注'],
  ] as const)('%s is refused', async (_what, wrong, code, words) => {
    const problem = await expectProblem(county.as('enumerator').refused(recordVisit, visit(wrong)), code);
    expect(problem.message).toContain(words);
  });

  test('in another village is refused', async () => {
    await expectProblem(county.as('otherEnumerator').refused(recordVisit, visit()), 'access.scope');
    await expectProblem(county.as('resident').refused(recordVisit, visit()), 'access.verb');
  });
});

describe('closing somebody who cannot be asked', () => {
  test('a death needs the month and a witness', async () => {
    const closeAs = { populationClass: '09' as const };
    const first = await expectProblem(
      county.as('enumerator').refused(recordVisit, visit({ outcome: '03', closeAs })),
      'form.faults'
    );
    expect(first.message).toMatch(/状态发生时间|年月/);
    const closed = await county
      .as('enumerator')
      .call(recordVisit, visit({ outcome: '03', closeAs: { ...closeAs, since: '2017-11', witness: '石云' } }));
    expect(closed).toMatchObject({ collectState: 'closed' });
    expect(closed.next).toContain('死亡');
    expect(await counter('closed')).toBe(1);
    expect(await counter('class_09')).toBe(1);
    const { versions } = await county.as('enumerator').call(history, { personId: personIdOf('shiLao') });
    expect(versions).toMatchObject([{ version: 1, mode: 'visit', authorName: '采集员甲' }]);
  });

  test('a refused closing leaves no visit behind', async () => {
    await county.as('enumerator').refused(recordVisit, visit({ outcome: '03', closeAs: { populationClass: '09' } }));
    const rows = await county.store.read((db) => db.query('SELECT visit_id FROM visit'));
    expect(rows).toEqual([]);
  });

  test('one who cannot be found needs three attempts on different days', async () => {
    const closeAs = { populationClass: '13' as const, reason: '多年不在家，邻居不知道去向' };
    const enumerator = county.as('enumerator');
    await enumerator.call(recordVisit, visit());
    await enumerator.call(recordVisit, visit({ channel: 'phone', outcome: '14' }));
    county.clock.forward(day);
    const early = await expectProblem(enumerator.refused(recordVisit, visit({ closeAs })), 'form.faults');
    expect(early.message).toContain('还要改天再联系1次');
    await enumerator.call(recordVisit, visit());
    county.clock.forward(day);
    const closed = await enumerator.call(recordVisit, visit({ closeAs }));
    expect(closed).toMatchObject({ attemptDays: 3, collectState: 'closed' });
  });

  test('as refusing needs a refusal that was recorded', async () => {
    const closeAs = { populationClass: '14' as const, reason: '明确表示不填' };
    const enumerator = county.as('enumerator');
    for (let times = 0; times < 2; times += 1) {
      await enumerator.call(recordVisit, visit({ outcome: '16' }));
      county.clock.forward(day);
    }
    expect(await enumerator.call(recordVisit, visit({ outcome: '16', closeAs }))).toMatchObject({
      collectState: 'closed',
    });
    expect(await counter('refused')).toBe(1);
  });

  test('sent twice closes once', async () => {
    const input = visit({ outcome: '03', closeAs: { populationClass: '09', since: '2017-11', witness: '石云' } });
    await county.as('enumerator').call(recordVisit, input);
    await county.as('enumerator').call(recordVisit, input);
    expect(await counter('closed')).toBe(1);
  });

  test('who is closed is not collected any more without the office', async () => {
    await county
      .as('enumerator')
      .call(
        recordVisit,
        visit({ outcome: '03', closeAs: { populationClass: '09', since: '2017-11', witness: '石云' } })
      );
    const answers: Answers = { populationClass: '07', ...atTheDoor, homeSame: true, health: '1', worked: false };
    await expectProblem(
      county
        .as('enumerator')
        .refused(
          submitRecord,
          submission(county, 'shiLao', { answers: { ...working, ...answers }, baseVersion: 1, mode: 'visit' })
        ),
      'person.closed'
    );
  });
});

describe('a form at the door', () => {
  const answers = { ...working, ...atTheDoor };

  test('names the cadre and the enumerator, and counts as a visit', async () => {
    await send(county, 'enumerator', 'weiXiaoming', { answers, mode: 'visit' });
    expect(await counter('mode_visit')).toBe(1);
    const opened = await county.as('enumerator').call(openForm, { personId: personIdOf('weiXiaoming') });
    expect(opened.live?.answers).toMatchObject({
      guide: '示例村支书',
      enumerator: '采集员甲',
      collectorVillage: home,
    });
  });

  test('without the cadre is refused', async () => {
    const { guide: _guide, ...alone } = answers;
    const problem = await expectProblem(
      county
        .as('enumerator')
        .refused(submitRecord, submission(county, 'weiXiaoming', { answers: alone, mode: 'visit' })),
      'form.faults'
    );
    expect(problem.message).toContain('带领村干部');
  });

  test('on the telephone needs none', async () => {
    const { guide: _guide, ...alone } = answers;
    const answer = await county
      .as('enumerator')
      .call(submitRecord, submission(county, 'weiXiaoming', { answers: { ...alone, outcome: '04' }, mode: 'phone' }));
    expect(answer.version).toBe(1);
    expect(await counter('mode_phone')).toBe(1);
  });

  test('what the phone says about who and when is not believed', async () => {
    const forged = { ...answers, enumerator: '别人', collectedAt: '2019-01-01T00:00:00Z', noticeVersion: '1999' };
    await send(county, 'enumerator', 'weiXiaoming', {
      answers: forged,
      mode: 'visit',
      collectedAt: '2019-06-01T00:00:00Z',
    });
    const opened = await county.as('enumerator').call(openForm, { personId: personIdOf('weiXiaoming') });
    expect(opened.live?.answers).toMatchObject({
      enumerator: '采集员甲',
      collectedAt: '2018-02-01T02:00:00.000Z',
      noticeVersion: '2018-01',
    });
  });
});
