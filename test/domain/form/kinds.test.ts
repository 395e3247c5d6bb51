import {
  type CheckContext,
  type Choices,
  code,
  codedList,
  codes,
  codeWithText,
  confirmation,
  date,
  dateTime,
  decimal,
  division,
  type Field,
  income,
  integer,
  type KindName,
  kindOf,
  kinds,
  list,
  location,
  text,
  yearMonth,
  yesNo,
} from '@/domain/form';
import { idNumber, name, phone, uscc } from '@/domain/forms/kinds';
import { creditCheckDigit, organisationCheckDigit, sampleIdNumber } from '@/domain/identity';

const crafts: Choices = {
  id: 'crafts',
  title: '示例',
  standard: '示例',
  items: [
    { code: 'A', label: '手工' },
    { code: 'A1', label: '马尾绣', parent: 'A' },
    { code: 'A2', label: '蜡染', parent: 'A' },
    { code: 'A3', label: '旧工艺', parent: 'A', retired: '2018-01-01' },
    { code: 'N', label: '无' },
  ],
};
const ctx: CheckContext = {
  today: '2018-02-01',
  divisions: { name: (place) => ({ '522732114289': '中海村', '440000': '广东省', '441900': '东莞市' })[place] },
};
const base = { label: '示例项目' };
const seventeen = `91522732${'99999999'}${organisationCheckDigit('99999999')}`;
const credit = seventeen + creditCheckDigit(seventeen);
const person = sampleIdNumber('522732', '1990-01-15', '2', 0);

/** What each kind must do: typed → stored, what is refused, how it reads, what the export gets. */
interface Specimen {
  field: Field;
  tidied: readonly [typed: unknown, stored: unknown][];
  empty: readonly unknown[];
  refused: readonly unknown[];
  reads: readonly [value: unknown, words: string, cells: string[]];
  half: unknown;
  control: string;
}

