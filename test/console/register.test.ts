import { choose, fieldOf, gapOf } from '@/console/import/columns-of-fields';
import { isMoving, percentDone } from '@/console/import/run-words';
import { paragraphsOf } from '@/console/notices/paragraphs';
import { batchInWords } from '@/console/review/batch';
import { commentsOf } from '@/console/review/comments';

describe('saying which column is what', () => {
  const guessed = { name: 0, idNumber: 1, village: 2 };

  test('a field moves to the column chosen for it and leaves its old one', () => {
    const moved = choose(guessed, 3, 'idNumber');
    expect(moved).toEqual({ name: 0, idNumber: 3, village: 2 });
    expect(fieldOf(moved, 1)).toBeUndefined();
  });

  test('a column gives up what it held before', () => {
    expect(choose(guessed, 0, 'headName')).toEqual({ headName: 0, idNumber: 1, village: 2 });
  });

  test('a column can be left out', () => {
    expect(choose(guessed, 2, undefined)).toEqual({ name: 0, idNumber: 1 });
  });

  test('what is still missing is said', () => {
    expect(gapOf(guessed, 3)).toBe('');
    expect(gapOf({ name: 0 }, 3)).toContain('公民身份号码');
    expect(gapOf({ name: 0, idNumber: 1 }, 3)).toContain('还没有指定村（居）');
  });
});

test.each([
  ['running', 50, 200, 25, true],
  ['running', 200, 200, 99, true],
  ['running', 50, null, null, true],
  ['done', 200, null, 100, false],
  ['asking', 200, 200, 99, false],
] as const)('an import that is %s with %s of %s rows stands at %s', (state, read, total, percent, moving) => {
  expect(percentDone({ state, read, total })).toBe(percent);
  expect(isMoving({ state })).toBe(moving);
});

test('lines become paragraphs, empty ones are only room', () => {
  expect(paragraphsOf('第一段\r\n\n  第二段  \n')).toEqual(['第一段', '第二段']);
});

test('only what was really written beside a line goes back to the author', () => {
  expect(commentsOf({ name: '  名字写错 ', phone: ' ', age: '错' })).toEqual([{ field: 'name', text: '名字写错' }]);
});

test('records that were left are told apart by their reason', () => {
  const left = (why: string) => ({ done: false, why });
  const records = [{ done: true, why: '' }, left('别人刚改过。'), left('别人刚改过。'), left('是您自己采集的。')];
  expect(batchInWords('审核通过', { done: 1, left: 3, records })).toBe(
    '审核通过 1 条；3 条没有办：别人刚改过（2 条）；是您自己采集的（1 条）。'
  );
  expect(batchInWords('验收', { done: 2, left: 0, records: [] })).toBe('验收 2 条。');
});
