import {
  columns,
  compare,
  fieldClass,
  fieldClassFor,
  joinSecrets,
  maskAnswers,
  paperCopy,
  row,
  secretFields,
  splitSecrets,
  unmaskAnswers,
} from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { idOf, knowing, labourer, registered, villageName } from '../forms/people';
import { herdForm } from './small-form';

const whole = { ...registered(), ...labourer };

describe('the frozen copy', () => {
  const paper = paperCopy(personalForm, labourer, knowing());
  const line = (field: string) => paper.sections.flatMap((section) => section.lines).find((one) => one.field === field);

  test('says everything in words under the headings of the form', () => {
    expect(paper.sections.map((section) => section.title)).toEqual([
      '基本信息',
      '就业失业信息',
      '职业技能信息',
      '求职培训需求',
      '采集信息',
    ]);
    expect(line('hukouVillage')).toMatchObject({ label: '户籍所在村(居)', text: villageName, codes: ['522732114289'] });
    expect(line('industry')).toMatchObject({ text: '纺织服装、服饰业', codes: ['18'] });
    expect(line('insurance')?.text).toBe('城乡居民基本医疗保险(含新农合)、城乡居民基本养老保险');
    expect(line('birthDate')?.text).toBe('1988年1月15日');
    expect(line('state')?.text).toBe('就业');
    expect(line('homeDivision')?.text).toBe('广东省东莞市');
  });

  test('masks identifiers and telephones, unless it is printed before the person', () => {
    const words = JSON.stringify(paper);
    for (const secret of [registered().idNo, registered().headIdNo, labourer.phone])
      expect(words).not.toContain(secret);
    const shown = paperCopy(personalForm, labourer, knowing(), { secrets: 'shown' });
    expect(JSON.stringify(shown)).toContain(registered().idNo);
  });

  test('has no line for what was not answered or not asked', () => {
    expect(line('lostDate')).toBeUndefined();
    expect(line('political')).toBeUndefined();
  });

  test('survives storage as it is', () => {
    expect(JSON.parse(JSON.stringify(paper))).toEqual(paper);
  });
});

describe('what changed', () => {
  test('is said in words, before and after, in the order of the form', () => {
    const after = {
      ...whole,
      income: 4200,
      unitName: '另一示例厂',
      education: '61',
      wantCourses: ['06', '11'],
      trained: undefined,
    };
    expect(compare(personalForm, whole, after, knowing())).toEqual([
      { field: 'education', label: '文化程度', before: '初级中学', after: '普通高中' },
      { field: 'unitName', label: '单位名称', before: '示例服装厂', after: '另一示例厂' },
      { field: 'income', label: '月收入(元)', before: '3500元', after: '4200元' },
      { field: 'trained', label: '参加培训情况', before: '未参加', after: '（未填）' },
      { field: 'wantCourses', label: '想参加的工种(至多3)', before: '电焊工', after: '电焊工、服装缝纫' },
    ]);
  });

  test('is nothing when only the writing differs', () => {
    const same = {
      ...whole,
      phone: ' 138-0013-8000',
      insurance: ['3', '1'],
      occupation: { text: '缝纫工', code: '6-05' },
    };
    expect(compare(personalForm, whole, same)).toEqual([]);
  });

  test('never shows a whole identifier, even when only the hidden part differs', () => {
    const [change] = compare(personalForm, whole, { ...whole, phone: '13811118000' });
    expect(change).toEqual({
      field: 'phone',
      label: '联系电话',
      before: '138****8000',
      after: '138****8000（已更正）',
    });
  });
});

describe('the export', () => {
  test('has the same columns for everyone and one cell under each', () => {
    const heads = columns(personalForm);
    expect(row(personalForm, whole)).toHaveLength(heads.length);
    expect(row(personalForm, {})).toEqual(heads.map(() => ''));
    expect(new Set(heads.map((column) => column.key)).size).toBe(heads.length);
    expect(new Set(heads.map((column) => column.title)).size).toBe(heads.length);
  });

  test('gives code and words side by side', () => {
    const heads = columns(personalForm).map((column) => column.key);
    const cells = row(personalForm, whole);
    const cell = (key: string) => cells[heads.indexOf(key)];
    expect([cell('industry'), cell('industryLabel')]).toEqual(['18', '纺织服装、服饰业']);
    expect([cell('insurance'), cell('insuranceLabel')]).toEqual(['1;3', expect.stringContaining('、')]);
    expect([cell('occupationCode'), cell('occupation')]).toEqual(['6-05', '缝纫工']);
    expect(cell('worked')).toBe('是');
  });

  test('leaves what is no answer of its kind empty', () => {
    expect(row(herdForm, { count: 'many', owner: 3 }).join('')).toBe('');
  });
});

describe('secrets', () => {
  test('are known by class and can be set apart from the rest', () => {
    expect(secretFields(personalForm)).toEqual(['idNo', 'headIdNo', 'phone', 'disabilityNo']);
    expect(fieldClass(personalForm, 'health')).toBe('sensitive');
    expect(fieldClass(personalForm, 'unitUscc')).toBe('open');
    const classAt = (age: number) => fieldClassFor(personalForm, 'hukouAddress', {}, knowing({ age }));
    expect([classAt(13), classAt(14)]).toEqual(['sensitive', 'personal']);
    expect(fieldClassFor(personalForm, 'idNo', {}, knowing({ age: 5 }))).toBe('secret');
    const { open, secret } = splitSecrets(personalForm, whole);
    expect(Object.keys(secret).sort()).toEqual(['headIdNo', 'idNo', 'phone']);
    expect(JSON.stringify(open)).not.toContain(registered().idNo);
    expect(joinSecrets(open, secret)).toEqual(whole);
    expect(joinSecrets(open, null)).toEqual(open);
  });

  test('come back masked and are put back in full, a changed one is not', () => {
    const masked = maskAnswers(personalForm, whole);
    expect(masked.idNo).toMatch(/^522732\*+\d{3}[\dX]$/);
    expect(unmaskAnswers(personalForm, masked, whole)).toEqual(whole);
    const other = { ...masked, phone: '13911119111', idNo: `522732********${idOf('1991-02-03').slice(-4)}x` };
    expect(unmaskAnswers(personalForm, other, whole)).toMatchObject({ phone: '13911119111', idNo: other.idNo });
  });

  test('a short secret is hidden whole', () => {
    expect(maskAnswers(herdForm, { tel: '12' })).toEqual({ tel: '**' });
  });
});
