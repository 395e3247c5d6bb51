import * as z from 'zod';
import { allRegisterFields } from '../../register/fields';
import { allEditionChanges, allRowOutcomes, allRowReasons } from '../../register/outcomes';
import { command, query } from '../operation';
import { count, cursor, day, divisionCode, id, instant, page, pageSize, reason } from '../shapes';

/** Which column of the file (from 0) holds which field. */
const mapping = z.partialRecord(z.enum(allRegisterFields), z.int().min(0).max(511));
const runId = id('导入编号');
const fileId = z.string().min(1).max(200).meta({ title: '文件' });
const fileName = z.string().trim().min(1).max(200).meta({ title: '文件名' });
const sheet = z.string().max(100).optional().meta({ title: '工作表' });
const outcome = z.enum(allRowOutcomes);
const troubled = z.enum(['doubtful', 'refused']);
const rowReason = z.enum(allRowReasons);

/**
 * - waiting, running: working; `cancelling`: will stop after the batch in hand
 * - asking: the rows are in; so many would leave the register that an officer confirms it first (settleLeaving)
 * - paused: the store could not go on (disk full, no connection); goes on by itself, or by importResume
 * - failed: the file cannot be read further; what was read stays
 */
export const importState = z.enum([
  'waiting',
  'running',
  'cancelling',
  'asking',
  'paused',
  'done',
  'cancelled',
  'failed',
]);

const counts = z.strictObject({
  added: count,
  updated: count,
  unchanged: count,
  doubtful: count,
  refused: count,
});

export const importTicket = command({
  name: 'register.importTicket',
  title: '上传户籍名册',
  verb: 'register.import',
  input: z.strictObject({ fileName, bytes: z.int().min(1) }),
  output: z.strictObject({
    fileId: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    expiresAt: instant,
    maximumBytes: count,
  }),
});

/** Reads the head of an uploaded file. Samples are masked; the person at the screen has the file itself. */
export const importInspect = query({
  name: 'register.importInspect',
  title: '读取名册表头',
  verb: 'register.import',
  input: z.strictObject({
    fileId,
    fileName,
    /** A sheet of a workbook; without it the first that holds a table. */
    sheet,
  }),
  output: z.strictObject({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string(),
    sheet: z.string(),
    sheets: z.array(z.string()),
    /** Line of the header in the file, from 1. */
    headerLine: count,
    columns: z.array(z.strictObject({ header: z.string(), samples: z.array(z.string()) })),
    /** Guessed, or remembered from the last file with the same headers. */
    mapping,
    mappingFrom: z.enum(['guessed', 'remembered']),
    /** What the mapping still lacks, as a sentence; empty when it will do. */
    gap: z.string(),
    fields: z.array(z.strictObject({ field: z.string(), label: z.string(), required: z.boolean() })),
  }),
});

export const importStart = command({
  name: 'register.importStart',
  title: '导入户籍名册',
  verb: 'register.import',
  input: z.strictObject({
    fileId,
    fileName,
    sheet,
    mapping,
    /** The day the register shows, YYYY-MM-DD. */
    editionDate: day,
    /** 'first' adds; 'edition' also finds who is no longer in it. */
    kind: z.enum(['first', 'edition']),
    /** The county, or the town or village the file is complete for; only there does an edition find leavers. */
    covers: divisionCode,
    /** The edition village codes and names of the file follow; without it every edition is tried. */
    divisionEdition: day.optional(),
  }),
  output: z.strictObject({ runId }),
});

const run = z.strictObject({
  runId,
  fileName: z.string(),
  kind: z.enum(['first', 'edition']),
  editionDate: day,
  covers: divisionCode,
  state: importState,
  /** What it is doing now, in words. */
  step: z.string(),
  /** Rows read so far; equals the sum of `counts`. */
  read: count,
  /** Empty lines passed over; not rows. */
  blank: count,
  /** Estimated from the part of the file read; null until known. */
  total: count.nullable(),
  counts,
  /** Why it paused or failed, in words; empty when it did not. */
  problem: z.string(),
  startedBy: z.string(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** How many would leave when state is 'asking'. */
  leaving: count,
});

export const importProgress = query({
  name: 'register.importProgress',
  title: '查看导入进度',
  verb: 'register.import',
  input: z.strictObject({ runId }),
  output: run,
});

export const importRuns = query({
  name: 'register.importRuns',
  title: '查看导入历次',
  verb: 'register.import',
  input: z.strictObject({ cursor, limit: pageSize(20, 100) }),
  output: page(run),
});

/** Rows already taken stay; importing the same file again takes up the rest. */
export const importCancel = command({
  name: 'register.importCancel',
  title: '停止导入',
  verb: 'register.import',
  input: z.strictObject({ runId }),
  output: z.strictObject({ state: importState }),
});

export const importResume = command({
  name: 'register.importResume',
  title: '继续导入',
  verb: 'register.import',
  input: z.strictObject({ runId }),
  output: z.strictObject({ state: importState }),
});

/** So many would leave the register that a person decides: apply, or keep everyone and finish. */
export const importSettleLeaving = command({
  name: 'register.importSettleLeaving',
  title: '确认不在新名册的人员',
  verb: 'register.import',
  input: z.strictObject({ runId, apply: z.boolean(), reason }),
  output: z.strictObject({ state: importState }),
});

export const importResult = query({
  name: 'register.importResult',
  title: '查看导入结果',
  verb: 'register.import',
  input: z.strictObject({ runId }),
  output: run.extend({
    reasons: z.array(
      z.strictObject({ reason: rowReason, outcome, sentence: z.string(), kept: z.boolean(), rows: count })
    ),
    changes: z.strictObject({ came: count, left: count, moved: count, died: count }),
    households: z.strictObject({ added: count, withoutHead: count }),
    unplaced: count,
  }),
});

/** Doubtful and refused rows, masked, in the order of the file. */
export const importRows = query({
  name: 'register.importRows',
  title: '查看存疑和未收的行',
  verb: 'register.import',
  discloses: true,
  input: z.strictObject({
    runId,
    outcome: troubled.optional(),
    reason: rowReason.optional(),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(
    z.strictObject({
      line: count,
      outcome,
      reason: rowReason,
      sentence: z.string(),
      /** A line of the file or a person it has to do with, in words; empty when there is none. */
      about: z.string(),
      name: z.string(),
      idMasked: z.string(),
      personId: z.string().nullable(),
      village: z.string(),
    })
  ),
});

/** The original rows with a column of reasons, as CSV that no spreadsheet runs. Holds identity: a reason is kept. */
export const importRowsDownload = command({
  name: 'register.importRowsDownload',
  title: '下载存疑和未收的行',
  verb: 'register.import',
  discloses: true,
  input: z.strictObject({ runId, outcome: troubled.optional(), reason }),
  output: z.strictObject({ url: z.string(), fileName: z.string(), rows: count, expiresAt: instant }),
});

/** Who came, left, moved, or may have died between two editions. */
export const importChanges = query({
  name: 'register.importChanges',
  title: '查看两版名册的差别',
  verb: 'register.import',
  discloses: true,
  input: z.strictObject({ runId, change: z.enum(allEditionChanges), cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      personId: z.string(),
      name: z.string(),
      idMasked: z.string(),
      birthDate: day.nullable(),
      fromVillage: z.string(),
      toVillage: z.string(),
      why: z.string(),
    })
  ),
});

export const importing = [
  importTicket,
  importInspect,
  importStart,
  importProgress,
  importRuns,
  importCancel,
  importResume,
  importSettleLeaving,
  importResult,
  importRows,
  importRowsDownload,
  importChanges,
] as const;
