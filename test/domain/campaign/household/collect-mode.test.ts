import { type CollectMode, householdStanding, isWindowOpen, windowEnd } from '@/domain/campaign/household';
import { planPhases } from '@/domain/campaign/phases';

test('a household may choose until a month before collecting ends', () => {
  expect(windowEnd(planPhases, null)).toBe('2018-03-01');
  expect(windowEnd(planPhases, '2018-02-10')).toBe('2018-02-10');
});

test('where collecting lasts two weeks, the window is its first day; without collecting there is none', () => {
  const short = { phase: 'collect', title: '信息采集', startsOn: '2018-01-01', endsOn: '2018-01-14' };
  expect(windowEnd([short], null)).toBe('2018-01-01');
  expect(windowEnd([{ ...short, phase: 'maintain', endsOn: null }], null)).toBeUndefined();
});

test.each([
  ['2018-02-28', true],
  ['2018-03-01', true],
  ['2018-03-02', false],
])('on %s choosing is free: %p', (today, open) => {
  expect(isWindowOpen('2018-03-01', today)).toBe(open);
});

test.each<[CollectMode | '', number, string, string]>([
  ['', 3, '2018-03-01', 'open'],
  ['self', 3, '2018-03-01', 'self'],
  ['visit', 3, '2018-02-01', 'asked'],
  ['', 3, '2018-03-02', 'due'],
  ['self', 1, '2018-03-02', 'due'],
  ['visit', 1, '2018-03-02', 'asked'],
  ['self', 0, '2018-03-02', 'done'],
  ['visit', 0, '2018-02-01', 'done'],
])('chose %p, %p left, on %s: %s', (chosen, left, today, standing) => {
  expect(householdStanding({ chosen, left }, '2018-03-01', today)).toBe(standing);
});
