import {
  divisionLabel,
  divisionPath,
  editionsWith,
  findDivision,
  scopeLevel,
  towns,
  villages,
  within,
} from '@/domain/divisions';

describe('what each edition holds', () => {
  test.each([
    ['2017-10-31', 7, 242, 4],
    ['2018-10-31', 7, 91, 5],
    ['2023-06-30', 8, 105, 18],
  ] as const)('%s: %i towns, %i villages, %i of them communities', (edition, townCount, villageCount, communities) => {
    expect(towns(edition)).toHaveLength(townCount);
    expect(villages(edition)).toHaveLength(villageCount);
    expect(villages(edition).filter(({ kind }) => kind === 'community')).toHaveLength(communities);
    expect(new Set(villages(edition).map(({ code }) => code)).size).toBe(villageCount);
  });

  test.each([
    ['522732001', 28, 10, 10],
    ['522732002', 0, 0, 9],
    ['522732111', 49, 11, 12],
    ['522732112', 26, 7, 7],
    ['522732113', 40, 20, 21],
    ['522732114', 45, 20, 21],
    ['522732115', 38, 17, 18],
    ['522732116', 16, 6, 7],
  ])('town %s has %i, %i and %i villages', (town, ...counts) => {
    expect((['2017-10-31', '2018-10-31', '2023-06-30'] as const).map((id) => villages(id, town).length)).toEqual(
      counts
    );
  });
});

test.each([
  ['522732114289', '中和镇中海村'],
  ['522732001005', '三合街道凤凰社区'],
  ['522732114', '中和镇'],
  ['522732', '三都水族自治县'],
  ['5227', '黔南布依族苗族自治州'],
  ['522732114230', undefined],
  ['', undefined],
])('%s reads %s in the edition of 2018', (code, label) => {
  expect(divisionLabel(code)).toBe(label);
});

test('a village before the merger is known only to its own edition', () => {
  expect(findDivision('522732114251')).toBeUndefined();
  expect(findDivision('522732114251', '2017-10-31')).toMatchObject({ name: '拉海村', stem: '拉海', kind: 'village' });
  expect(editionsWith('522732114251')).toEqual(['2017-10-31']);
  expect(editionsWith('522732114289')).toEqual(['2018-10-31', '2023-06-30']);
  expect(divisionPath('522732114289').map(({ level }) => level)).toEqual(['county', 'town', 'village']);
});

describe('a scope is a whole code', () => {
  test.each([
    ['522732', '522732114289', true],
    ['522732114', '522732114289', true],
    ['522732114', '522732114', true],
    ['52', '522732114289', true],
    ['522732114289', '522732114', false],
    ['522732113', '522732114289', false],
    ['', '522732114289', false],
    ['52273', '522732114289', false],
    ['522732114', '52273211428', false],
    ['522732114', '522732114%', false],
  ])('%p holds %p: %p', (scope, code, held) => {
    expect(within(scope, code)).toBe(held);
  });

  test('levels', () => {
    expect(['52', '5227', '522732', '522732114', '522732114289', '52273', 'x'].map(scopeLevel)).toEqual([
      'province',
      'prefecture',
      'county',
      'town',
      'village',
      undefined,
      undefined,
    ]);
  });
});
