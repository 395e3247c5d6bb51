import { recordDeath as operation } from '@/domain/operations/people/register-moves';
import { Problem } from '@/domain/problem';
import { dayInChina } from '../../runtime/clock';
import { type Context, handle } from '../../runtime/handle';
import { changePerson, membersOf, type RegisterPersonRow } from '../../store/queries/register/register-people';
import { recountPeople } from '../identity/counting';
import { tell } from '../identity/event';
import { concernOfPeople, lockAsSeen } from '../identity/scope';
import { mayHead, settleHead } from './homes';

/** Class 09 of the 人口资源分类; closed, because nobody can be asked any more. */
const dead = { population_class: '09', collect_state: 'closed', employment_state: '' } as const;

/** Somebody has died: his row stays and is closed; a household that lost its head gets the one named, or waits for one. */
export const recordDeath = handle(operation, {
  concerns: ({ personId }, context) => concernOfPeople(context, [personId]),
  async act(input, context) {
    const { db, actor, now } = context;
    const person = await lockAsSeen(context, input);
    if (person.population_class === '09') throw new Problem('state.wrong', { what: '这个人', state: '已登记死亡' });
    if (input.diedOn > dayInChina(now))
      throw new Problem('call.invalid', { field: '死亡日期', reason: '不能晚于今天' });
    if (person.birth_date !== null && input.diedOn < person.birth_date) {
      throw new Problem('call.invalid', { field: '死亡日期', reason: '不能早于出生日期' });
    }
    const wasHead = person.relation === '0';
    await changePerson(db, actor.countyCode, person.person_id, { ...dead, ...(wasHead ? { relation: '9' } : {}) }, now);
    const headMissing =
      wasHead && person.household_id !== null ? !(await nextHead(context, person, input.newHeadPersonId)) : false;
    await recountPeople(context, [person]);
    const facts = [`死亡日期：${input.diedOn}`, `证明人：${input.witness}`];
    await tell(context, person.person_id, 'register.death', input.reason, facts);
    context.note({ subject: person.person_id, reason: input.reason, details: { diedOn: input.diedOn, headMissing } });
    return { personId: person.person_id, version: person.version + 1, headMissing };
  },
});

/** Answers whether the household has a head again. Errors: found.nothing when the one named is not of it. */
async function nextHead(context: Context, person: RegisterPersonRow, newHead: string | undefined): Promise<boolean> {
  const { db, actor, now } = context;
  const householdId = person.household_id ?? '';
  const members = (await membersOf(db, actor.countyCode, householdId)).filter(
    ({ person_id }) => person_id !== person.person_id
  );
  const head = members.find(({ person_id }) => person_id === newHead);
  if (newHead !== undefined && (head === undefined || !mayHead(head))) {
    throw new Problem('found.nothing', { what: '这一户里的新户主' });
  }
  if (head !== undefined) {
    await changePerson(db, actor.countyCode, head.person_id, { relation: '0' }, now);
    await tell(context, head.person_id, 'register.changeHead', '原户主去世', ['成为户主']);
  }
  await settleHead(context, householdId);
  return head !== undefined || !members.some(mayHead);
}
