import { areaChildren, areaLabel, areaPath, findArea, provinces } from '@/domain/codes/areas';
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

test('an unknown code has no words and no path', () => {
  expect(areaLabel('990000')).toBeUndefined();
  expect(areaPath('990000')).toEqual([]);
  expect(findArea('toString')).toBeUndefined();
  expect(areaChildren('522732')).toEqual([]);
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
