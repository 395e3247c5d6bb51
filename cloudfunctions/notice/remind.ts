import { places } from '@/domain/access';
import { isQuiet, type Rung } from '@/domain/campaign';
import { remind as operation } from '@/domain/operations/publicity/reminder';
import { Problem } from '@/domain/problem';
import { handle } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { knownPlace } from '../runtime/places';
import type { Db } from '../store/port';
import {
  addReminders,
  lockPersons,
  missingIn,
  type ReminderPerson,
  remindable,
} from '../store/queries/notice/reminders';
import { deliverWaiting } from './deliver';
import { decide } from './ladder';
import { reminderWords, senderName } from './words';

interface Skipped {
  personId: string;
  why: string;
  next: Rung | null;
}

/** Choose, check the ladder person by person, note it, and let the messages go out after commit. */
export const remind = handle(operation, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ villageCode, whom, rung }, context) {
    const { db, actor, now, note, services, afterCommit } = context;
    knownPlace(services.county, villageCode);
    if (rung === 'wechat' && isQuiet(now)) throw new Problem('remind.quiet');
    const batch = newId('b', now);
    const words = await reminderWords(db, services.county, now);
    const sent: string[] = [];
    const skipped: Skipped[] = [];
    for await (const persons of chosen(db, actor.countyCode, villageCode, whom)) {
      const decided = persons.map((person) => ({ person, decision: decide(person, rung, now) }));
      const going = decided.filter(({ decision }) => decision.send).map(({ person }) => person);
      await addReminders(db, actor.countyCode, {
        batch,
        village: villageCode,
        rung,
        words,
        result: rung === 'wechat' ? 'waiting' : 'sent',
        sentBy: actor.accountId,
        senderName: senderName(actor, services.county, villageCode),
        now,
        reminders: going.map(({ personId, accountId }) => ({ reminderId: newId('r', now), personId, accountId })),
      });
      sent.push(...going.map(({ personId }) => personId));
      for (const { person, decision } of decided) {
        if (!decision.send) skipped.push({ personId: person.personId, why: decision.why, next: decision.next });
      }
    }
    const known = new Set([...sent, ...skipped.map(({ personId }) => personId)]);
    const strangers = whom === 'all' ? [] : whom.filter((personId) => !known.has(personId)).map(unknown);
    const left = [...skipped, ...strangers];
    if (sent.length === 0) throw new Problem('remind.none', { reason: left[0]?.why ?? '本村没有未填报的人。' });
    note({ details: { batch, rung, sent: sent.length, skipped: left.length } });
    if (rung === 'wechat') afterCommit(() => deliverWaiting(services, { batch, milliseconds: 15_000 }));
    return replyOf(batch, whom, sent, left);
  },
});

/** Those chosen, or everyone missing, a few hundred at a time, each locked before he is judged. */
async function* chosen(
  db: Db,
  countyCode: string,
  village: string,
  whom: 'all' | readonly string[]
): AsyncGenerator<ReminderPerson[]> {
  if (whom !== 'all') {
    await lockPersons(db, countyCode, village, whom);
    yield await remindable(db, countyCode, village, whom);
    return;
  }
  let after: readonly [string, string, string] = ['', '', ''];
  for (;;) {
    const rows = await missingIn(db, countyCode, { village, group: null, after, limit: 500 });
    const last = rows.at(-1);
    if (last === undefined) return;
    const ids = rows.map(({ personId }) => personId);
    await lockPersons(db, countyCode, village, ids);
    yield await remindable(db, countyCode, village, ids);
    after = [last.group, last.householdId, last.personId];
  }
}

const unknown = (personId: string): Skipped => ({ personId, why: '此人不在这个村的名册里，请刷新名单。', next: null });

function replyOf(batch: string, whom: 'all' | readonly string[], sent: readonly string[], skipped: readonly Skipped[]) {
  const reasons = new Map<string, number>();
  for (const { why } of skipped) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const persons =
    whom === 'all'
      ? []
      : [
          ...sent.map((personId) => ({ personId, sent: true, why: '', next: null })),
          ...skipped.map((person) => ({ ...person, sent: false })),
        ];
  return {
    batch,
    sent: sent.length,
    skipped: skipped.length,
    persons,
    reasons: [...reasons].map(([why, people]) => ({ why, people })).sort((one, other) => other.people - one.people),
  };
}
