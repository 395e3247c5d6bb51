import { type MergeRow, mergeRowFault, resolveVillage, startingMergeTable, villages } from '@/domain/divisions';
import { editionSteps, openVillages } from '@/domain/divisions/merge-table';

const table = startingMergeTable();
const countySays = (from: string, to: string): MergeRow => ({
  fromEdition: '2017-10-31',
  from,
  toEdition: '2018-10-31',
  to,
  basis: 'county',
});

describe('the merge table to start from', () => {
  const between = (from: string) => table.filter((row) => row.fromEdition === from);

  test('44 villages kept a name through 2018, 4 of them their code; 198 are left to the county', () => {
    expect(between('2017-10-31')).toHaveLength(44);
    expect(between('2017-10-31').filter(({ basis }) => basis === 'code')).toHaveLength(4);
    expect(openVillages(table, '2017-10-31', '2018-10-31')).toHaveLength(198);
  });

  test('all 91 live on in 2023: 89 by code, 尧麓 and 南岭 by name in 凤羽街道', () => {
    expect(between('2018-10-31')).toHaveLength(91);
    expect(
      between('2018-10-31')
        .filter(({ basis }) => basis === 'name')
        .map(({ to }) => to)
    ).toEqual(['522732002280', '522732002281']);
    expect(openVillages(table, '2018-10-31', '2023-06-30')).toEqual([]);
  });

  test('every row could have been entered by the county', () => {
    expect(editionSteps).toHaveLength(2);
    for (const row of table) expect(mergeRowFault(row)).toBeUndefined();
  });

  test.each([
    ['a village of another town', countySays('522732114251', '522732113280')],
    ['an old village that is none', countySays('522732114999', '522732114289')],
    ['a town instead of a village', countySays('522732114251', '522732114')],
    [
      'editions that are not neighbours',
      { ...countySays('522732114251', '522732114289'), toEdition: '2023-06-30' as const },
    ],
  ])('%s is refused', (_, row) => {
    expect(mergeRowFault(row)).toMatch(/。$/);
  });
});

describe('where a village code leads', () => {
  test('today’s code is exact', () => {
    expect(resolveVillage({ code: '522732114289', table })).toMatchObject({
      state: 'exact',
      village: { name: '中海村' },
    });
  });

  test('a community that kept its code is exact in every edition', () => {
    expect(resolveVillage({ code: '522732001005', edition: '2017-10-31', target: '2023-06-30', table })).toMatchObject({
      state: 'exact',
      village: { code: '522732001005' },
    });
  });

  test('a village that kept its name has a new code', () => {
    expect(resolveVillage({ code: '522732114230', edition: '2017-10-31', table })).toMatchObject({
      state: 'renamed',
      village: { code: '522732114280', name: '中和村' },
      from: { code: '522732114230' },
    });
  });

  test('an old village nobody has matched yet offers its town, likeliest names first', () => {
    const answer = resolveVillage({ code: '522732114251', edition: '2017-10-31', table });
    expect(answer).toMatchObject({ state: 'ambiguous', from: { name: '拉海村' } });
    if (answer.state !== 'ambiguous') throw new Error('not asked');
    expect(answer.candidates).toHaveLength(20);
    expect(answer.candidates.slice(0, 2).map(({ name }) => name)).toEqual(['拉佑村', '中海村']);
    expect(answer.reason).toContain('认领');
  });

  test('once the county has said so, it is merged', () => {
    const filled = [...table, countySays('522732114251', '522732114289'), countySays('522732114250', '522732114289')];
    expect(resolveVillage({ code: '522732114251', edition: '2017-10-31', table: filled })).toMatchObject({
      state: 'merged',
      village: { name: '中海村' },
      reason: '拉海村已并入中海村。',
    });
    expect(
      resolveVillage({ code: '522732114251', edition: '2017-10-31', target: '2023-06-30', table: filled })
    ).toMatchObject({ village: { code: '522732114289' } });
  });

  test('a village the county split between two is asked', () => {
    const split = [...table, countySays('522732114251', '522732114289'), countySays('522732114251', '522732114286')];
    const answer = resolveVillage({ code: '522732114251', edition: '2017-10-31', table: split });
    expect(answer).toMatchObject({ state: 'ambiguous' });
    if (answer.state === 'ambiguous')
      expect(answer.candidates.map(({ name }) => name).sort()).toEqual(['中海村', '拉佑村'].sort());
  });

  test('a code of another edition than the one stated is still found, and the person is told', () => {
    const answer = resolveVillage({ code: '522732114230', edition: '2018-10-31', table });
    expect(answer.state).toBe('renamed');
    expect(answer.reason).toContain('不在2018版');
  });

  test('尧麓 moved to the new 凤羽街道 by 2023, and back again', () => {
    expect(resolveVillage({ code: '522732001280', edition: '2018-10-31', target: '2023-06-30', table })).toMatchObject({
      state: 'renamed',
      village: { code: '522732002280' },
    });
    expect(resolveVillage({ code: '522732002280', edition: '2023-06-30', table })).toMatchObject({
      state: 'renamed',
      village: { code: '522732001280' },
    });
  });

  test('a resettlement community of 2023 has no village of 2018: asked', () => {
    const answer = resolveVillage({ code: '522732111001', edition: '2023-06-30', table });
    expect(answer).toMatchObject({ state: 'ambiguous', from: { name: '红星移民社区' } });
    if (answer.state === 'ambiguous') expect(answer.candidates).toHaveLength(11);
  });

  test('going back before the merger is a question: other old villages may be inside', () => {
    expect(resolveVillage({ code: '522732114280', target: '2017-10-31', table })).toMatchObject({ state: 'ambiguous' });
  });

  test.each([['522732114999'], ['522732114'], ['110101001001'], [''], ['toString']])('%p is unknown', (code) => {
    expect(resolveVillage({ code, table })).toMatchObject({ state: 'unknown' });
  });

  test('every village of every edition leads somewhere in every other, and never to another town', () => {
    const ids = ['2017-10-31', '2018-10-31', '2023-06-30'] as const;
    for (const edition of ids) {
      for (const target of ids) {
        for (const { code, parent = '' } of villages(edition)) {
          const answer = resolveVillage({ code, edition, target, table });
          if (answer.state === 'unknown') throw new Error(`${code} was lost`);
          const found = answer.state === 'ambiguous' ? answer.candidates : [answer.village];
          expect(found.length).toBeGreaterThan(0);
          const land = parent.startsWith('52273200') ? '52273200' : parent;
          for (const village of found) expect(village.code.startsWith(land)).toBe(true);
        }
      }
    }
  });
});
