import { boardPage } from '../../../cloudfunctions/notice/paper/board-page';

const lines = (groups: { group: string; people: number; done: number }[]): string[] => {
  const html = boardPage({ village: '中海村', groups, deadline: '', callback: '', day: '2018-02-01', code: 'data:,' });
  return [...html.matchAll(/<tr><td>(.*?)<\/td><\/tr>/g)].map(([, row]) => (row ?? '').replaceAll('</td><td>', ' '));
};

describe('the sheet for the village board', () => {
  test('shows every group when no figure is small', () => {
    const groups = [
      { group: '一组', people: 20, done: 5 },
      { group: '二组', people: 30, done: 30 },
    ];
    expect(lines(groups)).toEqual(['一组 20 5 15', '二组 30 30 0', '合计 50 35 15']);
  });

  test('hides a second group when a single small one could be told from the total', () => {
    const groups = [
      { group: '一组', people: 20, done: 19 },
      { group: '二组', people: 30, done: 10 },
      { group: '三组', people: 30, done: 25 },
    ];
    expect(lines(groups)).toEqual(['一组 20 — 不足3人', '二组 30 10 20', '三组 30 — —', '合计 80 54 26']);
  });

  test('a name with markup in it prints as text', () => {
    expect(lines([{ group: '<b>寨</b>', people: 9, done: 0 }])[0]).toBe('&#60;b&#62;寨&#60;/b&#62; 9 0 9');
  });
});
