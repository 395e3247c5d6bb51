import { isQuiet } from '@/domain/campaign';
import { noticeLink, reminderLink } from '@/domain/campaign/links';
import { localDay } from '@/domain/identity';
import type { Message, SendResult } from '../edges/ports';
import { describeSurprise } from '../runtime/log';
import type { Services } from '../runtime/services';
import type { Db } from '../store/port';
import {
  type ClaimedNotice,
  claimNotices,
  settleLostNotices,
  settleNotice,
} from '../store/queries/notice/notice-delivery';
import {
  type Claimed,
  claimWaiting,
  settleLostReminders,
  settleReminder,
} from '../store/queries/notice/reminder-delivery';
import { deadlineWords, spokenDay } from './words';

/** A sender that has been silent for so long has died. */
const lostAfterMinutes = 10;
const together = 10;

interface Queue<One> {
  settleLost(db: Db, before: Date): Promise<unknown>;
  claim(db: Db, now: Date): Promise<One[]>;
  message(one: One): Message;
  settle(db: Db, one: One, result: SendResult): Promise<unknown>;
}

/**
 * Sends reminders that wait, until none is left or the time is over; what remains goes out with the next timer.
 * @param batch only these; null for all that wait
 */
export async function deliverWaiting(
  services: Services,
  { batch, milliseconds }: { batch: string | null; milliseconds: number }
): Promise<void> {
  const { store, clock, county } = services;
  const deadline = await store.read((db) => deadlineWords(db, county, localDay(clock.now())));
  const queue: Queue<Claimed> = {
    settleLost: (db, before) => settleLostReminders(db, county.countyCode, before),
    claim: (db, now) => claimWaiting(db, county.countyCode, { batch, limit: together, now }),
    message: (one) => reminderMessage(one, deadline),
    settle: (db, { reminderId }, result) => settleReminder(db, county.countyCode, reminderId, result),
  };
  await drain(services, queue, milliseconds);
}

/** The same for notices: whoever agreed to be told of one is told once. */
export async function deliverNotices(services: Services, milliseconds: number): Promise<void> {
  const { countyCode } = services.county;
  const queue: Queue<ClaimedNotice> = {
    settleLost: (db, before) => settleLostNotices(db, countyCode, before),
    claim: (db, now) => claimNotices(db, countyCode, { limit: together, now }),
    message: noticeMessage,
    settle: (db, { noticeId, accountId }, result) => settleNotice(db, countyCode, { noticeId, accountId, result }),
  };
  await drain(services, queue, milliseconds);
}

/** A message is claimed before it is sent, so two senders at once, or a timer that fires twice, send it once. */
async function drain<One>(services: Services, queue: Queue<One>, milliseconds: number): Promise<void> {
  const { store, clock } = services;
  const end = clock.now().getTime() + milliseconds;
  const lostBefore = new Date(clock.now().getTime() - lostAfterMinutes * 60_000);
  await store.transaction((db) => queue.settleLost(db, lostBefore));
  while (clock.now().getTime() < end && !isQuiet(clock.now())) {
    const now = clock.now();
    const claimed = await store.transaction((db) => queue.claim(db, now));
    if (claimed.length === 0) return;
    await Promise.all(
      claimed.map(async (one) => {
        const result = await send(services, queue.message(one));
        await store.transaction((db) => queue.settle(db, one, result));
      })
    );
  }
}

const reminderMessage = (
  { reminderId, personId, accountId, openid, senderName }: Claimed,
  deadline: string
): Message => ({
  accountId,
  openid,
  template: 'reminder',
  page: reminderLink(personId, reminderId),
  data: {
    matter: '就业信息填报',
    ...(deadline === '' ? {} : { deadline }),
    from: senderName,
    note: '还没有填报，请点开填写',
  },
});

const noticeMessage = ({ noticeId, accountId, openid, title, issuer, publishedAt }: ClaimedNotice): Message => ({
  accountId,
  openid,
  template: 'notice',
  page: noticeLink(noticeId).slice(1),
  data: { title, from: issuer, date: spokenDay(localDay(new Date(publishedAt))) },
});

/** An edge that breaks is a message that could not be sent, not a reason to leave the others unsent. */
async function send(services: Services, message: Message): Promise<SendResult> {
  try {
    return await services.edges.messages.send(message);
  } catch (error) {
    const surprise = describeSurprise(error);
    services.log({ operation: 'notice.deliver', requestId: '', outcome: 'unreachable', milliseconds: 0, surprise });
    return 'unreachable';
  }
}