/** A kind that has no line here does not compile, and the run below says so too. */
const specimens: { readonly [K in KindName]: Specimen } = {
  text: {
    field: text({ ...base, max: 8 }),
    tidied: [
      [' ｗｅｉ １２３ ', 'wei 123'],
      ['中\u200B海', '中海'],
      ['一\n二', '一 二'],
    ],
    empty: ['', '   ', '\u3000', null, undefined],
    refused: ['一二三四五六七八九', '<b>', 12, {}, '\ud842', '响\u0007'],
    reads: ['𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷', ['𠮷𠮷𠮷𠮷𠮷']],
    half: '一二三四五六七八九',
    control: 'line',
  },
  name: {
    field: name(base),
    tidied: [[' 韦 • 示例 ', '韦·示例']],
    empty: ['', '  '],
    refused: ['示'.repeat(51), '韦<i>', 7, '韦？'],
    reads: ['韦·示例', '韦·示例', ['韦·示例']],
    half: '韦·',
    control: 'line',
  },
  idNumber: {
    field: idNumber(base),
    tidied: [
      [` ${person.toLowerCase().replace(/(.{6})/, '$1 ')}`, person],
      [person.slice(0, 6) + person.slice(8, 17), person],
    ],
    empty: ['', ' '],
    refused: ['1', person.replace(/^5/, '6'), sampleIdNumber('522732', '2018-02-02', '1', 0), {}, true],
    reads: [person, person, [person]],
    half: '5227',
    control: 'line',
  },
  uscc: {
    field: uscc(base),
    tidied: [[` ${credit.toLowerCase()} `, credit]],
    empty: [''],
    refused: [credit.slice(1), credit.replace('9', 'O'), 91],
    reads: [credit, credit, [credit]],
    half: '91',
    control: 'line',
  },
  phone: {
    field: phone(base),
    tidied: [
      ['＋86 138-0013-8000', '13800138000'],
      ['0854 3921234', '0854-3921234'],
    ],
    empty: ['', ' '],
    refused: ['12345', '1280013800', '3921234', ['1']],
    reads: ['13800138000', '13800138000', ['13800138000']],
    half: '138',
    control: 'line',
  },
  code: {
    field: code({ ...base, list: crafts }),
    tidied: [[' ａ1 ', 'A1']],
    empty: ['', null],
    refused: ['A', 'A3', 'Z', ['A1'], { code: 'A1' }],
    reads: ['A1', '马尾绣', ['A1', '马尾绣']],
    half: 'A',
    control: 'choices',
  },
  codes: {
    field: codes({ ...base, list: crafts, exclusive: ['N'], most: 2 }),
    tidied: [
      [
        ['a2', 'A1', 'A1', ''],
        ['A1', 'A2'],
      ],
    ],
    empty: [[], '', ['']],
    refused: ['A1', ['N', 'A1'], ['Z'], ['A3'], [{}]],
    reads: [['A1', 'A2'], '马尾绣、蜡染', ['A1;A2', '马尾绣、蜡染']],
    half: ['A1'],
    control: 'choices',
  },
  yesNo: {
    field: yesNo(base),
    tidied: [
      ['是', true],
      ['否', false],
      ['无', false],
      ['true', true],
    ],
    empty: ['', null],
    refused: ['也许', 1, 'constructor', '__proto__'],
    reads: [false, '否', ['否']],
    half: true,
    control: 'yesNo',
  },
  integer: {
    field: integer({ ...base, unit: '人', max: 500 }),
    tidied: [
      ['３０人', 30],
      ['1,0', 10],
    ],
    empty: ['', ' '],
    refused: [1.5, -1, 501, 'abc', Number.NaN, Number.POSITIVE_INFINITY, '1e3', true],
    reads: [0, '0人', ['0']],
    half: '3',
    control: 'line',
  },
  decimal: {
    field: decimal({ ...base, unit: '万元', max: 500, places: 2 }),
    tidied: [['１.５万元', 1.5]],
    empty: [''],
    refused: [1.234, -0.01, 500.01, '一'],
    reads: [0.07, '0.07万元', ['0.07']],
    half: '1.',
    control: 'line',
  },
  income: {
    field: income({ ...base, bands: crafts, max: 9999 }),
    tidied: [
      ['3,500元', 3500],
      [{ band: ' a1 ', more: 1 }, { band: 'A1' }],
    ],
    empty: ['', { band: '' }],
    refused: [{ band: 'Z' }, 1.5, -5, 10_000, 'x', [1]],
    reads: [{ band: 'A1' }, '马尾绣', ['', 'A1']],
    half: '35',
    control: 'amount',
  },
  date: {
    field: date(base),
    tidied: [
      ['2018年1月2日', '2018-01-02'],
      ['20180102', '2018-01-02'],
    ],
    empty: ['', ' '],
    refused: ['2018-02-30', '2017-02-29', '2018-02-02', '1899-12-31', '昨天', 20180102],
    reads: ['2016-02-29', '2016年2月29日', ['2016-02-29']],
    half: '2018-0',
    control: 'when',
  },
  yearMonth: {
    field: yearMonth(base),
    tidied: [
      ['2018.1', '2018-01'],
      ['201801', '2018-01'],
    ],
    empty: [''],
    refused: ['2018-13', '2018-00', '2018-03', '1850-01', {}],
    reads: ['2018-02', '2018年2月', ['2018-02']],
    half: '2018',
    control: 'when',
  },
  dateTime: {
    field: dateTime(base),
    tidied: [[' 2018-02-01T03:20:00Z ', '2018-02-01T03:20:00Z']],
    empty: [''],
    refused: ['2018-02-01', '2018-13-01T00:00:00Z', '2018-02-01T03:20:00+08:00', 1],
    reads: ['2018-01-31T17:05:00.000Z', '2018-02-01 01:05', ['2018-02-01 01:05']],
    half: '2018',
    control: 'when',
  },
  division: {
    field: division({ ...base, level: 'area' }),
    tidied: [
      ['44', '440000'],
      ['4419', '441900'],
      [441900, '441900'],
    ],
    empty: [''],
    refused: ['4', 'abc', '99', {}],
    reads: ['440000', '广东省', ['440000']],
    half: '44',
    control: 'place',
  },
  location: {
    field: location(base),
    tidied: [
      [
        { lat: 25.98, lon: 107.87, extra: 1 },
        { lat: 25.98, lon: 107.87 },
      ],
    ],
    empty: [{}, null],
    refused: [{ lat: 91, lon: 0 }, { lat: 'x', lon: 1 }, { lat: 1 }, 'here'],
    reads: [{ lat: 25.98, lon: 107.87 }, '北纬25.98000，东经107.87000', ['25.98000', '107.87000']],
    half: { lat: 25.98, lon: 107.87 },
    control: 'location',
  },
  codeWithText: {
    field: codeWithText({ ...base, list: crafts, max: 6 }),
    tidied: [
      [' 绣 娘 ', { text: '绣 娘' }],
      [
        { code: 'a1', text: '' },
        { code: 'A1', text: '马尾绣' },
      ],
      [{ code: '', text: '绣娘' }, { text: '绣娘' }],
    ],
    empty: ['', { text: ' ' }, null],
    refused: [
      { code: 'Z', text: '绣' },
      { code: 'A', text: '绣' },
      { text: '一二三四五六七' },
      { text: 7 },
      7,
      { text: '<b>' },
    ],
    reads: [{ code: 'A1', text: '绣娘' }, '绣娘（马尾绣）', ['A1', '绣娘']],
    half: { text: '绣' },
    control: 'codeText',
  },
  codedList: {
    field: codedList({ ...base, list: crafts, max: 6, most: 2 }),
    tidied: [
      [
        ['绣娘', '', { code: 'a2' }],
        [{ text: '绣娘' }, { code: 'A2', text: '蜡染' }],
      ],
    ],
    empty: [[], ['']],
    refused: [['一', '二', '三'], [{ code: 'Z', text: '绣' }], [7]],
    reads: [[{ text: '绣娘' }, { code: 'A2', text: '蜡染' }], '绣娘、蜡染', [';A2', '绣娘、蜡染']],
    half: ['绣'],
    control: 'codeText',
  },
  list: {
    field: list({
      ...base,
      itemName: '岗位',
      most: 2,
      items: {
        craft: code({ label: '工种', list: crafts, required: true }),
        count: integer({ label: '人数', unit: '人', max: 9, min: 1 }),
      },
    }),
    tidied: [[[{ craft: 'a1', count: '３', more: 1 }, {}, { craft: '' }], [{ craft: 'A1', count: 3 }]]],
    empty: [[], [{}], null],
    refused: [
      [{ count: 1 }],
      [{ craft: 'A1', count: 0 }],
      [{ craft: 'A1' }, { craft: 'A1' }, { craft: 'A1' }],
      ['x'],
      { craft: 'A1' },
    ],
    reads: [[{ craft: 'A1', count: 3 }], '1. 工种马尾绣，人数3人', ['1', '工种马尾绣，人数3人']],
    half: [{ craft: 'A' }],
    control: 'list',
  },
  confirmation: {
    field: confirmation(base),
    tidied: [
      ['true', true],
      [{ signature: 'a/b.png', more: 1 }, { signature: 'a/b.png' }],
    ],
    empty: [null, undefined],
    refused: [false, 'yes', { signature: '<b>' }, {}],
    reads: [true, '已确认', ['是']],
    half: true,
    control: 'confirm',
  },
};

