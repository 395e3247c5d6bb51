import * as z from 'zod';
import { clientId } from '../envelope';
import { command, query } from '../operation';
import { answers, collectState, cursor, day, instant, page, pageSize, personId, village } from '../shapes';

/** The personal form: open, send, look back. Residents for their own, enumerators for their villages. */

export const formModeLabels = { self: '本人自报', family: '家人代报', visit: '上门采集', phone: '电话采集' } as const;
export type FormMode = keyof typeof formModeLabels;
export const formModes = Object.keys(formModeLabels) as FormMode[];
const mode = z.enum(formModes);
export const formVersion = z.int().min(1).max(9999).meta({ title: '表格版本' });
export const reasons = z.record(z.string().max(120), z.string().trim().max(200)).default({}).meta({ title: '说明' });
/** The longest walk has some forty pages, about 1 KB. */
export const mostParadata = 80;

/** Times by page (ms of the monotonic clock), edits, …: small, never answers. */
export const paradata = z
  .record(z.string().max(40), z.union([z.number().min(-1e10).max(1e10), z.string().max(60)]))
  .refine((entries) => Object.keys(entries).length <= mostParadata, `填写过程最多 ${mostParadata} 项`)
  .default({})
  .meta({ title: '填写过程' });

const subject = z.strictObject({
  personId: z.string(),
  name: z.string(),
  idMasked: z.string(),
  householdId: z.string().nullable(),
  village: village.nullable(),
  populationClass: z.string(),
  collectState,
});

/** The record as it stands; secret answers masked, as in `held`. */
const liveRecord = z.strictObject({
  recordId: z.string(),
  version: z.int(),
  formVersion: z.int(),
  state: z.string(),
  mode,
  answers,
  reasons: z.record(z.string(), z.string()),
  receiptNo: z.string(),
  authorName: z.string(),
  updatedAt: instant,
});

export const openForm = query({
  name: 'collect.openForm',
  title: '打开个人采集表',
  verb: 'record.collect',
  discloses: true,
  input: z.strictObject({ personId }),
  output: z.strictObject({
    formId: z.literal('personal'),
    formVersion: z.int(),
    today: day,
    subject,
    /** What the register knows: goes into the check context as `register`. */
    register: answers,
    /** Secret field → masked text of what the cloud holds: `held` of the check context. Sent back as it is, it stays as it is. */
    held: z.record(z.string(), z.string()),
    live: liveRecord.nullable(),
    consentVersion: z.string(),
    mode,
  }),
});

/**
 * What became of what was sent.
 * - accepted: it stands now
 * - same: it said nothing that did not stand already
 * - merged: it stands together with what somebody else had changed
 * - conflict: somebody had answered differently; both are kept and a human chooses
 * - comparison: the village had gone to somebody else; it is kept beside the record for him and the supervisor
 */
export const submissionOutcome = z.enum(['accepted', 'same', 'merged', 'conflict', 'comparison']).default('accepted');
export type SubmissionOutcome = z.output<typeof submissionOutcome>;

export const receiptShape = z.strictObject({
  receiptNo: z.string(),
  recordId: z.string(),
  personId: z.string(),
  version: z.int(),
  receivedAt: instant,
  village: village.nullable(),
  /** Why this village, or that one will claim the person: a sentence. */
  villageWhy: z.string(),
  /** The identity number belongs to another person of the register: kept, and a human compares them. */
  duplicate: z.boolean(),
  outcome: submissionOutcome,
  /** What happens next: a sentence. */
  next: z.string(),
});
export type Receipt = z.output<typeof receiptShape>;

/**
 * Sending the same submissionId twice answers with the first receipt.
 * Problems: form.expired, form.faults, form.warnings, form.consent, person.notYours, record.early (its base has not come).
 */
export const submitRecord = command({
  name: 'collect.submitRecord',
  during: 'collect',
  title: '提交个人采集表',
  verb: 'record.collect',
  input: z.strictObject({
    submissionId: clientId.meta({ title: '提交编号' }),
    personId,
    formVersion,
    /** Version of the live record the answers started from; 0 where there was none. */
    baseVersion: z.int().min(0).max(99999).meta({ title: '原版本' }),
    /**
     * The answers themselves that they started from, where those had not arrived when the page was opened: another form
     * of the same phone. By then nobody knows which version they become, or whether they become one.
     */
    startedFrom: answers.optional(),
    answers,
    /** Warning (`findingKey`) → why it is right all the same. */
    reasons,
    /** How staff reached the person; what a resident sends is recorded as self or family by the cloud. */
    mode: z.enum(['visit', 'phone']).optional().meta({ title: '采集方式' }),
    consentVersion: z.string().max(32).default('').meta({ title: '告知书版本' }),
    collectedAt: instant,
    paradata,
  }),
  output: receiptShape,
});

const change = z.strictObject({ field: z.string(), label: z.string(), before: z.string(), after: z.string() });

export const history = query({
  name: 'collect.history',
  title: '查看填报历史',
  verb: 'person.read',
  discloses: true,
  input: z.strictObject({ personId }),
  output: z.strictObject({
    versions: z.array(
      z.strictObject({
        version: z.int(),
        baseVersion: z.int(),
        formVersion: z.int(),
        mode,
        authorName: z.string(),
        authorRole: z.string(),
        receiptNo: z.string(),
        collectedAt: instant,
        receivedAt: instant,
        /** A sheet was signed by hand for this version, and its photo is kept. */
        onPaper: z.boolean(),
        /** Against the version it was based on; empty for the first. */
        changes: z.array(change),
        reasons: z.array(z.strictObject({ about: z.string(), reason: z.string() })),
      })
    ),
  }),
});

export const receipt = query({
  name: 'collect.receipt',
  title: '查看回执',
  verb: 'person.read',
  input: z.strictObject({ personId }),
  output: receiptShape,
});

/** The frozen readable copy kept with the record, and the A4 page to print. Secrets masked. */
export const paper = query({
  name: 'collect.paper',
  title: '查看采集表存档',
  verb: 'person.read',
  discloses: true,
  input: z.strictObject({ personId, version: z.int().min(1).optional().meta({ title: '版本' }) }),
  output: z.strictObject({
    version: z.int(),
    receiptNo: z.string(),
    sections: z.array(
      z.strictObject({
        title: z.string(),
        lines: z.array(z.strictObject({ field: z.string(), label: z.string(), text: z.string() })),
      })
    ),
    /** One A4 document, HTML of ours without script. */
    html: z.string(),
  }),
});

/** What this account sent, newest first. */
export const mySubmissions = query({
  name: 'collect.mySubmissions',
  title: '查看我的提交',
  verb: 'self.settings',
  input: z.strictObject({ cursor, limit: pageSize(30, 100) }),
  output: page(
    z.strictObject({
      submissionId: z.string(),
      receiptNo: z.string(),
      recordId: z.string(),
      subjectId: z.string(),
      formId: z.string(),
      name: z.string(),
      version: z.int(),
      state: z.string(),
      receivedAt: instant,
    })
  ),
});

export const records = [openForm, submitRecord, history, receipt, paper, mySubmissions];
