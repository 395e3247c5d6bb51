import { daysLeft, phaseOn, phasesFault, planPhases, workOf } from '@/domain/campaign';
import { type Activity, closedWhy, type Phase } from '@/domain/campaign/phases';

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
  expect(workOf('prepare')).not.toContain('居民填报、上门和电话采集');
  expect(workOf('collect')).toContain('居民填报、上门和电话采集');
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

describe('what a phase does not open is refused in a sentence', () => {
  const bounded: readonly Phase[] = planPhases.slice(0, 3);
  const withMarket: readonly Phase[] = [
    ...bounded,
    { phase: 'market', title: '赶场天补采', startsOn: '2018-04-01', endsOn: '2018-04-30' },
  ];
  test.each<[string, readonly Phase[], Activity, string, RegExp | undefined]>([
    ['before the plan begins nobody is collected', planPhases, 'collect', '2017-11-30', /还没有开始.*2018年1月1日/],
    ['nor while companies bid', planPhases, 'collect', '2017-12-25', /现在是“招投标”阶段.*从2018年1月1日开始/],
    ['nobody is reminded of what has not begun', planPhases, 'remind', '2017-12-05', /提醒未填报的人从2018年1月1日/],
    ['the first day is open', planPhases, 'collect', '2018-01-01', undefined],
    ['the last day is open', planPhases, 'collect', '2018-03-31', undefined],
    ['routine running stays open for years', planPhases, 'collect', '2026-11-01', undefined],
    ['a campaign without routine ends with its last day', bounded, 'collect', '2018-04-01', /已在2018年3月31日结束/],
    ['before the first phase the register waits too', planPhases, 'import', '2017-11-30', /从2017年12月1日/],
    ['on a day of two phases what either opens is open', planPhases, 'procure', '2017-12-20', undefined],
    [
      'a phase of the county’s own goes on with what the one before it opened',
      withMarket,
      'collect',
      '2018-04-15',
      undefined,
    ],
    ['and ends like the others', withMarket, 'review', '2018-05-01', /已在2018年4月30日结束/],
    ['what no phase opens says so', bounded, 'update', '2018-02-01', /没有安排动态更新/],
  ])('%s', (_, phases, activity, day, sentence) => {
    const why = closedWhy(phases, activity, day);
    if (sentence === undefined) expect(why).toBeUndefined();
    else expect(why).toMatch(sentence);
  });
});
