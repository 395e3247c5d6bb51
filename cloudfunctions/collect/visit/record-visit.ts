import { attemptDays } from '@/domain/campaign/closing';
import { isContactOutcome, outcomeFits, outcomes } from '@/domain/campaign/visit-outcomes';
import { recordVisit as operation } from '@/domain/operations/collecting/visit';
import type { InputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../../people/scope';
import { dayInChina } from '../../runtime/clock';
import { type Context, handle } from '../../runtime/handle';
import { countChange, factsOf } from '../../store/queries/counters';
import { lockPerson, type PersonRow } from '../../store/queries/people/people';
import { contactsOf, findVisit, insertVisit, markVisited } from '../../store/queries/records/visits';
import { closePerson } from './close-person';

type Input = InputOf<typeof operation>;

/** A knock or a call: kept, counted, and where proof allows the person is closed. */
export const recordVisit = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act(input, context) {
    const { actor, db, now } = context;
    const meaning = readMeaning(input, now);
    const person = await lockPerson(db, actor.countyCode, input.personId);
    if (person === undefined) throw new Problem('found.nothing', { what: '这个人' });
    if (await keep(input, person, context)) await mark(input, person, meaning, context);
    const contacts = await contactsOf(db, actor.countyCode, input.personId);
    const days = attemptDays(
      contacts.map(({ outcome, at }) => ({ outcome, at: new Date(at) })),
      now
    );
    const closing = input.closeAs === undefined ? undefined : await closePerson(input, input.closeAs, context);
    const after = await lockPerson(db, actor.countyCode, input.personId);
    return {
      visitId: input.visitId,
      attempts: after?.attempts ?? person.attempts,
      attemptDays: days,
      collectState: after?.collect_state ?? person.collect_state,
      next: closing ?? nextOf(input),
    };
  },
});

function readMeaning({ outcome, channel, at }: Input, now: Date) {
  if (!isContactOutcome(outcome)) throw new Problem('call.invalid', { field: '走访结果', reason: '不是可选的值' });
  if (!outcomeFits(outcome, channel)) {
    const reason =
      channel === 'visit' ? '这是电话联系的结果，请改选，或把方式改成电话' : '这是上门的结果，请改选，或把方式改成上门';
    throw new Problem('call.invalid', { field: '走访结果', reason });
  }
  // Phones run a few minutes ahead now and then.
  if (new Date(at).getTime() > now.getTime() + 10 * 60_000) throw new Problem('visit.time');
  return outcomes[outcome].meaning;
}

/** False when this visit had been kept before; a visitId of somebody else's is refused. */
async function keep(input: Input, person: PersonRow, { actor, db, now, note }: Context): Promise<boolean> {
  note({ details: { visitId: input.visitId, channel: input.channel } });
  const kept = await insertVisit(db, actor.countyCode, {
    visitId: input.visitId,
    personId: input.personId,
    villageCode: person.village_code,
    channel: input.channel,
    outcome: input.outcome,
    cadre: input.cadre,
    note: input.note,
    appointmentAt: input.appointmentAt ?? null,
    at: new Date(input.at),
    receivedAt: now,
    accountId: actor.accountId,
    postId: actor.postId,
    authorName: actor.name,
  });
  if (kept) return true;
  const earlier = await findVisit(db, actor.countyCode, input.visitId);
  if (earlier?.person_id !== input.personId || earlier.account_id !== actor.accountId)
    throw new Problem('call.replayed');
  return false;
}

async function mark(input: Input, person: PersonRow, meaning: string, { actor, db, now }: Context): Promise<void> {
  const before = factsOf(person);
  const refused = meaning === 'refused' || (person.refused && meaning !== 'reached');
  await markVisited(db, actor.countyCode, {
    personId: input.personId,
    outcome: input.outcome,
    attempts: person.attempts + (meaning === 'reached' ? 0 : 1),
    refused,
    at: new Date(input.at),
    now,
  });
  const after = { ...before, lastOutcome: input.outcome, refused };
  await countChange(db, actor.countyCode, { before, after }, dayInChina(now));
}

const nextOf = ({ outcome }: Input): string => (isContactOutcome(outcome) ? outcomes[outcome].next : '');
