import {
  type Answers,
  blocking,
  check,
  draftSchema,
  envelopeSchema,
  findingKey,
  normalize,
  reasonsSchema,
  submissionSchema,
  versionState,
} from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { idOf, knowing, labourer } from './people';

const schema = submissionSchema(personalForm);
const sentences = (answers: unknown): string[] => {
  const result = schema.safeParse(answers);
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
};
const kept = (answers: Answers) => normalize(personalForm, answers, knowing());
const messages = (answers: Answers, field: string) =>
  check(personalForm, answers, knowing())
    .filter((one) => one.field === field)
    .map((one) => one.message);

describe('what people and other programs type', () => {
  test.each([
    ['full-width digits', '１３８００１３８０００', '13800138000'],
    ['blanks and dashes', ' 138-0013 8000 ', '13800138000'],
    ['the country code', '+86 13800138000', '13800138000'],
    ['a number, not a text', 13800138000, '13800138000'],
  ])('a telephone with %s is put right', (_what, typed, stored) => {
    expect(kept({ populationClass: '03', phone: typed }).phone).toBe(stored);
  });

  test('an identity number with lower-case x, full-width digits and blanks is put right', () => {
    const ending = ['1', '2'].flatMap((sex) =>
      [0, 1, 2, 3, 4].map((turn) => idOf('1990-01-15', sex === '1' ? '1' : '2', turn))
    );
    const number = ending.find((one) => one.endsWith('X')) ?? idOf('1991-03-03');
    const typed = ` ${number.toLowerCase().slice(0, 6)} ${number.toLowerCase().slice(6).replace(/1/g, '１')} `;
    expect(kept({ idNo: typed }).idNo).toBe(number);
    expect(sentences({ idNo: typed })).toEqual([]);
  });

  test.each([
    ['•', '韦•示例'],
    ['・', '韦・示例'],
    ['‧', '韦‧示例'],
    ['．', '韦．示例'],
    ['blanks around', ' 韦 · 示例 '],
  ])('a name with %s is written with ·', (_what, typed) => {
    expect(kept({ name: typed }).name).toBe('韦·示例');
  });

  test('a name of characters beyond the basic plane keeps them', () => {
    expect(kept({ name: '𬭚𠮷𫍯' }).name).toBe('𬭚𠮷𫍯');
    expect(messages({ name: '𬭚𠮷𫍯' }, 'name')).toEqual([]);
  });

  test.each([
    ['50 characters', '示'.repeat(50), true],
    ['50 characters of two units each', '𠮷'.repeat(50), true],
    ['60 characters', '示'.repeat(60), false],
    ['51 characters', '示'.repeat(51), false],
    ['markup', '韦<b>示例</b>', false],
    ['a script', '<script>alert(1)</script>', false],
    ['an entity', '韦&lt;示例', false],
    ['a number in it', '韦示例2', false],
    ['half a character', '韦\ud842', false],
    ['an apostrophe in a Latin name', "O'Neill", true],
    ['two dots', '韦··示例', false],
  ])('a name with %s: accepted %#', (_what, name, fine) => {
    expect(messages({ name }, 'name').length === 0).toBe(fine);
    if (!fine) expect(messages({ name }, 'name')[0]).toContain('「姓名」');
  });

  test.each([
    ['startDate', '2018-13', '「现工作开始时间」里的月份不对'],
    ['startDate', '去年', '「现工作开始时间」看不懂'],
    ['contractEnd', '2018-02-30', '「合同终止日期」填的这一天日历上没有'],
    ['contractEnd', '2019-02-29', '「合同终止日期」填的这一天日历上没有'],
    ['education', '999', '「文化程度」里没有您选的这一项'],
    ['education', 'DROP TABLE', '「文化程度」里没有您选的这一项'],
    ['industry', 'C', '「从事行业」只选到了大类'],
    ['insurance', '1', '「参保情况」填得不对'],
    ['income', '三千', '「月收入(元)」填得不对'],
    ['income', -1, '「月收入(元)」不能小于 0元'],
    ['wantCourses', ['01', '02', '03', '04'], '「想参加的工种(至多3)」最多选 3 项'],
    ['unitName', '单'.repeat(61), '「单位名称」最多填 60 个字'],
    ['unitName', '<img src=x onerror=alert(1)>', '「单位名称」里有网页代码一样的符号'],
    ['worked', 'maybe', '「上周为取得报酬或经营收入工作过1小时以上」填得不对'],
    ['occupation', { code: '9-99', text: '示例' }, '「职业(工种)」里没有您选的这一项'],
    ['placeDivision', 'abc', '「就业地区划」不是地区代码'],
  ])('%s = %j is refused with a sentence', (field, value, sentence) => {
    expect(messages({ ...labourer, [field]: value }, field).join()).toContain(sentence);
    expect(sentences({ [field]: value }).join()).toContain(sentence);
  });

  test('February 29 of a leap year is a day', () => {
    expect(messages({ ...labourer, contractEnd: '2020-02-29' }, 'contractEnd')).toEqual([]);
  });

  test.each(['2018/3/1', '2018.03.01', '2018年3月1日', '20180301', '２０１８－０３－０１'])(
    'the day %s is read',
    (typed) => {
      expect(kept({ ...labourer, contractEnd: typed }).contractEnd).toBe('2018-03-01');
    }
  );
});

