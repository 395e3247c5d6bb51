import * as z from 'zod';
import { allLeadKinds } from '../../quality/daily/types';
import { command, query } from '../operation';
import {
  count,
  cursor,
  day,
  divisionCode,
  id,
  instant,
  line,
  page,
  pageSize,
  reason,
  withoutIdentity,
} from '../shapes';

const version = z.int().positive().meta({ title: '版本' });

/**
 * - plain: neither of the others; what may be passed many at once
 * - doubtful: sent with a warning that was explained
 * - closings: close a person, each needs a signature of its own
 */
export const reviewKinds = ['all', 'plain', 'doubtful', 'closings'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** Records waiting for a look: collected ones for the supervisor or town, confirmed ones for the county. */
export const reviewList = query({
  name: 'quality.reviewList',
  title: '待审核记录',
  verb: 'record.review',
  discloses: true,
  input: z.strictObject({
    divisionCode,
    state: z.enum(['collected', 'returned', 'confirmed', 'accepted']).default('collected').meta({ title: '审核状态' }),
    formId: z.string().max(30).optional().meta({ title: '表' }),
    only: z.enum(reviewKinds).default('all').meta({ title: '范围' }),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(
    z.strictObject({
      recordId: id('记录编号'),
      formId: z.string(),
      subjectId: id('编号'),
      name: z.string(),
      villageCode: z.string(),
      villageName: z.string(),
      version,
      state: z.string(),
      mode: z.string(),
      author: z.string(),
      collectedAt: instant,
      receivedAt: instant,
      /** Warnings that were sent with a reason. */
      warnings: count,
      /** Class by which the person was closed, when this record closes him: it needs a second signature. */
      closedAs: z.string().nullable(),
      receiptNo: z.string(),
    })
  ).extend({ waiting: count }),
});

const chosen = z
  .array(z.strictObject({ recordId: id('记录编号'), version }))
  .min(1, '请至少选一条')
  .max(200, '一次最多 200 条')
  .meta({ title: '记录' });

/** Each record by itself: one that changed meanwhile is left and said so, the others go on. */
const batchReply = z.strictObject({
  done: count,
  left: count,
  records: z.array(z.strictObject({ recordId: id('记录编号'), done: z.boolean(), why: z.string() })),
});

export const confirmRecords = command({
  name: 'quality.confirm',
  during: 'review',
  title: '审核通过',
  verb: 'record.review',
  discloses: true,
  input: z.strictObject({ records: chosen }),
  output: batchReply,
});

export const acceptRecords = command({
  name: 'quality.accept',
  during: 'review',
  title: '验收',
  verb: 'record.accept',
  discloses: true,
  input: z.strictObject({ records: chosen }),
  output: batchReply,
});

const recordNow = z.strictObject({ recordId: id('记录编号'), version, state: z.string() });

/** Back to its author, with a comment on each field that is wrong; if he has gone, to his successor. */
export const returnRecord = command({
  name: 'quality.returnRecord',
  during: 'review',
  title: '退回修改',
  verb: 'record.review',
  discloses: true,
  input: z.strictObject({
    recordId: id('记录编号'),
    version,
    reason,
    comments: z
      .array(
        z.strictObject({
          field: z.string().min(1).max(60),
          text: withoutIdentity(line('退回意见', 200).min(2, '请写明问题')),
        })
      )
      .max(50)
      .default([])
      .meta({ title: '退回意见' }),
  }),
  output: recordNow.extend({ returnedTo: z.string() }),
});

/** Final means final: opening an accepted record again needs a reason and leaves a trace. */
export const reopenRecord = command({
  name: 'quality.reopen',
  during: 'review',
  title: '重开已验收记录',
  verb: 'record.accept',
  discloses: true,
  input: z.strictObject({ recordId: id('记录编号'), version, reason }),
  output: recordNow,
});

/** What came back to me, newest first, with what is wrong field by field. */
export const returnedToMe = query({
  name: 'quality.returnedToMe',
  title: '退回给我的记录',
  verb: 'self.settings',
  discloses: true,
  input: z.strictObject({ cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      recordId: id('记录编号'),
      formId: z.string(),
      personId: z.string(),
      name: z.string(),
      villageCode: z.string(),
      villageName: z.string(),
      version,
      returnedAt: instant,
      returnedBy: z.string(),
      reason: z.string(),
      comments: z.array(z.strictObject({ field: z.string(), label: z.string(), text: z.string() })),
    })
  ),
});

/** What came of a lead, as the one who looked says. */
export const leadOutcomes = { looked: '已查看', explained: '情况属实，已说明', revisit: '需要回访' } as const;
export type LeadOutcome = keyof typeof leadOutcomes;
const allLeadOutcomes = Object.keys(leadOutcomes) as LeadOutcome[];

const leadNote = z.strictObject({ outcome: z.enum(allLeadOutcomes), words: z.string(), by: z.string(), at: instant });

/** Things of one day that a human should look at; leads, never verdicts. */
export const dailyLeads = query({
  name: 'quality.dailyLeads',
  title: '每日质量线索',
  verb: 'quality.read',
  discloses: true,
  input: z.strictObject({ divisionCode, day: day.optional() }),
  output: z.strictObject({
    day,
    records: count,
    leads: z.array(
      z.strictObject({
        leadId: z.string(),
        kind: z.enum(allLeadKinds),
        /** One sentence: what was seen, against what is usual. */
        sentence: z.string(),
        enumerator: z.string(),
        postId: z.string(),
        villageCode: z.string(),
        villageName: z.string(),
        recordIds: z.array(id('编号')),
        /** What came of it, newest first. */
        notes: z.array(leadNote),
      })
    ),
  }),
});

/** Somebody looked; what he found is kept beside the lead, and nothing of it is changed later. */
export const noteLead = command({
  name: 'quality.noteLead',
  title: '登记线索处理',
  verb: 'quality.read',
  input: z.strictObject({
    divisionCode,
    day,
    leadId: id('线索编号').max(64),
    outcome: z.enum(allLeadOutcomes).meta({ title: '处理结果' }),
    words: withoutIdentity(line('处理情况', 200).min(2, '请写明看到了什么')),
  }),
  output: z.strictObject({ notes: z.array(leadNote) }),
});

export const reviewing = [
  reviewList,
  confirmRecords,
  acceptRecords,
  returnRecord,
  reopenRecord,
  returnedToMe,
  dailyLeads,
  noteLead,
];
