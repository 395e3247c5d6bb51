import { csvCell, csvLine } from '../../../src/domain/register/csv';
import { nearPairs } from '../../../src/domain/register/near-names';
import { residenceCode } from '../../../src/domain/register/residence';
import {
  readDate,
  readEthnic,
  readHouseholdNo,
  readHukou,
  readRelation,
  readSex,
  readStatus,
} from '../../../src/domain/register/values';

test.each([
  ['户主', '0'],
  ['本人', '0'],
  ['02', '0'],
  ['妻', '1'],
  ['丈夫', '1'],
  ['长子', '2'],
  ['次女', '2'],
  ['养子或继子', '2'],
  ['独生女', '2'],
  ['父亲', '3'],
  ['继母', '3'],
  ['岳父', '4'],
  ['婆婆', '4'],
  ['祖母', '5'],
  ['外公', '5'],
  ['儿媳', '6'],
  ['女婿', '6'],
  ['38', '6'],
  ['孙子', '7'],
  ['外孙女', '7'],
  ['孙媳妇', '7'],
  ['弟弟', '8'],
  ['弟媳', '8'],
  ['姐夫', '8'],
  ['侄子', '9'],
  ['伯父', '9'],
  ['非亲属', '9'],
  ['不明', undefined],
  ['', undefined],
])('the relation “%s” is %s', (cell, relation) => {
  expect(readRelation(cell)).toBe(relation);
});

test.each([
  ['1990-01-02', '1990-01-02'],
  ['1990/1/2', '1990-01-02'],
  ['1990.1.2', '1990-01-02'],
  ['1990年1月2日', '1990-01-02'],
  ['19900102', '1990-01-02'],
  ['１９９０－０１－０２', '1990-01-02'],
  ['1990-01-02 00:00:00', '1990-01-02'],
  ['32875', '1990-01-02'],
  ['1990-02-30', undefined],
  ['1990', undefined],
  ['不详', undefined],
])('the date “%s” is %s', (cell, date) => {
  expect(readDate(cell)).toBe(date);
});

test('sex, people, kind of household and what happened are read as counties write them', () => {
  expect(['男', '女性', '1', '2', '不详'].map(readSex)).toEqual(['1', '2', '1', '2', undefined]);
  expect(['水族', '布依', '06', '9', '火星族'].map(readEthnic)).toEqual(['25', '09', '06', '09', undefined]);
  expect(['农业家庭户口', '非农业', '居民家庭户', '20', '集体户'].map(readHukou)).toEqual([
    '20',
    '10',
    '50',
    '20',
    undefined,
  ]);
  expect(['', '正常', '死亡注销', '迁往外省'].map(readStatus)).toEqual(['here', 'here', 'died', 'left']);
  expect(readHouseholdNo(' ５２２７３２ 001.0')).toBe('522732001');
});

test.each([
  ['广东省东莞市长安镇', '441900'],
  ['浙江温州市乐清市', '330382'],
  ['贵州省黔南布依族苗族自治州都匀市', '522701'],
  ['上海市浦东新区', '310000'],
  ['三组', ''],
  ['', ''],
])('somebody in “%s” lives in %s', (words, code) => {
  expect(residenceCode(words)).toBe(code);
});

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+86 139', "'+86 139"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['＝1+1', "'＝1+1"],
  ['\t=1', '"\'\t=1"'],
  ['说"好"', '"说""好"""'],
  ['123456789012345678', '"\t123456789012345678"'],
  ['韦小明', '韦小明'],
])('the cell %j is handed out as %j', (cell, safe) => {
  expect(csvCell(cell)).toBe(safe);
  expect(csvLine([cell, '']).endsWith(',\r\n')).toBe(true);
});

test('names that differ by one character are paired, others are not', () => {
  const people = ['韦小明', '韦晓明', '韦小', '潘小明', '陆云', '陆', '杨阿花花'].map((nameKey, turn) => ({
    personId: `p${turn}`,
    nameKey,
  }));
  const pairs = nearPairs(people).map(([a, b]) => `${a.nameKey} ${b.nameKey}`);
  expect(pairs.sort()).toEqual(['陆云 陆', '韦小明 潘小明', '韦小明 韦小', '韦小明 韦晓明'].sort());
  expect(
    nearPairs([
      { personId: 'a', nameKey: '韦一' },
      { personId: 'b', nameKey: '韦一' },
    ])
  ).toHaveLength(1);
});
