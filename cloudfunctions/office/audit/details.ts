import { exportPurposes, revealables } from '@/domain/access';

/** Small facts of an act, as an auditor reads them. What has no words here is counted or shown as its own key. */
const labels: Readonly<Record<string, string>> = {
  people: '人数',
  rows: '行数',
  what: '内容',
  times: '今天第几次',
  purpose: '用途',
  figure: '数字',
  found: '找到',
  by: '查找方式',
  post: '岗位',
  leases: '收回任务',
  before: '原来',
  after: '现在',
  level: '级别',
  title: '标题',
  state: '状态',
  outcome: '结果',
  topic: '事项',
  correction: '申请',
  export: '导出',
  version: '版本',
  receipt: '回执号',
  seal: '密钥',
  index: '索引密钥',
  entry: '记录',
  day: '日期',
  seq: '序号',
};

const words: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(revealables),
  ...Object.entries(exportPurposes).map(([name, { title }]) => [name, title] as const),
  ['idNumber', '公民身份号码'],
  ['name', '姓名'],
]);

export const detailsOf = (details: Readonly<Record<string, unknown>>): { label: string; text: string }[] =>
  Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => ({ label: labels[key] ?? key, text: textOf(value) }));

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.length > 5 ? `${value.length} 项` : value.map(textOf).join('、');
  if (typeof value === 'string') return words.get(value) ?? value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
}
