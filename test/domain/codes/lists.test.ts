import { codeItem, codeLabel, codeList, codeListIds, isCode } from '@/domain/codes';

describe('every code list', () => {
  test.each(codeListIds)('%s names its standard, its evidence, and repeats no code or label', (id) => {
    const list = codeList(id);
    expect(list.id).toBe(id);
    expect(list.title).not.toBe('');
    expect(list.standard).not.toBe('');
    expect(list.evidence).not.toBe('');
    const codes = list.items.map((item) => item.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const item of list.items) {
      expect(item.label.trim()).toBe(item.label);
      expect(item.label).not.toBe('');
    }
  });

  test('the words of a hint are plain: no slash lists, none longer than a line on a phone', () => {
    for (const id of codeListIds) {
      for (const item of codeList(id).items) expect((item.hint ?? '').length).toBeLessThanOrEqual(30);
    }
  });
});

describe('how many values each national list has', () => {
  test.each([
    ['sex', 4],
    ['marital', 8],
    ['ethnic', 58],
    ['political', 13],
    ['education_gb', 40],
    ['education', 11],
    ['health', 22],
    ['relation', 84],
    ['relation_short', 10],
    ['population_class', 14],
    ['economic_type', 34],
    ['industry', 117],
    ['occupation', 87],
    ['hukou_nature', 3],
    ['health_level', 4],
  ] as const)('%s has %i', (id, count) => {
    expect(codeList(id).items).toHaveLength(count);
  });
});

describe('values that copies on the web get wrong', () => {
  test.each([
    ['ethnic', '20', '傈僳族'],
    ['ethnic', '31', '达斡尔族'],
    ['ethnic', '53', '赫哲族'],
    ['ethnic', '25', '水族'],
    ['economic_type', '151', '国有独资(公司)'],
    ['industry', '79', '土地管理业'],
    ['industry', '80', '居民服务业'],
    ['industry', '83', '教育'],
    ['industry', '97', '国际组织'],
    ['unit_type', '92', '农民专业合作社'],
    ['population_class', '11', '户口已迁出'],
    ['population_class', '12', '查无此人或重号'],
    ['population_class', '13', '空挂户或长期失联'],
    ['population_class', '14', '拒绝采集'],
  ] as const)('%s %s is %s', (id, code, label) => {
    expect(codeLabel(id, code)).toBe(label);
  });

  test.each([
    ['ethnic', '57'],
    ['ethnic', '99'],
    ['sex', 1],
    ['sex', ''],
    ['occupation', '9-01'],
  ] as const)('%s has no %p', (id, code) => {
    expect(isCode(id, code)).toBe(false);
  });
});

test('each industry and occupation stands under a group that exists', () => {
  const under = (id: 'industry' | 'occupation', parent?: string) =>
    codeList(id).items.filter((item) => item.parent === parent);
  expect(under('industry')).toHaveLength(20);
  expect(under('occupation')).toHaveLength(8);
  for (const id of ['industry', 'occupation'] as const) {
    for (const item of codeList(id).items) {
      if (item.parent) expect(codeItem(id, item.parent)?.parent).toBeUndefined();
    }
  }
  expect(under('industry', 'P').map((item) => item.label)).toEqual(['教育']);
});

test('each short relation is sent to departments as a code of the national list', () => {
  for (const item of codeList('relation_short').items) expect(isCode('relation', item.national)).toBe(true);
});
