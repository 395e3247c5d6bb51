import type { SensitiveGroup } from './disclosure';
import type { Role } from './roles';

interface ExportPurpose {
  title: string;
  /** What it is for and what is in the file, for the one who chooses and the one who approves. */
  explains: string;
  /** Name, household and address: without them nobody is named. */
  named: boolean;
  /** Secrets that stand in full; the others are masked, and left out where nobody is named. */
  inFull: readonly ('idNumber' | 'phone' | 'other')[];
  /** Sensitive groups whose answers are in the file. */
  groups: readonly SensitiveGroup[];
  askedBy: readonly Role[];
  approvedBy: readonly Role[];
  /** How long the file may be taken, and how often. */
  hours: number;
  times: number;
}

/** Why data may leave the system. The file holds what the purpose needs and no more. */
export const exportPurposes = {
  statistics: {
    title: '统计分析',
    explains: '不含姓名、住址、号码，每行一份表，用于汇总和研究。',
    named: false,
    inFull: [],
    groups: [],
    askedBy: ['town', 'county', 'liaison'],
    approvedBy: ['county', 'keeper'],
    hours: 72,
    times: 3,
  },
  checking: {
    title: '数据核对',
    explains: '有姓名和住址，号码遮盖，不含健康、帮扶和儿童信息，用于对账和查漏。',
    named: true,
    inFull: [],
    groups: ['location'],
    askedBy: ['town', 'county'],
    approvedBy: ['county', 'keeper'],
    hours: 48,
    times: 3,
  },
  contacting: {
    title: '联系服务',
    explains: '有姓名和电话原文，身份证号遮盖，用于推荐岗位、通知培训。',
    named: true,
    inFull: ['phone'],
    groups: [],
    askedBy: ['town', 'county'],
    approvedBy: ['county', 'keeper'],
    hours: 24,
    times: 2,
  },
  comparing: {
    title: '部门比对',
    explains: '有姓名和身份证号原文，不含电话，交有关部门按协议比对。',
    named: true,
    inFull: ['idNumber'],
    groups: [],
    askedBy: ['county', 'liaison'],
    approvedBy: ['keeper'],
    hours: 24,
    times: 1,
  },
  assisting: {
    title: '就业帮扶',
    explains: '含健康、残疾和帮扶情况，号码遮盖，用于确定援助对象。',
    named: true,
    inFull: [],
    groups: ['health', 'support'],
    askedBy: ['town', 'county'],
    approvedBy: ['keeper'],
    hours: 24,
    times: 1,
  },
  archiving: {
    title: '归档移交',
    explains: '全部内容原文，用于合同验收后的归档移交。',
    named: true,
    inFull: ['idNumber', 'phone', 'other'],
    groups: ['health', 'support', 'child', 'location'],
    askedBy: ['county'],
    approvedBy: ['keeper'],
    hours: 12,
    times: 1,
  },
} as const satisfies Record<string, ExportPurpose>;

export type ExportPurposeName = keyof typeof exportPurposes;
export const allExportPurposes = Object.keys(exportPurposes) as [ExportPurposeName, ...ExportPurposeName[]];
export const exportPurpose = (name: ExportPurposeName): ExportPurpose => exportPurposes[name];
