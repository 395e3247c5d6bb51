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
  optionalLine,
  page,
  pageSize,
  reason,
  villageCode,
} from '../shapes';

const noticeLevel = z.enum(['county', 'town', 'village']);
export const noticeKinds = { letter: '致居民的一封信', notice: '通知', board: '公示' } as const;
const noticeKind = z.enum(Object.keys(noticeKinds) as [keyof typeof noticeKinds, ...(keyof typeof noticeKinds)[]]);

/** What is put up: paragraphs of plain text, who issues it, whom to call. */
export const noticeContent = z.strictObject({
  greeting: optionalLine('称呼', 60),
  paragraphs: z
    .array(z.string().trim().min(1, '有空白的段落，请删去').max(1000, '一段请在 1000 字以内'))
    .min(1, '请写正文')
    .max(20, '正文请在 20 段以内')
    .meta({ title: '正文' }),
  callback: optionalLine('联系电话', 60),
});

const noticeSummary = z.strictObject({
  noticeId: id('公告编号'),
  kind: noticeKind,
  level: noticeLevel,
  divisionCode,
  divisionName: z.string(),
  title: z.string(),
  issuer: z.string(),
  publishedAt: instant,
  expiresOn: day.nullable(),
  withdrawn: z.strictObject({ at: instant, reason: z.string() }).nullable(),
  /** Whether this account has opened it. */
  read: z.boolean(),
});

const noticeText = noticeSummary.extend({
  content: noticeContent,
  /** What a share card in WeChat shows and opens. */
  share: z.strictObject({ title: z.string(), path: z.string() }),
});

/** The letter to all residents with the place, dates and telephone number filled in, to be changed before it goes up. */
export const letterDraft = query({
  name: 'notice.letterDraft',
  title: '起草致居民的一封信',
  verb: 'notice.publish',
  input: z.strictObject({ divisionCode, kind: noticeKind.default('letter').meta({ title: '公告种类' }) }),
  output: z.strictObject({
    kind: noticeKind,
    title: z.string(),
    issuer: z.string(),
    content: noticeContent,
    /** Where it could be put up besides: board, loudspeaker, market day, each with words to use. */
    channels: z.array(z.strictObject({ channel: z.string(), words: z.string() })),
  }),
});

/** The level follows from the place; it reaches everyone under it. */
export const publishNotice = command({
  name: 'notice.publish',
  title: '发布公告',
  verb: 'notice.publish',
  input: z.strictObject({
    divisionCode,
    kind: noticeKind.default('letter').meta({ title: '公告种类' }),
    title: line('标题', 60).min(2, '请写标题'),
    issuer: line('发布单位', 60).min(2, '请写发布单位'),
    content: noticeContent.meta({ title: '正文' }),
    expiresOn: day.nullable().default(null).meta({ title: '有效期' }),
  }),
  output: z.strictObject({
    noticeId: id('公告编号'),
    level: noticeLevel,
    publishedAt: instant,
    villages: count,
    people: count,
  }),
});

export const withdrawNotice = command({
  name: 'notice.withdraw',
  title: '撤回公告',
  verb: 'notice.publish',
  input: z.strictObject({ noticeId: id('公告编号'), reason }),
  output: z.strictObject({ noticeId: id('公告编号'), withdrawnAt: instant }),
});

/** A resident sees what reaches the villages of his family; staff what covers or lies under their places. */
export const listNotices = query({
  name: 'notice.list',
  title: '公告列表',
  verb: 'notice.read',
  input: z.strictObject({
    withdrawn: z.boolean().default(false).meta({ title: '是否看已撤回的' }),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(noticeSummary),
});

/** Opening marks it read, once an account, counted for the village of the reader. */
export const readNotice = command({
  name: 'notice.read',
  title: '阅读公告',
  verb: 'notice.read',
  input: z.strictObject({ noticeId: id('公告编号') }),
  output: noticeText,
});

/** The page behind the code of a poster: a notice is public, so nobody has to sign in to read it. */
export const showNotice = query({
  name: 'notice.show',
  title: '扫码看公告',
  verb: 'anyone',
  input: z.strictObject({ noticeId: id('公告编号') }),
  output: noticeText.omit({ read: true }),
});

/** How many accounts opened it, village by village, of how many people and of how many with WeChat bound here. */
export const noticeCounts = query({
  name: 'notice.counts',
  title: '公告阅读情况',
  verb: 'notice.count',
  input: z.strictObject({ noticeId: id('公告编号'), cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({ villageCode: z.string(), villageName: z.string(), reads: count, accounts: count, people: count })
  ).extend({ reads: count, accounts: count, people: count }),
});

/** An A4 page to print, with the code that opens the notice; and the data of the share card. */
export const poster = query({
  name: 'notice.poster',
  title: '公告海报',
  verb: 'notice.publish',
  input: z.strictObject({ noticeId: id('公告编号') }),
  output: z.strictObject({
    html: z.string(),
    /** Picture of the code as a data: address. */
    code: z.string(),
    scene: z.string().max(32),
    share: z.strictObject({ title: z.string(), path: z.string() }),
  }),
});

/** The A4 page for the village board: figures by group and how to declare; no names. */
export const boardSheet = query({
  name: 'notice.boardSheet',
  title: '村务公开栏进度单',
  verb: 'progress.read',
  input: z.strictObject({ villageCode: villageCode }),
  output: z.strictObject({ html: z.string() }),
});

export const publicity = [
  letterDraft,
  publishNotice,
  withdrawNotice,
  listNotices,
  readNotice,
  showNotice,
  noticeCounts,
  poster,
  boardSheet,
];
