import { detailsOf } from '../../../../cloudfunctions/office/audit/details';

/** An auditor reads Chinese, not the names of measures, codes and purposes. */
test.each([
  [{ figure: 'people' }, '名单 应采集'],
  [{ figure: 'returned' }, '名单 已退回'],
  [{ figure: 'class_03' }, '名单 人口资源分类：适龄劳动力'],
  [{ figure: 'a measure of old' }, '名单 a measure of old'],
  [{ mode: 'family' }, '方式 家属代报'],
  [{ by: 'idNumber', found: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'] }, '查找方式 公民身份号码；找到 6 项'],
  [{ outcome: 'added' }, '结果 新登记'],
  [{ outcome: '11', channel: 'visit' }, '结果 多次上门无人；渠道 上门'],
  [{ consent: false }, '同意 否'],
  [{ role: 'committee', scopes: ['522732114'] }, '岗位 村（居）委会；负责范围 中和镇'],
  [{ purpose: 'acceptance', filters: { states: ['accepted'], classes: [] } }, /条件 状态 已验收$/],
  [{ purpose: 'acceptance', filters: { states: [], classes: [] } }, /^用途 [^；]+$/],
  [{ leaving: null, given: 3, reason: '' }, '分派 3'],
])('%j', (details, words) => {
  const read = detailsOf(details)
    .map(({ label, text }) => `${label} ${text}`)
    .join('；');
  if (typeof words === 'string') expect(read).toBe(words);
  else expect(read).toMatch(words);
});
