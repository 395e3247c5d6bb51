import { daysLeft, phaseOn, phasesFault, planPhases, workOf } from '@/domain/campaign';

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

test('a phase says what may be done in it', () => {
  expect(workOf('procure')).toContain('采购和签订合同');
  expect(workOf('prepare')).not.toContain('居民自行申报');
  expect(workOf('collect')).toContain('居民自行申报');
  expect(workOf('maintain')).toContain('动态更新');
  expect(workOf('something else')).toEqual([]);
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
