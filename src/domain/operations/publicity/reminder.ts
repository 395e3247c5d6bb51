import * as z from 'zod';
import { command, query } from '../operation';
import { count, cursor, divisionCode, id, instant, page, pageSize, villageCode } from '../shapes';

export const rungs = { wechat: '微信提醒', phone: '电话提醒', cadre: '村干部上门提醒', visit: '采集员上门' } as const;
export const rung = z.enum(['wechat', 'phone', 'cadre', 'visit']);

/**
 * - waiting: will go out by itself; sending: on its way
 * - sent: WeChat took it, or the cadre noted that he called or came
 * - no-subscription, no-user: cannot be reached by WeChat, the next rung is due
 * - invalid, unreachable: the message could not be sent; it stays in the mini-program
 */
export const reminderResult = z.enum([
  'waiting',
  'sending',
  'sent',
  'no-subscription',
  'no-user',
  'invalid',
  'unreachable',
]);

/** Who has not been collected yet, whether he may be reminded now, by what, and if not why. */
export const listMissing = query({
  name: 'notice.missing',
  title: '未填报名单',
  verb: 'reminder.send',
  discloses: true,
  input: z.strictObject({
    villageCode,
    group: z.string().max(40).optional().meta({ title: '村民组' }),
    /** Only those who may be reminded now. */
    remindable: z.boolean().default(false).meta({ title: '只看可提醒的' }),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(
    z.strictObject({
      personId: z.string(),
      name: z.string(),
      idMasked: z.string(),
      phoneMasked: z.string(),
      group: z.string(),
      householdId: z.string(),
      houseNo: z.string(),
      state: z.enum(['due', 'returned']),
      hasWechat: z.boolean(),
      /** His household asked for a visit. */
      wantsVisit: z.boolean(),
      last: z
        .strictObject({ rung, result: reminderResult, at: instant, read: z.boolean(), sentBy: z.string() })
        .nullable(),
      times: count,
      may: z.boolean(),
      /** The rung that is due next, if any is left. */
      next: rung.nullable(),
      /** Why not now, as a sentence; empty when he may. */
      why: z.string(),
    })
  ).extend({
    village: z.strictObject({ name: z.string(), people: count, missing: count }),
    quiet: z.boolean(),
  }),
});

/**
 * Sends a reminder to those chosen, or to everyone missing in the village. WeChat messages go out after the reply is
 * settled; `notice.remindResult` of the same batch tells what became of them. The other rungs note what a cadre did.
 */
export const remind = command({
  name: 'notice.remind',
  during: 'remind',
  title: '发送提醒',
  verb: 'reminder.send',
  discloses: true,
  input: z.strictObject({
    villageCode,
    whom: z
      .union([z.literal('all'), z.array(id('编号')).min(1, '请至少选一人').max(200, '一次最多选 200 人')])
      .meta({ title: '提醒的人' }),
    rung: rung.default('wechat').meta({ title: '提醒方式' }),
  }),
  output: z.strictObject({
    batch: id('批次'),
    sent: count,
    skipped: count,
    /** Person by person when persons were chosen; for `all` only those skipped are counted by reason. */
    persons: z.array(
      z.strictObject({ personId: z.string(), sent: z.boolean(), why: z.string(), next: rung.nullable() })
    ),
    reasons: z.array(z.strictObject({ why: z.string(), people: count })),
  }),
});

/** What became of a batch, and whom the next rung should reach. */
export const remindResult = query({
  name: 'notice.remindResult',
  title: '提醒结果',
  verb: 'reminder.send',
  discloses: true,
  input: z.strictObject({ batch: id('批次'), cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      reminderId: id('提醒编号'),
      personId: z.string(),
      name: z.string(),
      result: reminderResult,
      next: rung.nullable(),
      sentence: z.string(),
    })
  ).extend({ results: z.array(z.strictObject({ result: reminderResult, people: count })) }),
});

/** What a resident finds in the mini-program: who reminds him, about whom, until when. */
export const myReminders = query({
  name: 'notice.myReminders',
  title: '我的提醒',
  verb: 'self.read',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        reminderId: id('提醒编号'),
        personId: z.string(),
        personName: z.string(),
        words: z.string(),
        from: z.string(),
        sentAt: instant,
        read: z.boolean(),
        /** The person has been collected since. */
        answered: z.boolean(),
      })
    ),
  }),
});

/** Marks it read and says where to go: the form of that person. */
export const openReminder = command({
  name: 'notice.openReminder',
  title: '打开提醒',
  verb: 'self.read',
  input: z.strictObject({ reminderId: id('提醒编号') }),
  output: z.strictObject({ personId: z.string(), words: z.string(), answered: z.boolean(), readAt: instant }),
});

/** How many of those reminded on each rung read it and were collected within seven days. */
export const rungEffects = query({
  name: 'notice.rungEffects',
  title: '提醒效果',
  verb: 'reminder.send',
  input: z.strictObject({ divisionCode }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({ rung, label: z.string(), sent: count, delivered: count, read: count, collected: count })
    ),
  }),
});

export const reminding = [listMissing, remind, remindResult, myReminders, openReminder, rungEffects];
