import { isQuiet } from '@/domain/campaign';
import { reminderLink } from '@/domain/campaign/links';
import { localDay } from '@/domain/identity';
import type { SendResult } from '../edges/ports';
import { describeSurprise } from '../runtime/log';
import type { Services } from '../runtime/services';
import { type Claimed, claimWaiting, settleReminder } from '../store/queries/reminder-delivery';
import { deadlineWords } from './words';

/** A sender that has been silent for so long has died. */
const lostAfterMinutes = 10;
const together = 5;

/**
 * Sends reminders that wait, until none is left or the time is over; what remains goes out with the next timer.
 * A message is claimed before it is sent, so two senders at once, or a timer that fires twice, send it once.
 * @param batch only these; null for all that wait
 */
export async function deliverWaiting(
  services: Services,
  { batch, milliseconds }: { batch: string | null; milliseconds: number }
): Promise<void> {
  const { store, clock, county } = services;
  const end = clock.now().getTime() + milliseconds;
  const today = localDay(clock.now());
  const deadline = await store.read((db) => deadlineWords(db, county, today));
  while (clock.now().getTime() < end && !isQuiet(clock.now())) {
    const now = clock.now();
    const lostBefore = new Date(now.getTime() - lostAfterMinutes * 60_000);
    const claimed = await store.transaction((db) =>
      claimWaiting(db, county.countyCode, { batch, limit: together, now, lostBefore })
    );
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((one) => deliver(services, one, deadline)));
  }
}

async function deliver(
  services: Services,
  { reminderId, personId, accountId, openid, senderName }: Claimed,
  deadline: string
) {
  const { store, county } = services;
  const result = await send(services, {
    accountId,
    openid,
    template: 'reminder' as const,
    page: reminderLink(personId, reminderId),
    data: {
      matter: '就业信息填报',
      ...(deadline === '' ? {} : { deadline }),
      from: senderName,
      note: '还没有填报，请点开填写',
    },
  });
  await store.transaction((db) => settleReminder(db, county.countyCode, reminderId, result));
}

/** An edge that breaks is a message that could not be sent, not a reason to leave the others unsent. */
async function send(
  services: Services,
  message: Parameters<Services['edges']['messages']['send']>[0]
): Promise<SendResult> {
  try {
    return await services.edges.messages.send(message);
  } catch (error) {
    const surprise = describeSurprise(error);
    services.log({ operation: 'notice.deliver', requestId: '', outcome: 'unreachable', milliseconds: 0, surprise });
    return 'unreachable';
  }
}
