import type { Context } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { editionOf, placeName } from '../../runtime/places';
import { moveRecords } from '../../store/queries/register/import-write';
import { changePerson, membersOf, type RegisterPersonRow } from '../../store/queries/register/register-people';
import { recountPeople } from '../identity/counting';
import { tell } from '../identity/event';
import { insertHomeOf, mayHead, moveHome, settleHead } from './homes';

interface Move {
  toVillage: string;
  /** The household they join; null: their own one goes along when all of it moves, else they make a new one. */
  toHousehold: string | null;
  reason: string;
}

/** Puts people of one village into another one, with their record, their household and the counters. */
export async function moveHouseholdMembers(
  context: Context,
  people: readonly RegisterPersonRow[],
  move: Move
): Promise<void> {
  const { db, actor, now, services } = context;
  const households = [...new Set(people.flatMap(({ household_id }) => household_id ?? []))];
  const goingAlong = new Map<string, string>();
  const newHeads = new Set<string>();
  for (const householdId of households) {
    const leaving = people.filter(({ household_id }) => household_id === householdId);
    const whole = (await membersOf(db, actor.countyCode, householdId)).length === leaving.length;
    goingAlong.set(householdId, move.toHousehold ?? (whole ? householdId : await newHome(context, move)));
    if (!whole && move.toHousehold === null) newHeads.add(headAmong(leaving));
    if (whole && move.toHousehold === null) await moveHome(context, householdId, move.toVillage);
  }
  const name = (code: string | null): string => (code === null ? '（空）' : placeName(services.county, code));
  for (const person of people) {
    const householdId = person.household_id === null ? move.toHousehold : (goingAlong.get(person.household_id) ?? null);
    await changePerson(
      db,
      actor.countyCode,
      person.person_id,
      {
        village_code: move.toVillage,
        village_edition: editionOf(services.county),
        old_village_code: '',
        group_name: '',
        household_id: householdId,
        relation: relationAfter(person, move, newHeads),
        placed_by: 'transfer',
        placed_reason: `由${actor.name}办理，从${name(person.village_code)}迁到${name(move.toVillage)}。`,
        placed_confidence: '1',
      },
      now
    );
    await tell(context, person.person_id, 'register.transfer', move.reason, [
      `村（居）：${name(person.village_code)} → ${name(move.toVillage)}`,
    ]);
  }
  for (const householdId of new Set([...households, ...goingAlong.values()])) await settleHead(context, householdId);
  await moveRecords(
    db,
    actor.countyCode,
    people.map(({ person_id }) => person_id)
  );
  await recountPeople(context, people);
}

/** In a household of others nobody who joins is its head; a household of their own has one. */
function relationAfter(
  { person_id, relation }: RegisterPersonRow,
  { toHousehold }: Move,
  newHeads: ReadonlySet<string>
): string {
  if (newHeads.has(person_id)) return '0';
  return toHousehold !== null && relation === '0' ? '9' : relation;
}

async function newHome(context: Context, { toVillage }: Move): Promise<string> {
  const householdId = newId('h', context.now);
  await insertHomeOf(context, {
    householdId,
    village: toVillage,
    groupName: '',
    householdNo: '',
    houseNo: '',
    address: '',
  });
  return householdId;
}

const headAmong = (people: readonly RegisterPersonRow[]): string =>
  (people.find(({ relation }) => relation === '0') ?? people.find(mayHead) ?? people[0])?.person_id ?? '';
