import { deltasBetween, type PersonFacts } from '@/domain/campaign/measures';
import * as operations from '@/domain/operations/office/progress';
import { applyDeltas } from '../../../cloudfunctions/store/queries/counters';
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

const facts = (village: string | null): PersonFacts => ({
  villageCode: village,
  collectState: 'due',
  populationClass: '',
  employmentState: '',
  recordMode: '',
  lastOutcome: '',
  refused: false,
  origin: 'register',
  counted: true,
});

/** As a submission leaves it: the person's row and the counters move together. */
async function collected(who: PersonName, day: string, village = home, answers: Partial<PersonFacts> = {}) {
  const after = {
    ...facts(village),
    collectState: 'collected' as const,
    populationClass: '03',
    employmentState: 'E',
    recordMode: 'visit',
    ...answers,
  };
  await county.store.transaction(async (db) => {
    await applyDeltas(db, '522732', deltasBetween(facts(village), after, '522732'), day);
    await db.run(
      `UPDATE person SET collect_state = $2, population_class = $3, employment_state = $4, record_mode = $5, last_outcome = $6
       WHERE person_id = $1`,
      [
        personIdOf(who),
        after.collectState,
        after.populationClass,
        after.employmentState,
        after.recordMode,
        after.lastOutcome,
      ]
    );
  });
}

describe('progress', () => {
  test('the county sees its towns, a town its villages, and both add up', async () => {
    await collected('weiXiaoming', '2018-02-01');
    await collected('yangHua', '2018-01-31', elsewhere);
    const whole = await county.as('countyOfficer').call(operations.progress, { divisionCode: '522732' });
    expect(whole.total).toMatchObject({ people: 9, done: 2, due: 7, today: 1 });
    expect(whole.children).toHaveLength(7);
    expect(whole.children.reduce((sum, { people }) => sum + people, 0)).toBe(9);
    const town = await county.as('townOfficer').call(operations.progress, { divisionCode: home.slice(0, 9) });
    expect(town.total).toMatchObject({ people: 7, done: 1, name: '中和镇' });
    expect(town.children.find(({ divisionCode }) => divisionCode === home)).toMatchObject({
      name: '中海村',
      people: 7,
      done: 1,
    });
  });

  test('stands against the plan line: a third of the days are gone on 1 February', async () => {
    const { total, plan } = await county.as('countyOfficer').call(operations.progress, { divisionCode: '522732' });
    expect(plan).toMatchObject({ startsOn: '2018-01-01', endsOn: '2018-03-31', daysLeft: 58 });
    expect(plan.share).toBeCloseTo(32 / 90);
    expect(total).toMatchObject({ planned: 3, ahead: -3, sentence: '比计划少3人。' });
  });

  test('people without a village are in the county and in no town', async () => {
    await county.store.transaction((db) =>
      applyDeltas(db, '522732', deltasBetween(null, facts(null), '522732'), '2018-02-01')
    );
    const whole = await county.as('countyOfficer').call(operations.progress, { divisionCode: '522732' });
    expect(whole).toMatchObject({ unplaced: 1, total: { people: 10 } });
    expect(whole.children.reduce((sum, { people }) => sum + people, 0)).toBe(9);
  });

  test('a village secretary sees his village and no other', async () => {
    const village = await county.as('villageSecretary').call(operations.progress, { divisionCode: home });
    expect(village).toMatchObject({ total: { people: 7, name: '中和镇中海村' }, children: [] });
    await expectProblem(
      county.as('villageSecretary').refused(operations.progress, { divisionCode: elsewhere }),
      'access.scope'
    );
    await expectProblem(
      county.as('villageSecretary').refused(operations.progress, { divisionCode: '522732' }),
      'access.scope'
    );
  });

  test('a place that is none is said to be none', async () => {
    await expectProblem(
      county.as('countyOfficer').refused(operations.progress, { divisionCode: '522732999' }),
      'division.unknown'
    );
  });

  test('the curve adds up day by day and ends where the counters are', async () => {
    await collected('weiXiaoming', '2018-01-10');
    await collected('panMeihua', '2018-01-10');
    await collected('shiYun', '2018-02-01');
    const series = await county.as('townOfficer').call(operations.progressSeries, { divisionCode: home.slice(0, 9) });
    expect(series.days).toHaveLength(32);
    expect(series.days.find(({ day }) => day === '2018-01-09')?.done).toBe(0);
    expect(series.days.find(({ day }) => day === '2018-01-10')).toMatchObject({ done: 2, added: 2 });
    expect(series.days.at(-1)).toMatchObject({ day: '2018-02-01', done: 3, planned: 2 });
    expect(series.expectedEnd).toBe('2018-03-01');
  });
});

