import { areaChildren, areaLabel, areaPath, areaState, findArea, provinces, searchAreas } from '@/domain/codes/areas';
import { isKnownIdPrefix } from '@/domain/codes/id-prefixes';

test('the country has 31 provinces, 342 prefectures and 3,056 counties in this edition', () => {
  const prefectures = provinces().flatMap((province) => areaChildren(province.code));
  const counties = prefectures.flatMap((prefecture) => areaChildren(prefecture.code));
  expect([provinces().length, prefectures.length, counties.length]).toEqual([31, 342, 3056]);
  for (const county of counties) expect(county.code.startsWith(county.parent ?? 'none')).toBe(true);
});

test.each([
  ['522732', '贵州省黔南布依族苗族自治州三都水族自治县'],
  ['52', '贵州省'],
  ['520000', '贵州省'],
  ['5227', '贵州省黔南布依族苗族自治州'],
  ['441900', '广东省东莞市'],
  ['441900121', '广东省东莞市虎门镇'],
  ['110105', '北京市朝阳区'],
  ['1101', '北京市市辖区'],
  ['429004', '湖北省仙桃市'],
])('%s reads %s', (code, label) => {
  expect(areaLabel(code)).toBe(label);
});

test.each([
  ['522732', 'current'],
  ['520321', 'retired'],
  ['999999', 'unknown'],
  ['52273', 'unknown'],
  ['', 'unknown'],
])('%p is %s', (code, state) => {
  expect(areaState(code)).toBe(state);
});

test('an unknown code has no words and no path', () => {
  expect(areaLabel('990000')).toBeUndefined();
  expect(areaPath('990000')).toEqual([]);
  expect(findArea('toString')).toBeUndefined();
  expect(areaChildren('522732')).toEqual([]);
});

test('a person finds 东莞 or 三都 by typing the beginning of its name', () => {
  expect(searchAreas('东莞').map((area) => area.code)[0]).toBe('4419');
  expect(searchAreas(' 三都 ').map((area) => area.code)).toEqual(['522732']);
  expect(searchAreas('')).toEqual([]);
  expect(searchAreas('市辖区')).toEqual([]);
});

describe('prefixes of identity numbers', () => {
  test.each([
    ['522732', true],
    ['520321', true],
    ['110103', true],
    ['810000', true],
    ['830000', true],
    ['522799', false],
    ['000000', false],
    ['5227', false],
  ])('%s known: %p', (prefix, known) => {
    expect(isKnownIdPrefix(prefix)).toBe(known);
  });

  test('7,127 of them are known', () => {
    let count = 0;
    for (let code = 110000; code < 840000; code += 1) if (isKnownIdPrefix(String(code))) count += 1;
    expect(count).toBe(7127);
  });
});