test('every kind of field is in this suite', () => {
  expect(Object.keys(specimens).sort()).toEqual(Object.keys(kinds).sort());
});

describe.each(Object.entries(specimens))('a field of kind %s', (kindName, specimen) => {
  const { field } = specimen;
  const kind = kindOf(field);
  const refusal = (typed: unknown) => {
    const value = kind.tidy(typed, field);
    if (value === undefined) return undefined;
    return kind.is(value) ? kind.fault(value, field, ctx)?.says : kind.expects;
  };

  test('is declared as what it is', () => expect(field.kind).toBe(kindName));

  test.each(specimen.tidied)('stores %j as %j', (typed, stored) => {
    expect(kind.tidy(typed, field)).toEqual(stored);
    expect(kind.tidy(stored, field)).toEqual(stored);
    expect(refusal(typed)).toBeUndefined();
  });

  test.each(specimen.empty.map((one) => [one]))('takes %j for no answer', (typed) => {
    expect(kind.tidy(typed, field)).toBeUndefined();
  });

  test.each(specimen.refused.map((one) => [one]))('refuses %j with a Chinese sentence', (typed) => {
    expect(refusal(typed)).toMatch(/[\u4e00-\u9fff]/);
  });

  test('never throws, whatever comes', () => {
    const odd = [
      0,
      -1,
      '',
      'x',
      '𠮷',
      [],
      [[]],
      {},
      { a: { b: 1 } },
      true,
      null,
      Number.NaN,
      new Date(0),
      'x'.repeat(9999),
    ];
    for (const typed of odd) expect(() => refusal(typed)).not.toThrow();
  });

  test('reads well and fills its columns', () => {
    const [value, words, cells] = specimen.reads;
    expect(kind.is(value)).toBe(true);
    expect(kind.text(value, field, ctx)).toBe(words);
    expect(kind.cells(value, field)).toEqual(cells);
    expect(kind.columns(field)).toHaveLength(cells.length);
  });

  test('keeps half an answer in a draft, within measure', () => {
    expect(kind.draft(field).safeParse(specimen.half).success).toBe(true);
    expect(kind.draft(field).safeParse('长'.repeat(100_000)).success).toBe(false);
  });

  test('names its control and describes itself as plain data', () => {
    expect(kind.control(field).is).toBe(specimen.control);
    const plain = kind.describe(field);
    expect(JSON.parse(JSON.stringify(plain))).toEqual(JSON.parse(JSON.stringify(plain ?? {})));
    expect(kind.expects.length).toBeGreaterThan(3);
  });
});

test('a retired code keeps its words and is refused only from its day on', () => {
  const field = code({ ...base, list: crafts });
  expect(kinds.code.text('A3', field)).toBe('旧工艺');
  expect(kinds.code.fault('A3', field, { today: '2017-12-31' })).toBeUndefined();
  expect(kinds.code.fault('A3', field, { today: '2018-01-01' })?.says).toContain('已停用');
});

test('up to seven choices are buttons, more are a list, groups are a tree', () => {
  const flat = (count: number): Choices => ({
    ...crafts,
    items: Array.from({ length: count }, (_, place) => ({ code: String(place), label: `第${place}` })),
  });
  const how = (list: Choices) => {
    const control = kinds.code.control(code({ ...base, list }));
    return control.is === 'choices' ? control.how : '';
  };
  expect([how(flat(7)), how(flat(8)), how(crafts)]).toEqual(['buttons', 'list', 'tree']);
});
