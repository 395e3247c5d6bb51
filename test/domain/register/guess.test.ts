import { mappingGap, type RegisterMapping } from '../../../src/domain/register/fields';
import { guessColumns, guessDoubt } from '../../../src/domain/register/guess';
import { findColumns, findHeader, headerSignature, nameColumns } from '../../../src/domain/register/headers';
import { numberOf } from '../../support/register-file';

const guess = (headers: string[], ...rows: string[][]): RegisterMapping => guessColumns(headers, rows).mapping;
const one = numberOf('1980-01-02');
const other = numberOf('1955-03-04', '2');

test('the headers of a police register are known in any order', () => {
  const headers = [
    '与户主关系',
    '公民身份号码',
    '户号',
    '民族',
    '姓名',
    '性别',
    '出生日期',
    '户籍地址',
    '联系电话',
    '户口性质',
  ];
  expect(guess(headers)).toEqual({
    relation: 0,
    idNumber: 1,
    householdNo: 2,
    ethnic: 3,
    name: 4,
    sex: 5,
    birthDate: 6,
    address: 7,
    phone: 8,
    hukouNature: 9,
  });
});

test.each([
  ['身份证号（必填）', 'idNumber'],
  ['*姓 名', 'name'],
  ['公民身份证号', 'idNumber'],
  ['户主身份证号码', 'headIdNumber'],
  ['户主姓名', 'headName'],
  ['家庭关系', 'relation'],
  ['所属行政村', 'village'],
  ['村民小组', 'group'],
  ['现居住地', 'residence'],
  ['手机号码', 'phone'],
] as const)('“%s” is %s', (header, field) => {
  expect(guess([header])).toEqual({ [field]: 0 });
});

test('a column of names under an odd header, and numbers without any, are known by what stands in them', () => {
  const mapping = guess(['编号', '人员', '号码'], ['1', '韦小明', one], ['2', '潘·阿朵', other]);
  expect(mapping).toMatchObject({ name: 1, idNumber: 2 });
});

test('a header is not believed against its content', () => {
  const mapping = guess(
    ['户主', '姓名', '身份证号'],
    ['是', '韦小明', one],
    ['否', '韦小兰', other],
    ['否', '韦三', other]
  );
  expect(mapping.headName).toBeUndefined();
  expect(mapping).toMatchObject({ name: 1, idNumber: 2 });
});

test('where a migrant lives is never taken for where he is registered', () => {
  const mapping = guess(['姓名', '身份证号', '现住址', '户籍地址'], ['韦一', one, '广东省东莞市', '中和镇中海村']);
  expect(mapping).toMatchObject({ residence: 2, address: 3 });
});

test('two columns with the same header are asked about, not chosen between', () => {
  const doubled = guessColumns(['姓名', '身份证号', '身份证号'], [['韦一', one, other]]);
  expect(doubled.mapping.idNumber).toBeUndefined();
  expect(guessDoubt(doubled)).toBe('“公民身份号码”有 2 列（第 2、3 列）表头相同，请选定用哪一列。');
});

test('a title above the table is passed over, a table without a header is not guessed at', () => {
  expect(
    findHeader([['三都县中和镇户籍人口花名册'], ['制表：派出所', '', '2018年'], ['姓名', '身份证号', '户号']])
  ).toBe(2);
  expect(
    findHeader([
      ['韦一', one],
      ['韦二', other],
    ])
  ).toBeUndefined();
});

test('a mapping is found again when the columns stand in another order', () => {
  const first = ['姓名', '身份证号', '身份证号', '村'];
  const turned = ['村', '身份证号', '姓名', '身份证号'];
  expect(headerSignature(first)).toBe(headerSignature(turned));
  const named = nameColumns(first, { name: 0, idNumber: 2, village: 3 });
  expect(findColumns(turned, named)).toEqual({ name: 2, idNumber: 3, village: 0 });
});

test.each<[RegisterMapping, RegExp | undefined]>([
  [{ name: 0 }, /还没有指定“公民身份号码”是哪一列/],
  [{ name: 0, idNumber: 1 }, /还没有指定村（居）/],
  [{ name: 0, idNumber: 0, village: 2 }, /第 1 列被选了两次/],
  [{ name: 0, idNumber: 9, village: 2 }, /文件没有的列/],
  [{ name: 0, idNumber: 1, address: 2 }, undefined],
])('what %j lacks is one sentence', (mapping, sentence) => {
  const gap = mappingGap(mapping, 4);
  if (sentence === undefined) expect(gap).toBeUndefined();
  else expect(gap).toMatch(sentence);
});
