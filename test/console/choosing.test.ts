import { type ComparedField, resultOf, startingChoices, unchosen } from '@/client/choosing';
import { batchInWords, together } from '@/console/review/batch';

const field = (name: string, must: boolean, suggested: 'live' | 'late' = 'live'): ComparedField => ({
  field: name,
  label: name,
  live: '在家务农',
  late: '',
  must,
  suggested,
});
const fields = [field('unitName', true), field('income', true, 'late'), field('health', false, 'late')];

test('what a human must choose is chosen by nobody else, whatever is suggested', () => {
  const begun = startingChoices(fields);
  expect(begun).toEqual({ health: 'late' });
  expect(unchosen(fields, begun)).toBe(2);
  expect(unchosen(fields, { ...begun, unitName: 'live', income: 'late' })).toBe(0);
});

test('the result shows the chosen answer, an empty one too, and nothing before a choice', () => {
  const [unit] = fields;
  if (unit === undefined) throw new Error('no field');
  expect(resultOf(unit, {})).toBeUndefined();
  expect(resultOf(unit, { unitName: 'live' })).toBe('在家务农');
  expect(resultOf(unit, { unitName: 'late' })).toBe('');
});

test('portions of a long list are told in one sentence', () => {
  const first = {
    done: 2,
    left: 1,
    records: [
      { done: true, why: '' },
      { done: true, why: '' },
      { done: false, why: '刚被改动过。' },
    ],
  };
  const second = {
    done: 1,
    left: 1,
    records: [
      { done: true, why: '' },
      { done: false, why: '刚被改动过。' },
    ],
  };
  expect(batchInWords('审核通过', together(first, second))).toBe('审核通过 3 条；2 条没有办：刚被改动过（2 条）。');
});