describe('the figures and the lists behind them', () => {
  test('employment is counted by the labour force definitions', async () => {
    await collected('weiXiaoming', '2018-02-01');
    await collected('panMeihua', '2018-02-01', home, { employmentState: 'U' });
    await collected('shiLao', '2018-02-01', home, { employmentState: 'N', populationClass: '07', lastOutcome: '02' });
    const figures = await county.as('townOfficer').call(operations.employment, { divisionCode: home.slice(0, 9) });
    expect(figures.states).toEqual([
      { code: 'E', label: '就业', people: 1 },
      { code: 'N', label: '非劳动力', people: 1 },
      { code: 'U', label: '失业', people: 1 },
    ]);
    expect(figures.classes.find(({ code }) => code === '03')).toEqual({ code: '03', label: '适龄劳动力', people: 2 });
    expect(figures.outcomes).toEqual([{ code: '02', label: '家属代答', people: 1 }]);
    expect(figures.children.find(({ divisionCode }) => divisionCode === home)).toMatchObject({ unemploymentRate: 0.5 });
  });

  test.each([
    ['people', 7],
    ['due', 5],
    ['done', 2],
    ['employment_E', 1],
    ['employment_U', 1],
    ['class_none', 5],
    ['mode_visit', 2],
  ])('%s opens the list of its %i people, page by page, nobody twice', async (figure, expected) => {
    await collected('weiXiaoming', '2018-02-01');
    await collected('panMeihua', '2018-02-01', home, { employmentState: 'U' });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { personId: string }[]; next: string | null; people: number } = await county
        .as('townOfficer')
        .call(operations.peopleBehind, { figure, divisionCode: home.slice(0, 9), limit: 2, cursor });
      expect(page.people).toBe(expected);
      seen.push(...page.items.map(({ personId }) => personId));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(expected);
    expect(seen).toHaveLength(expected);
  });

  test('people without a village come first in the list of the county, page by page', async () => {
    await county.store.transaction(async (db) => {
      for (const who of ['p_one', 'p_two']) {
        await applyDeltas(db, '522732', deltasBetween(null, facts(null), '522732'), '2018-02-01');
        await db.run(
          `INSERT INTO person (county_code, person_id, name, name_key, village_edition, created_at, updated_at)
           VALUES ('522732', $1, '吴新', '吴新', '2018-10-31', $2, $2)`,
          [who, county.clock.now()]
        );
      }
    });
    const asked = { figure: 'due', divisionCode: '522732' };
    const first = await county.as('countyOfficer').call(operations.peopleBehind, { ...asked, limit: 1 });
    const rest = await county.as('countyOfficer').call(operations.peopleBehind, { ...asked, cursor: first.next });
    expect([...first.items, ...rest.items].map(({ villageName }) => villageName).slice(0, 3)).toEqual([
      '还没有归属',
      '还没有归属',
      '都江镇怎雷村',
    ]);
    expect(first.items.length + rest.items.length).toBe(11);
  });

  test('the list is masked, and reading it leaves a row in the audit', async () => {
    const list = await county
      .as('countyOfficer')
      .call(operations.peopleBehind, { figure: 'due', divisionCode: '522732' });
    expect(list.items).toHaveLength(9);
    expect(JSON.stringify(list)).not.toMatch(/\d{17}[\dX]|1[3-9]\d{9}/);
    const row = await county.store.read((db) =>
      db.one(`SELECT details FROM audit_entry WHERE act = 'office.peopleBehind' AND account_id = 'a_countyOfficer'`)
    );
    expect(row).toMatchObject({ details: { figure: 'due' } });
  });

  test('an inspector sees figures but not who is behind them; a made-up figure has no list', async () => {
    await county.as('inspector').call(operations.progress, { divisionCode: home.slice(0, 9) });
    const asked = { figure: 'due', divisionCode: home.slice(0, 9) };
    await expectProblem(county.as('inspector').refused(operations.peopleBehind, asked), 'access.verb');
    const madeUp = { figure: 'income_9', divisionCode: home };
    await expectProblem(county.as('townOfficer').refused(operations.peopleBehind, madeUp), 'found.nothing');
  });
});
