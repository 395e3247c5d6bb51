import * as z from 'zod';
import { clientId } from '../envelope';
import { command, query } from '../operation';
import { answers, cursor, day, id, instant, page, pageSize, village, villageCode } from '../shapes';
import { formVersion, paper, paradata, reasons, submissionOutcome } from './collect';

/** The employer form, for the employers of one's villages. */

export const employers = query({
  name: 'collect.employers',
  title: '查看村（居）用人单位',
  verb: 'employer.collect',
  input: z.strictObject({ villageCode, cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      employerId: z.string(),
      name: z.string(),
      /** Unified social credit code: public, not secret. */
      uscc: z.string(),
      staffTotal: z.int().nullable(),
      version: z.int(),
      updatedAt: instant,
    })
  ),
});

export const openEmployer = query({
  name: 'collect.openEmployer',
  title: '打开用人单位采集表',
  verb: 'employer.collect',
  discloses: true,
  /** Without an employer: a new form for this village. */
  input: z.strictObject({ villageCode, employerId: id('单位编号').optional() }),
  output: z.strictObject({
    formId: z.literal('employer'),
    formVersion: z.int(),
    today: day,
    village,
    register: answers,
    held: z.record(z.string(), z.string()),
    live: z
      .strictObject({
        recordId: z.string(),
        version: z.int(),
        formVersion: z.int(),
        answers,
        reasons: z.record(z.string(), z.string()),
        receiptNo: z.string(),
        authorName: z.string(),
        updatedAt: instant,
      })
      .nullable(),
  }),
});

/** A credit code that the county already has is refused with the employer's name: open that one and send again. */
export const submitEmployer = command({
  name: 'collect.submitEmployer',
  during: 'collect',
  title: '提交用人单位采集表',
  verb: 'employer.collect',
  input: z.strictObject({
    submissionId: clientId.meta({ title: '提交编号' }),
    villageCode,
    /** Absent for a new employer. */
    employerId: id('单位编号').optional(),
    formVersion,
    baseVersion: z.int().min(0).max(99999).meta({ title: '原版本' }),
    answers,
    reasons,
    mode: z.enum(['visit', 'phone']).default('visit').meta({ title: '采集方式' }),
    collectedAt: instant,
    paradata,
  }),
  output: z.strictObject({
    receiptNo: z.string(),
    recordId: z.string(),
    employerId: z.string(),
    version: z.int(),
    receivedAt: instant,
    village,
    outcome: submissionOutcome,
    next: z.string(),
  }),
});

/** For whoever reviews: the copy frozen when an employer's form arrived, line by line. */
export const employerPaper = query({
  name: 'collect.employerPaper',
  title: '查看用人单位采集表存档',
  verb: 'record.review',
  discloses: true,
  input: z.strictObject({ employerId: id('单位编号'), version: z.int().min(1).optional().meta({ title: '版本' }) }),
  output: paper.output,
});

export const employing = [employers, openEmployer, submitEmployer, employerPaper];