describe('what the function takes', () => {
  test('a whole record, tidied', () => {
    expect(schema.parse({ ...labourer, phone: '１３８００１３８０００' })).toMatchObject({ phone: '13800138000' });
  });

  test('no key that the form does not have', () => {
    expect(sentences({ ...labourer, admin: true })).toEqual([
      '提交的内容里有这份表上没有的项目，请更新小程序后再提交。',
    ]);
    expect(sentences({ ...labourer, __proto__x: 1 })).toHaveLength(1);
  });

  test.each([[null], [42], ['text'], [[labourer]]])('nothing that is no record: %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });

  test.each([
    ['an object for a text', { unitName: { a: 1 } }],
    ['a list for a number', { income: [1] }],
    ['a number for a yes', { worked: 2 }],
    ['an object for a code', { education: {} }],
    ['a text for several codes', { insurance: 'x' }],
    ['numbers among the codes', { insurance: [{}] }],
  ])('not %s', (_what, answers) => {
    expect(sentences(answers)).toHaveLength(1);
  });

  test('a masked number passes as it was handed out, for the function to put the real one back', () => {
    expect(sentences({ idNo: '522732********9912', phone: '138****8000' })).toEqual([]);
    expect(check(personalForm, { idNo: '522732********9912' }, knowing()).map((one) => one.rule)).toContain('E1');
  });

  test('an envelope says which form and version, and gives reasons in its own shape', () => {
    const envelope = envelopeSchema(personalForm);
    const sent = { form: 'personal', version: 1, answers: labourer, reasons: { 'W20:income': '包吃住，年底结账' } };
    expect(envelope.safeParse(sent).success).toBe(true);
    expect(envelope.safeParse({ ...sent, form: 'employer' }).success).toBe(false);
    expect(reasonsSchema.safeParse({ 'W20:income': '对' }).success).toBe(false);
    expect(reasonsSchema.safeParse({ 'nonsense key': '情况属实' }).success).toBe(false);
  });

  test.each([
    [0, 'unknown'],
    [1, 'current'],
    [2, 'unknown'],
    [1.5, 'unknown'],
  ])('version %s is %s', (version, state) => {
    expect(versionState(personalForm, version)).toBe(state);
  });
});

describe('a draft', () => {
  const draft = draftSchema(personalForm);

  test('keeps half a number, half a date and a word for an amount', () => {
    const half = { idNo: '5227', startDate: '2016', income: '35', name: '韦' };
    expect(draft.parse(half)).toEqual(half);
  });

  test('drops what the form does not have and what is out of all proportion', () => {
    expect(draft.parse({ name: '韦', gone: 1, remark: 'x'.repeat(5000), insurance: 'oops' })).toEqual({ name: '韦' });
  });
});

describe('warnings', () => {
  const odd = { ...labourer, income: 90_000 };
  const findings = check(personalForm, odd, knowing());

  test('hold the form back until there is a reason of two characters', () => {
    const [warning] = findings;
    expect(warning).toMatchObject({ rule: 'W20', severity: 'warning', page: 'income' });
    expect(blocking(findings, {})).toHaveLength(1);
    expect(blocking(findings, { 'W20:income': '对' })).toHaveLength(1);
    expect(blocking(findings, { [warning ? findingKey(warning) : '']: '做工程，属实' })).toEqual([]);
  });

  test('a fault holds it back whatever the reason', () => {
    const faults = check(personalForm, { ...labourer, income: 'x' }, knowing());
    expect(blocking(faults, { 'value:income': '属实' })).toHaveLength(1);
  });
});
