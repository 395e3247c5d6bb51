import * as z from 'zod';
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
  personId,
  withoutIdentity,
} from '../shapes';

/** What a person may know and ask about what is held on him: who looked, and please put this right. */

/** Newest first. The person's own looks are left out. */
export const whoLooked = query({
  name: 'account.whoLooked',
  title: '查看谁看过我的信息',
  verb: 'self.read',
  input: z.strictObject({ personId, cursor, limit: pageSize(30, 100) }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        lookId: z.string(),
        at: instant,
        /** 韦某某, as the staff are named on their badge. */
        name: z.string(),
        /** 镇经办（中和镇）: role, title and organisation. */
        post: z.string(),
        what: z.string(),
        why: z.string(),
        kind: z.enum(['look', 'reveal', 'change', 'export']),
      })
    ),
    next: z.string().nullable(),
    /** Lists of the whole village or town on which this person stood, by day and viewer; newest first, first page only. */
    lists: z.array(z.strictObject({ day, name: z.string(), post: z.string(), what: z.string(), times: count })),
  }),
});

const state = z.enum(['open', 'working', 'resolved', 'refused']);
export const correctionStates = {
  open: '等待处理',
  working: '正在核实',
  resolved: '已更正',
  refused: '没有更正',
} as const;

/** What it is about; the text says the rest. */
export const correctionTopics = {
  identity: '姓名、身份证号、性别、生日',
  household: '户口、与户主关系、所在村（居）',
  contact: '联系电话、住址',
  work: '就业情况',
  support: '健康、残疾、帮扶情况',
  looked: '有人不该看我的信息',
  other: '其他',
} as const;
const topic = z.enum(
  Object.keys(correctionTopics) as [keyof typeof correctionTopics, ...(keyof typeof correctionTopics)[]]
);

const step = z.strictObject({ at: instant, state, by: z.string(), words: z.string() });

const asked = z.strictObject({
  correctionId: id('申请编号'),
  personId: z.string(),
  topic,
  topicLabel: z.string(),
  text: z.string(),
  state,
  stateLabel: z.string(),
  askedAt: instant,
  /** What was said since, oldest first. */
  steps: z.array(step),
});

export const askCorrection = command({
  name: 'account.askCorrection',
  title: '申请更正信息',
  verb: 'self.declare',
  input: z.strictObject({
    personId,
    topic: topic.meta({ title: '要更正的内容' }),
    text: z.string().trim().min(4, '请写清楚哪里不对、应该是什么').max(500).meta({ title: '说明' }),
  }),
  output: z.strictObject({ correctionId: id('申请编号') }),
});

export const myCorrections = query({
  name: 'account.myCorrections',
  title: '查看我的更正申请',
  verb: 'self.read',
  input: z.strictObject({ personId }),
  output: z.strictObject({ items: z.array(asked) }),
});

/** Oldest first: who has waited longest. */
export const listCorrections = query({
  name: 'office.corrections',
  title: '查看更正申请',
  verb: 'correction.handle',
  discloses: true,
  input: z.strictObject({
    divisionCode,
    state: state.nullable().default(null).meta({ title: '状态' }),
    cursor,
    limit: pageSize(30, 100),
  }),
  output: page(
    z.strictObject({
      ...asked.shape,
      personName: z.string(),
      village: z.string(),
      askedBy: z.string(),
      /** Days since it was asked, while it is not answered. */
      waitingDays: count,
    })
  ),
});

/** The words are shown to the person as they are. Problems: state.wrong. */
export const answerCorrection = command({
  name: 'office.answerCorrection',
  title: '答复更正申请',
  verb: 'correction.handle',
  discloses: true,
  input: z.strictObject({
    correctionId: id('申请编号'),
    outcome: z.enum(['working', 'resolved', 'refused']).meta({ title: '处理结果' }),
    words: withoutIdentity(line('答复', 300).min(4, '请写明处理情况，至少四个字')),
  }),
  output: asked,
});

export const knowing = [whoLooked, askCorrection, myCorrections, listCorrections, answerCorrection];
