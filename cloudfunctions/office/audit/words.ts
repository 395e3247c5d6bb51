import { exportPurposes, revealables, roles } from '@/domain/access';
import { collectStates } from '@/domain/campaign';
import { codeLabel } from '@/domain/codes';
import { findDivision } from '@/domain/divisions';
import { correctionTopics } from '@/domain/operations/collecting/corrections';
import { rungs } from '@/domain/operations/publicity/reminder';
import { isProblem } from '@/domain/problem';
import { modeLabels } from '../employment';
import { figureOf } from '../figure';

/** What the facts beside an act are called. A fact without a name here stands under its own key. */
const labels: Readonly<Record<string, string>> = {
  people: '人数',
  households: '户数',
  rows: '行数',
  read: '已读行数',
  what: '内容',
  times: '第几次',
  purpose: '用途',
  filters: '条件',
  states: '状态',
  classes: '分类',
  figure: '名单',
  found: '找到',
  by: '查找方式',
  own: '自己的',
  post: '岗位编号',
  role: '岗位',
  scopes: '负责范围',
  leases: '收回任务',
  invitationsVoid: '作废邀请',
  invitation: '邀请编号',
  persona: '演示身份',
  before: '原来',
  after: '现在',
  from: '从',
  to: '到',
  level: '级别',
  title: '标题',
  told: '通知人数',
  state: '状态',
  outcome: '结果',
  consent: '同意',
  topic: '事项',
  change: '改动',
  correction: '申请编号',
  export: '导出编号',
  version: '版本',
  mode: '方式',
  channel: '渠道',
  receipt: '回执号',
  record: '记录编号',
  recordId: '记录编号',
  records: '记录',
  fields: '项目',
  left: '没有办',
  lead: '线索编号',
  seal: '密钥',
  index: '索引密钥',
  job: '任务编号',
  entry: '记录编号',
  day: '日期',
  seq: '序号',
  device: '电脑',
  kind: '种类',
  covers: '包含地区',
  editionDate: '名册日期',
  apply: '一并办理',
  leaving: '离开的',
  settled: '已办',
  skipped: '跳过',
  sent: '发出',
  cases: '件数',
  caseId: '重复编号',
  mergeId: '合并编号',
  dropped: '被并入的人',
  restored: '恢复的人',
  householdId: '户编号',
  diedOn: '死亡日期',
  headMissing: '没有户主',
  given: '分派',
  takenBack: '收回',
  assignment: '任务编号',
  part: '范围',
  until: '期限',
  closesOn: '自己填报截止',
  phases: '阶段',
  batch: '批次',
  rung: '提醒方式',
  visitId: '走访编号',
  attachmentId: '照片编号',
  piece: '第几段照片',
};

const values: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(revealables),
  ...Object.entries(exportPurposes).map(([name, { title }]) => [name, title] as const),
  ...Object.entries(roles),
  ...Object.entries(collectStates),
  ...Object.entries(modeLabels),
  ...Object.entries(rungs),
  ...Object.entries(correctionTopics),
  ['idNumber', '公民身份号码'],
  ['name', '姓名'],
  ['approved', '同意'],
  ['refused', '不同意'],
  ['resolved', '已更正'],
  ['working', '正在核实'],
  ['added', '新登记'],
  ['known', '名册里已有'],
  ['elsewhere', '在别的村（居）'],
  ['joined', '已补录'],
  ['taken', '号码已属别人'],
  ['bound', '已绑定'],
  ['declared', '自报'],
  ['all', '全部'],
]);

const placeKeys = ['from', 'to', 'scopes', 'before', 'after', 'covers'];

export const labelOf = (key: string): string => labels[key] ?? key;

export function wordOf(key: string, value: string): string {
  if (key === 'figure') return titleOf(value);
  if (key === 'rung') return new Map<string, string>(Object.entries(rungs)).get(value) ?? value;
  if (key === 'channel') return value === 'visit' ? '上门' : '电话';
  if (key === 'outcome' && /^\d/.test(value)) return codeLabel('contact_outcome', value) ?? value;
  if (key === 'classes') return codeLabel('population_class', value) ?? value;
  if (placeKeys.includes(key) && /^\d{6,12}$/.test(value)) return findDivision(value)?.name ?? value;
  return values.get(value) ?? value;
}

/** Measures that once existed stand in old entries under their own name. */
function titleOf(figure: string): string {
  try {
    return figureOf(figure).title;
  } catch (error) {
    if (isProblem(error)) return figure;
    throw error;
  }
}
