import { describe as describeForm, forwardConditions } from '@/domain/form/output/describe';
import { employerForm, forms, personalForm } from '@/domain/forms';
import { readFrozen } from './frozen';

const ownKeys = (form: (typeof forms)['personal' | 'employer'], block: string) =>
  Object.entries(form.fields)
    .filter(([key, field]) => form.blockOf[key]?.id === block && !('companionOf' in field))
    .flatMap(([key, field]) =>
      field.kind === 'list' && key === 'posts' ? Object.keys(field.items).map((item) => `posts[].${item}`) : [key]
    );

describe('what the two paper forms hold', () => {
  const items = readFrozen('items.json') as Record<'personal' | 'employer', Record<string, string[]>>;

  test.each([
    ['personal', 113],
    ['employer', 58],
  ] as const)('the %s form has its %i items, block by block', (name, count) => {
    const form = forms[name];
    expect(Object.values(items[name]).flat()).toHaveLength(count);
    expect(form.blocks.map((block) => block.title)).toEqual(Object.keys(items[name]));
    for (const block of form.blocks)
      expect([...ownKeys(form, block.id)].sort()).toEqual([...(items[name][block.title] ?? [])].sort());
  });

  test('the blocks carry the names of the county plan', () => {
    expect(personalForm.blocks.map((block) => block.title)).toEqual([
      '基本信息',
      '就业失业信息',
      '职业技能信息',
      '求职培训需求',
      '采集信息',
    ]);
    expect(personalForm.title).toBe('贵州省劳动力就业个人信息数据采集表');
    expect(employerForm.title).toBe('贵州省劳动力就业单位信息数据采集表');
  });

  test('version 1 says that it is a reconstruction', () => {
    for (const form of Object.values(forms)) expect(form.note).toContain('复原件');
  });
});

describe.each(Object.entries(forms))('the declaration of the %s form', (name, form) => {
  test('a condition looks only at what was answered before', () => {
    expect(forwardConditions(form)).toEqual([]);
  });

  test('version by version it is what was frozen', () => {
    const now = JSON.parse(JSON.stringify(describeForm(form)));
    expect(now).toEqual(readFrozen(`${name}.v${form.version}.json`, now));
  });

  test('every item has the words of the paper and, where a resident is asked, a question', () => {
    const wordless = Object.entries(form.fields)
      .filter(([, field]) => !field.label || (['asked', undefined].includes(field.source) && !field.ask))
      .map(([key]) => key);
    expect(wordless).toEqual([]);
  });

  test('every screen with several questions has a title', () => {
    const shared = new Map<string, string[]>();
    for (const [key, field] of Object.entries(form.fields))
      if (field.page && field.companionOf === undefined)
        shared.set(field.page, [...(shared.get(field.page) ?? []), key]);
    const untitled = [...shared].filter(
      ([page, keys]) => keys.length > 1 && !keys.every((key) => form.blockOf[key]?.pages?.[page])
    );
    expect(untitled).toEqual([]);
  });

  test('a rule stands beside a field that exists and its number says how heavy it is', () => {
    for (const rule of form.rules) {
      expect(Object.keys(form.fields)).toContain(rule.field);
      if (rule.id.startsWith('W')) expect(rule.severity).toBe('warning');
      if (rule.id.startsWith('H')) expect(rule.severity).toBe('hint');
    }
  });
});

test('identifiers and telephones are secret, health and hardship sensitive', () => {
  const classOf = (form: (typeof forms)['personal' | 'employer'], wanted: string) =>
    Object.entries(form.fields)
      .filter(([, field]) => field.fieldClass === wanted)
      .map(([key]) => key)
      .sort();
  expect(classOf(personalForm, 'secret')).toEqual(['disabilityNo', 'headIdNo', 'idNo', 'phone']);
  expect(classOf(employerForm, 'secret')).toEqual(['contactPhone', 'fillerPhone', 'legalPhone']);
  expect(classOf(personalForm, 'sensitive')).toEqual(
    [
      'disabilityGrade',
      'disabilityType',
      'disabled',
      'gps',
      'hardship',
      'health',
      'policies',
      'poorOut',
      'poorRegistered',
      'relocated',
    ].sort()
  );
});
