import * as operations from '@/domain/operations/people/register-moves';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { changePerson, membersOf, type RegisterPersonRow } from '../../store/queries/register/register-people';
import { tell } from '../identity/event';
import { claimHousehold, concernOfHousehold, householdOf } from '../identity/scope';
import { insertHomeOf, mayHead, settleHead } from './homes';

/** Some members make a household of their own in the same village. */
export const splitHousehold = handle(operations.splitHousehold, {
  concerns: ({ householdId }, context) => concernOfHousehold(context, householdId),
  async act(input, context) {
    const { db, actor } = context;
    const old = await householdOf(context, input.householdId);
    await claimHousehold(context, input.householdId, input.version);
    const members = await membersOf(db, actor.countyCode, input.householdId);
    const leaving = chosen(members, input.personIds);
    if (leaving.length === members.length) throw refusal('不能把全户都分出去，至少留一人在原户。');
    const head = leaving.find(({ person_id }) => person_id === input.headPersonId);
    if (head === undefined) throw refusal('新户的户主要在分出去的人里选。');
    refuseHead(head);
    const householdId = newId('h', context.now);
    const { householdNo, houseNo, address } = input;
    const place = { village: old.village_code, groupName: old.group_name };
    await insertHomeOf(context, {
      householdId,
      ...place,
      householdNo,
      houseNo,
      address: address === '' ? old.address : address,
    });
    for (const person of leaving) {
      const relation = person.person_id === input.headPersonId ? '0' : ownRelation(input.relations[person.person_id]);
      await changePerson(db, actor.countyCode, person.person_id, { household_id: householdId, relation }, context.now);
      await tell(context, person.person_id, 'register.split', input.reason, ['从原户分出，另立一户']);
    }
    await settleHead(context, householdId);
    await settleHead(context, input.householdId);
    context.note({
      subject: householdId,
      reason: input.reason,
      details: { from: input.householdId, to: householdId, people: leaving.length },
    });
    return { householdId, version: (await householdOf(context, householdId)).version };
  },
});

/** All members of one household join another one of the same village; the emptied one stays as history. */
export const joinHouseholds = handle(operations.joinHouseholds, {
  concerns: ({ into, from }, context) => concernOfHousehold(context, into.householdId, from.householdId),
  async act({ into, from, relations, reason }, context) {
    const { db, actor } = context;
    if (into.householdId === from.householdId) throw refusal('选中的是同一户，不用并户。');
    const [target, source] = [
      await householdOf(context, into.householdId),
      await householdOf(context, from.householdId),
    ];
    if (target.head_person_id === null) throw refusal('要并入的这一户没有户主，请先为它确定户主。');
    if (target.village_code !== source.village_code) throw refusal('两户不在同一个村（居），请先办理村间迁移。');
    for (const one of [into, from].sort((a, b) => (a.householdId < b.householdId ? -1 : 1))) {
      await claimHousehold(context, one.householdId, one.version);
    }
    const members = await membersOf(db, actor.countyCode, from.householdId);
    if (members.length === 0) throw refusal('被并的这一户已经没有人，不用并户。');
    for (const person of members) {
      const change = {
        household_id: into.householdId,
        relation: ownRelation(relations[person.person_id]),
        group_name: target.group_name,
      };
      await changePerson(db, actor.countyCode, person.person_id, change, context.now);
      await tell(context, person.person_id, 'register.joinHouseholds', reason, ['并入另一户']);
    }
    await settleHead(context, into.householdId);
    await settleHead(context, from.householdId);
    const details = { from: from.householdId, to: into.householdId, people: members.length };
    context.note({ subject: into.householdId, reason, details });
    return {
      householdId: into.householdId,
      version: (await householdOf(context, into.householdId)).version,
      moved: members.length,
    };
  },
});

/** Another member becomes the head; the others' relations are theirs to him from now on. */
export const changeHead = handle(operations.changeHead, {
  concerns: ({ householdId }, context) => concernOfHousehold(context, householdId),
  async act({ householdId, version, headPersonId, relations, reason }, context) {
    const { db, actor } = context;
    await claimHousehold(context, householdId, version);
    const members = await membersOf(db, actor.countyCode, householdId);
    const [head] = chosen(members, [headPersonId]);
    if (head === undefined) throw new Problem('found.nothing', { what: '新户主' });
    refuseHead(head);
    for (const person of members) {
      const given = person.person_id === headPersonId ? '0' : relations[person.person_id];
      const relation = given ?? (person.relation === '0' ? '9' : person.relation);
      if (relation === person.relation) continue;
      await changePerson(db, actor.countyCode, person.person_id, { relation }, context.now);
      const changes = person.person_id === headPersonId ? ['成为户主'] : ['与户主关系随户主变更'];
      await tell(context, person.person_id, 'register.changeHead', reason, changes);
    }
    await settleHead(context, householdId);
    context.note({ subject: headPersonId, reason, details: { householdId } });
    return { householdId, version: (await householdOf(context, householdId)).version };
  },
});

/** Errors: found.nothing when one of them is not of this household. */
function chosen(members: readonly RegisterPersonRow[], personIds: readonly string[]): RegisterPersonRow[] {
  const found = members.filter(({ person_id }) => personIds.includes(person_id));
  if (found.length !== new Set(personIds).size) throw new Problem('found.nothing', { what: '这一户里的这个人' });
  return found;
}

/** A second head would break the household: who is not named comes as another member. */
function ownRelation(relation: string | undefined): string {
  if (relation === '0') throw refusal('一户只能有一个户主，请改正其他人与户主的关系。');
  return relation ?? '9';
}

function refuseHead(person: RegisterPersonRow): void {
  if (person.collect_state === 'closed') throw refusal(`${person.name}已办结，不能作户主，请另选一人。`);
  if (!mayHead(person)) throw refusal(`${person.name}已移出名册，不能作户主，请另选一人。`);
}

const refusal = (reason: string): Problem => new Problem('register.household', { reason });
