import { own, places } from '@/domain/access';
import { rungs } from '@/domain/campaign';
import * as operations from '@/domain/operations/publicity/reminder';
import { Problem } from '@/domain/problem';
import { handle } from '../runtime/handle';
import { pageFrom } from '../runtime/page';
import { effectsOf, findReminder, markRead, remindersFor } from '../store/queries/notice/reminder-delivery';
import { linesOfBatch, type ReminderResult, resultsOfBatch } from '../store/queries/notice/reminders';

const sentences: Readonly<Record<ReminderResult, string>> = {
  waiting: '排队等待发送，几分钟内会发出。',
  sending: '正在发送。',
  sent: '已送达。',
  'no-subscription': '对方没有剩余的订阅授权，微信没有发出；打开小程序仍能看到。请打电话提醒。',
  'no-user': '微信里找不到这个人，请打电话提醒。',
  invalid: '消息模板设置有误，没有发出，请联系县就业办；打开小程序仍能看到。',
  unreachable: '当时连不上微信，没有发出；打开小程序仍能看到。请打电话提醒。',
};

export const remindResult = handle(operations.remindResult, {
  concerns: async ({ batch }, { db, actor }) => {
    const [first] = await resultsOfBatch(db, actor.countyCode, batch);
    return places(first?.village ?? actor.countyCode);
  },
  async act({ batch, cursor, limit }, { db, actor }) {
    const results = await resultsOfBatch(db, actor.countyCode, batch);
    if (results.length === 0) throw new Problem('found.nothing', { what: '这一批提醒' });
    const rows = await linesOfBatch(db, actor.countyCode, { batch, after: cursor ?? '', limit: limit + 1 });
    const page = pageFrom(rows, limit, (row) => row.reminderId);
    return {
      items: page.items.map(({ phoneMasked, ...row }) => ({
        ...row,
        next: nextAfter(row.result, phoneMasked !== ''),
        sentence: sentences[row.result],
      })),
      next: page.next,
      results: results.map(({ result, people }) => ({ result, people })),
    };
  },
});

/** Whom WeChat did not reach, the telephone may; without a number somebody goes there. */
const nextAfter = (result: ReminderResult, hasPhone: boolean) => {
  if (result === 'sent' || result === 'waiting' || result === 'sending') return null;
  return hasPhone ? ('phone' as const) : ('cadre' as const);
};

const shownDays = 90;

export const myReminders = handle(operations.myReminders, {
  concerns: () => own,
  async act(_input, { db, actor, now }) {
    const since = new Date(now.getTime() - shownDays * 86_400_000);
    return { items: await remindersFor(db, actor.countyCode, actor.personIds, since) };
  },
});

/** Opening it is how we know that it was seen; it leads to the form of that person. */
export const openReminder = handle(operations.openReminder, {
  concerns: () => own,
  async act({ reminderId }, { db, actor, now, note }) {
    const found = await findReminder(db, actor.countyCode, reminderId);
    if (found === undefined || !actor.personIds.includes(found.personId)) {
      throw new Problem('found.nothing', { what: '这条提醒' });
    }
    await markRead(db, actor.countyCode, reminderId, now);
    note({ subject: found.personId });
    const { personId, words, answered } = found;
    return { personId, words, answered, readAt: now.toISOString() };
  },
});

/** Which rung is worth its trouble. */
export const rungEffects = handle(operations.rungEffects, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode }, { db, actor }) {
    const effects = await effectsOf(db, actor.countyCode, divisionCode);
    const none = { sent: 0, delivered: 0, read: 0, collected: 0 };
    return {
      items: rungs.map((rung) => {
        const { sent, delivered, read, collected } = effects.find((effect) => effect.rung === rung) ?? none;
        return { rung, label: operations.rungs[rung], sent, delivered, read, collected };
      }),
    };
  },
});
