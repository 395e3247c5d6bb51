import * as z from 'zod';
import { allExportPurposes } from '../../access/export-purposes';
import { command, query } from '../operation';
import {
  collectState,
  count,
  cursor,
  divisionCode,
  id,
  instant,
  optionalLine,
  page,
  pageSize,
  reason,
  withoutIdentity,
} from '../shapes';

/** Data that leaves the system: for a purpose, approved by a second person, for hours, with the taker's name on it. */

const exportId = id('导出编号');
const state = z.enum(['asked', 'refused', 'cancelled', 'making', 'ready', 'failed', 'expired']);

const exportItem = z.strictObject({
  exportId,
  purpose: z.enum(allExportPurposes),
  purposeTitle: z.string(),
  formId: z.enum(['personal', 'employer']),
  divisionCode,
  divisionName: z.string(),
  filters: z.strictObject({ states: z.array(z.string()), classes: z.array(z.string()) }),
  encoding: z.enum(['utf8', 'gb18030']),
  reason: z.string(),
  state,
  stateLabel: z.string(),
  askedBy: z.strictObject({ name: z.string(), title: z.string() }),
  askedAt: instant,
  /** Whether this account asked for it, and so may take it but never approve it. */
  mine: z.boolean(),
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  /** Why it was refused, or what the approver wrote. */
  answer: z.string(),
  /** Rows written so far; the whole number when ready. */
  rows: count,
  expiresAt: instant.nullable(),
  taken: count,
  mayTake: count,
  /** The job that writes the file; null before approval. */
  jobId: z.string().nullable(),
  problem: z.string(),
});

export const requestExport = command({
  name: 'office.requestExport',
  title: '申请导出',
  verb: 'export.request',
  input: z.strictObject({
    /** `exportPurposes` of the access rules says what each holds, who may ask and who approves. */
    purpose: z.enum(allExportPurposes).meta({ title: '用途' }),
    formId: z.enum(['personal', 'employer']).default('personal').meta({ title: '表' }),
    divisionCode,
    filters: z
      .strictObject({
        states: z.array(collectState).max(6).default([]).meta({ title: '采集状态' }),
        classes: z.array(z.string().max(4)).max(20).default([]).meta({ title: '人口资源分类' }),
      })
      .default({ states: [], classes: [] }),
    encoding: z.enum(['utf8', 'gb18030']).default('utf8').meta({ title: '编码' }),
    reason: reason.refine((words) => words.length >= 4, '请写明为什么要导出，至少四个字'),
  }),
  output: exportItem,
});

/** What this account has asked for, newest first. */
export const myExports = query({
  name: 'office.myExports',
  title: '查看我的导出',
  verb: 'export.request',
  input: z.strictObject({ cursor, limit: pageSize(30, 100) }),
  output: page(exportItem),
});

/** What was asked for in a place, newest first; `state: 'asked'` is what waits for a decision. */
export const exportsToApprove = query({
  name: 'office.exportsToApprove',
  title: '查看导出申请',
  verb: 'export.approve',
  input: z.strictObject({
    divisionCode,
    state: state.nullable().default(null).meta({ title: '状态' }),
    cursor,
    limit: pageSize(30, 100),
  }),
  output: page(exportItem),
});

/** Never by the one who asked, in whatever post. Problems: export.own, export.approver, state.wrong. */
export const approveExport = command({
  name: 'office.approveExport',
  title: '同意导出',
  verb: 'export.approve',
  input: z.strictObject({ exportId, answer: withoutIdentity(optionalLine('审批意见', 200)) }),
  output: exportItem,
});

export const refuseExport = command({
  name: 'office.refuseExport',
  title: '不同意导出',
  verb: 'export.approve',
  input: z.strictObject({ exportId, reason }),
  output: exportItem,
});

/** By the one who asked, at any time; the file is deleted. */
export const cancelExport = command({
  name: 'office.cancelExport',
  title: '撤销导出',
  verb: 'export.request',
  input: z.strictObject({ exportId, reason }),
  output: exportItem,
});

/** An address that gives the file once, within minutes. Problems: export.taker, export.expired, export.taken. */
export const takeExport = command({
  name: 'office.takeExport',
  title: '下载导出文件',
  verb: 'export.request',
  discloses: true,
  input: z.strictObject({ exportId }),
  output: z.strictObject({
    /** Empty when the same call is asked again: ask anew. */
    url: z.string(),
    fileName: z.string(),
    rows: count,
    expiresAt: instant,
    remaining: count,
  }),
});

export const exporting = [
  requestExport,
  myExports,
  exportsToApprove,
  approveExport,
  refuseExport,
  cancelExport,
  takeExport,
];
