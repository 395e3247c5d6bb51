import {
  all,
  any,
  anyOf,
  atLeast,
  type Condition,
  fieldsIn,
  given,
  has,
  holds,
  no,
  noneOf,
  not,
  under,
  when,
  yes,
} from '@/domain/form';

const answers: Record<string, unknown> = { job: '2', age: 16, works: true, off: false, plans: ['1', '3'], empty: [] };
const look = (name: string) => answers[name];

test.each<[string, Condition, boolean]>([
  ['one of the codes', when('job', anyOf('1', '2')), true],
  ['none of the codes', when('job', noneOf('1', '2')), false],
  ['another code', when('job', noneOf('3')), true],
  ['a code not given yet is no other code', when('gone', noneOf('3')), false],
  ['among several', when('plans', has('3', '4')), true],
  ['not among several', when('plans', has('2')), false],
  ['several asked of a single', when('job', has('2')), false],
  ['yes', when('works', yes), true],
  ['no', when('off', no), true],
  ['no is not the same as nothing', when('gone', no), false],
  ['given', when('job', given), true],
  ['an empty list is not given', when('empty', given), false],
  ['no is given', when('off', given), true],
  ['sixteen on the birthday', when('age', atLeast(16)), true],
  ['under sixteen', when('age', under(16)), false],
  ['an age not known', when('gone', under(16)), false],
  ['all', all(when('works', yes), when('job', anyOf('2'))), true],
  ['all but one', all(when('works', yes), when('job', anyOf('1'))), false],
  ['any', any(when('works', no), when('job', anyOf('2'))), true],
  ['nobody', any(), false],
  ['not', not(when('works', no)), true],
])('%s: %#', (_what, condition, expected) => {
  expect(holds(condition, look)).toBe(expected);
});

test('no condition is everybody', () => {
  expect(holds(undefined, look)).toBe(true);
});

test('names the fields it looks at', () => {
  expect(fieldsIn(all(when('a', yes), any(not(when('b', no)), when('c', given))))).toEqual(['a', 'b', 'c']);
});
