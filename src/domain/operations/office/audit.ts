import * as z from 'zod';
import { command, query } from '../operation';
import { count, cursor, day, givenLine, id, instant, nothing, page, pageSize, personId, reason } from '../shapes';

/** The trail of every act and every look, as an auditor reads it. Reading it leaves a row too. */

const entry = z.strictObject({
  entryId: z.string(),
  at: instant,
  accountId: z.string(),
  actorName: z.string(),
  role: z.string(),
  roleLabel: z.string(),
  postTitle: z.string(),
  organisation: z.string(),
  /** Name of the operation, and its title. */
  act: z.string(),
  actTitle: z.string(),
  subject: z.string(),
  /** A person's name where the subject is one; else empty. */
  subjectName: z.string(),
  place: z.string(),
  placeName: z.string(),
  reason: z.string(),
  /** Small facts of the act, in words: never answers or identity. */
  details: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  /** Place in the chain; null for what is not linked yet. */
  seq: z.int().nullable(),
});

const stretch = {
  /** Days in China, both included. */
  from: day.optional().meta({ title: '开始日期' }),
  to: day.optional().meta({ title: '结束日期' }),
  cursor,
  limit: pageSize(50, 200),
};

/** Everything about one person, newest first. */
export const auditByPerson = query({
  name: 'office.auditByPerson',
  title: '按人查看操作记录',
  verb: 'audit.read',
  discloses: true,
  input: z.strictObject({ personId, ...stretch }),
  output: page(entry),
});

/** Everything one account did, newest first. */
export const auditByActor = query({
  name: 'office.auditByActor',
  title: '按操作人查看操作记录',
  verb: 'audit.read',
  discloses: true,
  input: z.strictObject({ accountId: id('账号编号'), ...stretch }),
  output: page(entry),
});

/** Everything of a time, newest first; `acts` narrows it to some operations. */
export const auditByTime = query({
  name: 'office.auditByTime',
  title: '按时间查看操作记录',
  verb: 'audit.read',
  discloses: true,
  input: z.strictObject({ acts: z.array(z.string().max(64)).max(40).default([]).meta({ title: '操作' }), ...stretch }),
  output: page(entry),
});

/** Who is meant: a whole identity number, a name, or the name of somebody on the staff. */
export const auditSubjects = query({
  name: 'office.auditSubjects',
  title: '查找要审计的人',
  verb: 'audit.read',
  discloses: true,
  input: z.strictObject({ text: givenLine('查找内容', 60).min(2, '请至少输入两个字') }),
  output: z.strictObject({
    persons: z.array(
      z.strictObject({ personId: z.string(), name: z.string(), idMasked: z.string(), place: z.string() })
    ),
    accounts: z.array(z.strictObject({ accountId: z.string(), name: z.string(), posts: z.string() })),
  }),
});

const head = z.strictObject({ seq: count, hash: z.string() });

export const auditStatus = query({
  name: 'office.auditStatus',
  title: '查看操作记录是否完整',
  verb: 'audit.read',
  input: nothing,
  output: z.strictObject({
    head,
    /** Rows that wait for their link. */
    waiting: count,
    lastCheck: z
      .strictObject({
        at: instant,
        intact: z.boolean(),
        entries: count,
        /** What is wrong and what to do, as a sentence; empty when intact. */
        finding: z.string(),
      })
      .nullable(),
    /** The job that checks, while it runs. */
    checking: z.strictObject({ jobId: z.string(), done: count, total: count.nullable() }).nullable(),
    heads: z.array(z.strictObject({ day, ...head.shape, noticeId: z.string().nullable() })),
  }),
});

/** Reads the whole chain as a job. */
export const checkAudit = command({
  name: 'office.checkAudit',
  title: '核验操作记录',
  verb: 'audit.read',
  input: nothing,
  output: z.strictObject({ jobId: z.string() }),
});

/** Puts the head of a day that is over on the county's notice board, where nobody can change it unseen. */
export const publishAuditHead = command({
  name: 'office.publishAuditHead',
  title: '公布操作记录核对码',
  verb: 'audit.publish',
  input: z.strictObject({ day }),
  output: z.strictObject({ noticeId: z.string(), ...head.shape }),
});

/** Something in the trail that somebody should explain; kept with the trail itself. */
export const noteAudit = command({
  name: 'office.noteAudit',
  title: '记录审计意见',
  verb: 'audit.read',
  input: z.strictObject({ entryId: z.string().min(8).max(64).meta({ title: '记录编号' }), note: reason }),
  output: z.strictObject({ done: z.literal(true) }),
});

export const auditing = [
  auditByPerson,
  auditByActor,
  auditByTime,
  auditSubjects,
  auditStatus,
  checkAudit,
  publishAuditHead,
  noteAudit,
];
