import fc from 'fast-check';
import {
  countedUnder,
  deltasBetween,
  employmentFigures,
  expectedEnd,
  measuresOf,
  type PersonFacts,
  plannedBy,
  planPhases,
  standing,
  stateFigures,
} from '@/domain/campaign';

test.each([
  ['2017-12-31', 0],
  ['2018-01-01', 4444],
  ['2018-01-02', 8889],
  ['2018-02-14', 200_000],
  ['2018-03-31', 400_000],
  ['2018-06-01', 400_000],
])('by the end of %s %i of 400,000 are planned', (day, planned) => {
  expect(plannedBy(400_000, planPhases, day)).toBe(planned);
});

test('done is everyone but those due and returned', () => {
  expect(stateFigures({ due: 5, returned: 2, collected: 10, confirmed: 3, accepted: 1, closed: 4 })).toEqual({
    due: 5,
    returned: 2,
    collected: 10,
    confirmed: 3,
    accepted: 1,
    closed: 4,
    done: 18,
    people: 25,
  });
  expect(stateFigures({})).toMatchObject({ people: 0, done: 0 });
});

test.each([
  [4000, 1900, '2018-02-14', -100, 47, '比计划少100人。'],
  [4000, 2100, '2018-02-14', 100, 43, '比计划多100人。'],
  [4000, 2000, '2018-02-14', 0, 45, '与计划一致。'],
  [4000, 4000, '2018-02-14', 2000, 0, '已全部完成。'],
  [4000, 3990, '2018-04-02', -10, null, '已过截止日，还有10人未完成。'],
  [0, 0, '2018-02-14', 0, 0, '已全部完成。'],
])('%i people, %i done on %s', (people, done, day, ahead, neededADay, sentence) => {
  expect(standing(people, done, planPhases, day)).toMatchObject({ ahead, neededADay, sentence });
});

test('at the pace of the last seven days the end is foreseen', () => {
  const series = [
    { day: '2018-01-03', done: 0 },
    { day: '2018-01-10', done: 700 },
  ];
  expect(expectedEnd(1000, series, '2018-01-10')).toBe('2018-01-13');
  expect(expectedEnd(700, series, '2018-01-10')).toBe('2018-01-10');
  expect(expectedEnd(1000, series, '2018-02-10')).toBeNull();
  expect(expectedEnd(1000, [], '2018-01-10')).toBeNull();
});

const anyone = fc.record<PersonFacts>({
  villageCode: fc.constantFrom(null, '522732114289', '522732114284'),
  collectState: fc.constantFrom('due', 'collected', 'returned', 'confirmed', 'accepted', 'closed'),
  populationClass: fc.constantFrom('', '01', '03', '09'),
  employmentState: fc.constantFrom('', 'E', 'U', 'N'),
  lastOutcome: fc.constantFrom('', '01', '16'),
  recordMode: fc.constantFrom('', 'self', 'visit'),
  refused: fc.boolean(),
  origin: fc.constantFrom('register', 'added', 'declared'),
  counted: fc.boolean(),
});

test('counters moved change by change equal a recount', () => {
  fc.assert(
    fc.property(fc.array(anyone, { minLength: 1, maxLength: 8 }), (history) => {
      const counters = new Map<string, number>();
      history.forEach((after, place) => {
        for (const { villageCode, measure, by } of deltasBetween(history[place - 1] ?? null, after, '522732')) {
          const key = `${villageCode} ${measure}`;
          counters.set(key, (counters.get(key) ?? 0) + by);
        }
      });
      const last = history[history.length - 1];
      const recount = last ? measuresOf(last).map((measure) => `${countedUnder(last, '522732')} ${measure}`) : [];
      expect([...counters].filter(([, value]) => value !== 0).sort()).toEqual(
        recount.map((key): [string, number] => [key, 1]).sort()
      );
    })
  );
});

test('nothing changed means no counter moves', () => {
  const someone: PersonFacts = {
    villageCode: null,
    collectState: 'due',
    populationClass: '03',
    employmentState: '',
    lastOutcome: '',
    recordMode: '',
    refused: false,
    origin: 'register',
    counted: true,
  };
  expect(deltasBetween(someone, { ...someone }, '522732')).toEqual([]);
  expect(deltasBetween(someone, null, '522732')).toEqual([
    { villageCode: '522732', measure: 'class_03', by: -1 },
    { villageCode: '522732', measure: 'due', by: -1 },
    { villageCode: '522732', measure: 'people', by: -1 },
  ]);
});

test('unemployment is of the labour force', () => {
  expect(employmentFigures({ E: 90, U: 10, N: 50 })).toEqual({
    employed: 90,
    unemployed: 10,
    outside: 50,
    labourForce: 100,
    unemploymentRate: 0.1,
    participation: 100 / 150,
  });
  expect(employmentFigures({ N: 5 })).toMatchObject({ unemploymentRate: null, participation: 0 });
  expect(employmentFigures({})).toMatchObject({ unemploymentRate: null, participation: null });
});
