import * as z from 'zod';
import { allRegisterFields, type RegisterField } from '../register/fields';
import { allRowReasons, editionChanges, rowOutcomes } from '../register/outcomes';
import { command, query } from './operation';
import { code, count, date, instant, keysOf, limit, reason, villageOrWider } from './register-parts';

/** Which column of the file (from 0) holds which field. */
const mapping = z.partialRecord(z.enum(allRegisterFields as [RegisterField, ...RegisterField[]]), z.int().min(0).max(511));
const runId = z.string().min(8).max(64);
const outcome = z.enum(keysOf(rowOutcomes));
const change = z.enum(keysOf(editionChanges));

/**
 * - waiting, running: working; `cancelling`: will stop after the batch in hand
 * - asking: the rows are in; so many would leave the register that an officer confirms it first (settleLeaving)
 * - paused: the store could not go on (disk full, no connection); goes on by itself, or by importResume
 * - failed: the file cannot be read further; what was read stays
 */
export const importState = z.enum(['waiting', 'running', 'cancelling', 'asking', 'paused', 'done', 'cancelled', 'failed']);

const counts = z.object({
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
  input: z.strictObject({ fileName: z.string().min(1).max(200), bytes: z.int().min(1) }),
  output: z.object({
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
    fileId: z.string().min(1).max(200),
    fileName: z.string().min(1).max(200),
    /** A sheet of a workbook; without it the first that holds a table. */
    sheet: z.string().max(100).optional(),
  }),
  output: z.object({
    format: z.enum(['csv', 'xlsx']),
    encoding: z.string(),
    sheet: z.string(),
    sheets: z.array(z.string()),
    /** Line of the header in the file, from 1. */
    headerLine: count,
    columns: z.array(z.object({ header: z.string(), samples: z.array(z.string()) })),
    /** Guessed, or remembered from the last file with the same headers. */
    mapping,
    mappingFrom: z.enum(['guessed', 'remembered']),
    /** What the mapping still lacks, as a sentence; empty when it will do. */
    gap: z.string(),
    fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })),
  }),
});

export const importStart = command({
  name: 'register.importStart',
  title: '导入户籍名册',
  verb: 'register.import',
  input: z.strictObject({
    fileId: z.string().min(1).max(200),
    fileName: z.string().min(1).max(200),
    sheet: z.string().max(100).optional(),
    mapping,
    /** The day the register shows, YYYY-MM-DD. */
    editionDate: date,
    /** 'first' adds; 'edition' also finds who is no longer in it. */
    kind: z.enum(['first', 'edition']),
    /** The county, or the town or village the file is complete for; only there does an edition find leavers. */
    covers: villageOrWider,
    /** The edition village codes and names of the file follow; without it every edition is tried. */
    divisionEdition: date.optional(),
  }),
  output: z.object({ runId }),
});

const run = z.object({
  runId,
  fileName: z.string(),
  kind: z.enum(['first', 'edition']),
  editionDate: date,
  covers: code,
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
  input: z.strictObject({ after: runId.optional(), limit }),
  output: z.object({ runs: z.array(run), next: runId.nullable() }),
});

/** Rows already taken stay; importing the same file again takes up the rest. */
export const importCancel = command({
  name: 'register.importCancel',
  title: '停止导入',
  verb: 'register.import',
  input: z.strictObject({ runId }),
  output: z.object({ state: importState }),
});

export const importResume = command({
  name: 'register.importResume',
  title: '继续导入',
  verb: 'register.import',
  input: z.strictObject({ runId }),
  output: z.object({ state: importState }),
});

/** So many would leave the register that a person decides: apply, or keep everyone and finish. */
export const importSettleLeaving = command({
  name: 'register.importSettleLeaving',
  title: '确认不在新名册的人员',
  verb: 'register.import',
  input: z.strictObject({ runId, apply: z.boolean(), reason }),
  output: z.object({ state: importState }),
});

export const importResult = query({
  name: 'register.importResult',
  title: '查看导入结果',
  verb: 'register.import',
  input: z.strictObject({ runId }),
  output: run.extend({
    reasons: z.array(
      z.object({ reason: z.enum(allRowReasons), outcome, sentence: z.string(), kept: z.boolean(), rows: count })
    ),
    changes: z.object({ came: count, left: count, moved: count, died: count }),
    households: z.object({ added: count, withoutHead: count }),
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
    outcome: z.enum(['doubtful', 'refused']).optional(),
    reason: z.enum(allRowReasons).optional(),
    /** Line and reason of the last row seen. */
    after: z.int().min(0).optional(),
    limit,
  }),
  output: z.object({
    rows: z.array(
      z.object({
        line: count,
        outcome,
        reason: z.enum(allRowReasons),
        sentence: z.string(),
        /** A line of the file or a person it has to do with, in words; empty when there is none. */
        about: z.string(),
        name: z.string(),
        idMasked: z.string(),
        personId: z.string().nullable(),
        village: z.string(),
      })
    ),
    next: count.nullable(),
  }),
});

/** The original rows with a column of reasons, as CSV that no spreadsheet runs. Holds identity: a reason is kept. */
export const importRowsDownload = command({
  name: 'register.importRowsDownload',
  title: '下载存疑和未收的行',
  verb: 'register.import',
  discloses: true,
  input: z.strictObject({ runId, outcome: z.enum(['doubtful', 'refused']).optional(), reason }),
  output: z.object({ url: z.string(), fileName: z.string(), rows: count, expiresAt: instant }),
});

/** Who came, left, moved, or may have died between two editions. */
export const importChanges = query({
  name: 'register.importChanges',
  title: '查看两版名册的差别',
  verb: 'register.import',
  discloses: true,
  input: z.strictObject({ runId, change, after: z.string().max(64).optional(), limit }),
  output: z.object({
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        idMasked: z.string(),
        birthDate: date.nullable(),
        fromVillage: z.string(),
        toVillage: z.string(),
        why: z.string(),
      })
    ),
    next: z.string().nullable(),
  }),
});

export const registerImportOperations = [
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
