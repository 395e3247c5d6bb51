import { daysLeft, isOpen, phaseOn, phasesFault, planPhases } from '@/domain/campaign';

test.each([
  ['2017-11-30', undefined],
  ['2017-12-01', 'prepare'],
  ['2017-12-20', 'procure'],
  ['2017-12-31', 'procure'],
  ['2018-01-01', 'collect'],
  ['2018-03-31', 'collect'],
  ['2018-04-01', 'maintain'],
  ['2026-11-23', 'maintain'],
])('on %s the phase is %s', (day, phase) => {
  expect(phaseOn(planPhases, day)?.phase).toBe(phase);
});

test.each([
  ['declare', '2017-12-31', false],
  ['declare', '2018-01-01', true],
  ['import', '2017-12-20', true],
  ['procure', '2017-12-20', true],
  ['procure', '2018-01-01', false],
  ['remind', '2017-12-15', false],
  ['update', '2018-03-31', false],
  ['update', '2018-04-01', true],
  ['declare', '2019-01-01', true],
] as const)('%s on %s: %p', (activity, day, open) => {
  expect(isOpen(planPhases, activity, day)).toBe(open);
});

test.each([
  ['2018-01-01', 89],
  ['2018-03-31', 0],
  ['2018-04-02', -2],
])('on %s %i days are left', (day, left) => {
  expect(daysLeft(planPhases, day)).toBe(left);
});

describe('phases a county sets', () => {
  const [prepare, procure, collect, maintain] = planPhases;
  if (!prepare || !procure || !collect || !maintain) throw new Error('the plan has four phases');
  test('the plan’s own are right', () => expect(phasesFault(planPhases)).toBeUndefined());
  test.each([
    ['no collecting', [prepare, procure]],
    ['collecting without an end', [{ ...collect, endsOn: null }]],
    ['twice the same', [collect, { ...maintain, phase: 'collect' }]],
    ['30 February', [{ ...collect, startsOn: '2018-02-30' }]],
    ['end before start', [{ ...collect, endsOn: '2017-12-31' }]],
    ['an open phase in the middle', [{ ...prepare, endsOn: null }, collect]],
    ['a gap', [collect, { ...maintain, startsOn: '2018-04-02' }]],
    ['out of order', [collect, { ...prepare, startsOn: '2017-12-01' }]],
  ])('%s is refused with a sentence', (_, phases) => {
    expect(phasesFault(phases)).toMatch(/。$/);
  });
});
