import { covers, own, places } from '@/domain/access';
import { maskName } from '@/domain/identity';
import type { InputOf } from '@/domain/operations/operation';
import * as operations from '@/domain/operations/people/register-moves';
import { Problem } from '@/domain/problem';
import { answerUntil, overdueBefore } from '@/domain/register/transfer-deadline';
import { indexesOfNumber } from '../../people/identity';
import { type Context, handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { pageFrom } from '../../runtime/page';
import { knownPlace, placeName } from '../../runtime/places';
import { findByIdIndex } from '../../store/queries/people/people';
import { sidesOf } from '../../store/queries/register/duplicates';
import { lockPeople, placesOf, type RegisterPersonRow } from '../../store/queries/register/register-people';
import {
  alreadyAsked,
  decide,
  findTransfer,
  insertTransfer,
  listTransfers,
  type TransferRow,
} from '../../store/queries/register/transfers';
import { householdOf } from '../identity/scope';
import { moveHouseholdMembers } from './move';

type Request = InputOf<typeof operations.requestTransfer>;

/**
 * Asks the village that people are registered in to let them go. Whoever answers for that village moves them at once;
 * whoever answers for the village they come to has to ask.
 */
export const requestTransfer = handle(operations.requestTransfer, {
  concerns: async (input, context) => {
    const from = await villageOfAll(input, context);
    return covers(context.actor, from) ? places(from) : places(input.toVillage);
  },
  async act(input, context) {
    const { db, actor, now, services } = context;
    const { toVillage, reason } = input;
    if (knownPlace(services.county, toVillage).level !== 'village')
      throw new Problem('division.unknown', { code: toVillage });
    const ids = await personIdsOf(input, context);
    // Under lock first: two who ask at once for the same person ask one after the other.
    const people = await lockPeople(db, actor.countyCode, ids);
    if (people.some(({ merged_into }) => merged_into !== null))
      throw new Problem('state.changed', { what: '要迁移的人' });
    const from = await villageOfAll(input, context);
    if (from === toVillage) throw refusal('选中的人已经在这个村（居），不用迁移。');
    if (await alreadyAsked(db, actor.countyCode, ids)) throw refusal('其中有人正在办理迁移，请等那一次答复后再申请。');
    await checkHousehold(context, input.toHousehold ?? null, toVillage);
    const transferId = newId('tr', now);
    await insertTransfer(db, actor.countyCode, {
      transferId,
      personIds: ids,
      versions: people.map(({ version }) => version),
      from,
      to: toVillage,
      toHousehold: input.toHousehold ?? null,
      reason,
      askedBy: actor.accountId,
      askedName: actor.name,
      at: now,
    });
    const [only] = ids;
    const subject = ids.length === 1 && only !== undefined ? only : transferId;
    context.note({ subject, place: from, reason, details: { transferId, people: ids.length, to: toVillage } });
    if (!covers(actor, from)) return { transferId, state: 'asked' as const };
    await carryOut(context, transferId, people, { toVillage, toHousehold: input.toHousehold ?? null, reason });
    return { transferId, state: 'done' as const };
  },
});

/** Requests that wait for a post's answer, or that it made. */
export const transfers = handle(operations.transfers, {
  concerns: () => own,
  async act({ side, state, overdue, cursor, limit }, { db, actor, now, services }) {
    const late = overdueBefore(now);
    const filter = {
      side: side === 'toDecide' ? ('from' as const) : ('to' as const),
      places: actor.scopes.map(({ code }) => code),
      state,
      askedBefore: overdue ? late : null,
      after: cursor ?? '',
      limit: limit + 1,
    };
    const page = pageFrom(await listTransfers(db, actor.countyCode, filter), limit, ({ transfer_id }) => transfer_id);
    const people = new Map(
      (
        await sidesOf(
          db,
          actor.countyCode,
          page.items.flatMap(({ person_ids }) => person_ids)
        )
      ).map((row) => [row.person_id, row])
    );
    return {
      next: page.next,
      items: page.items.map((row) => ({
        transferId: row.transfer_id,
        state: row.state,
        people: row.person_ids.flatMap((personId) => {
          const person = people.get(personId);
          if (person === undefined) return [];
          // Who asks for somebody knows his number and not, through this list, his name.
          const mine = person.village_code !== null && covers(actor, person.village_code);
          return [{ personId, name: mine ? person.name : maskName(person.name), idMasked: person.id_masked }];
        }),
        fromVillage: placeName(services.county, row.from_village),
        toVillage: placeName(services.county, row.to_village),
        reason: row.reason,
        askedBy: row.asked_name,
        askedAt: row.asked_at,
        answerUntil: answerUntil(new Date(row.asked_at)),
        overdue: row.state === 'asked' && new Date(row.asked_at) < late,
        answer: row.answer,
        decidedBy: row.decided_name,
        decidedAt: row.decided_at,
      })),
    };
  },
});

/** The village that people are registered in says yes or no. */
export const decideTransfer = handle(operations.decideTransfer, {
  concerns: async ({ transferId }, context) => places((await transferOf(transferId, context)).from_village),
  async act({ transferId, consent, reason }, context) {
    const { db, actor, now, note } = context;
    const row = await transferOf(transferId, context);
    const [only] = row.person_ids;
    const subject = row.person_ids.length === 1 && only !== undefined ? only : transferId;
    note({ subject, place: row.from_village, reason, details: { transferId, consent } });
    if (!consent) {
      const refused = { state: 'refused' as const, answer: reason, by: actor.accountId, name: actor.name, at: now };
      if (!(await decide(db, actor.countyCode, transferId, refused)))
        throw new Problem('state.changed', { what: '这次迁移' });
      return { state: 'refused' as const, moved: 0 };
    }
    const people = await lockPeople(db, actor.countyCode, row.person_ids);
    const gone = people.some((person) => person.village_code !== row.from_village || person.merged_into !== null);
    if (gone || people.length !== row.person_ids.length) throw new Problem('state.changed', { what: '要迁移的人' });
    await checkHousehold(context, row.to_household, row.to_village);
    await carryOut(context, transferId, people, { toVillage: row.to_village, toHousehold: row.to_household, reason });
    return { state: 'done' as const, moved: people.length };
  },
});

export const withdrawTransfer = handle(operations.withdrawTransfer, {
  concerns: async ({ transferId }, context) => places((await transferOf(transferId, context)).to_village),
  async act({ transferId, reason }, { db, actor, now, note }) {
    note({ subject: transferId, reason });
    const withdrawn = { state: 'withdrawn' as const, answer: reason, by: actor.accountId, name: actor.name, at: now };
    if (!(await decide(db, actor.countyCode, transferId, withdrawn)))
      throw new Problem('state.changed', { what: '这次迁移' });
    return { state: 'withdrawn' as const };
  },
});

interface Move {
  toVillage: string;
  toHousehold: string | null;
  reason: string;
}

async function carryOut(
  context: Context,
  transferId: string,
  people: readonly RegisterPersonRow[],
  move: Move
): Promise<void> {
  const { db, actor, now } = context;
  const done = { state: 'done' as const, answer: move.reason, by: actor.accountId, name: actor.name, at: now };
  if (!(await decide(db, actor.countyCode, transferId, done))) throw new Problem('state.changed', { what: '这次迁移' });
  await moveHouseholdMembers(context, people, move);
}

/** The household may have moved or emptied since it was chosen. */
async function checkHousehold(context: Context, householdId: string | null, village: string): Promise<void> {
  if (householdId !== null && (await householdOf(context, householdId)).village_code !== village) {
    throw refusal('要并入的这一户不在迁往的村（居），请重新选择。');
  }
}

async function personIdsOf(input: Request, { db, actor, services }: Context): Promise<string[]> {
  const { idNumber } = input;
  const found =
    idNumber === undefined
      ? undefined
      : await findByIdIndex(db, actor.countyCode, indexesOfNumber(services.secrecy, idNumber));
  if (idNumber !== undefined && found === undefined) throw new Problem('found.nothing', { what: '这个身份证号的人' });
  const ids = [...new Set([...input.personIds, ...(found === undefined ? [] : [found.person_id])])];
  if (ids.length === 0) throw refusal('请选择要迁移的人，或填写他的身份证号。');
  return ids;
}

/** All of them must be registered in one village. */
async function villageOfAll(input: Request, context: Context): Promise<string> {
  const ids = await personIdsOf(input, context);
  const found = await placesOf(context.db, context.actor.countyCode, ids);
  if (found.length !== ids.length) throw new Problem('found.nothing', { what: '这个人' });
  const villages = [...new Set(found.map(({ village_code }) => village_code))];
  const [village] = villages;
  if (villages.length !== 1) throw refusal('选中的人不在同一个村（居），请按村分开申请。');
  if (village === null || village === undefined) throw refusal('此人还没有归属村（居），请在“待归属”里认领。');
  return village;
}

async function transferOf(transferId: string, { db, actor }: Context): Promise<TransferRow> {
  const row = await findTransfer(db, actor.countyCode, transferId);
  if (row === undefined) throw new Problem('found.nothing', { what: '这次迁移' });
  return row;
}

const refusal = (reason: string): Problem => new Problem('register.transfer', { reason });
