import { covers, places } from '@/domain/access';
import { isCode } from '@/domain/codes';
import type { InputOf } from '@/domain/operations/operation';
import { addPerson as operation } from '@/domain/operations/people/register';
import { Problem } from '@/domain/problem';
import { addToCounty } from '../people/add';
import { readIdentity, readPhoneNumber } from '../people/identity';
import type { PlacedPerson } from '../people/place';
import { villageOf } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import { type Context, handle } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { editionOf, knownPlace } from '../runtime/places';
import { addAlias } from '../store/queries/field/phones';
import { findHousehold, insertHousehold, takeHead } from '../store/queries/people/households';
import { findByIdIndex, type PersonRow } from '../store/queries/people/people';

type Input = InputOf<typeof operation>;

/** Met at the door and not in the register: a new person of the household, unless the number is known already. */
export const addPerson = handle(operation, {
  concerns: ({ villageCode }, { services }) => {
    if (knownPlace(services.county, villageCode).level !== 'village')
      throw new Problem('division.unknown', { code: villageCode });
    return places(villageCode);
  },
  async act(input, context) {
    const { actor, db, now, services, note } = context;
    const identity = readIdentity(input, dayInChina(now));
    if (input.ethnic !== undefined && !isCode('ethnic', input.ethnic))
      throw new Problem('call.invalid', { field: '民族', reason: '不是可选的值' });
    const indexes = identity.idNumber === null ? [] : services.secrecy.indexes('idNumber', identity.idNumber);
    const known = indexes.length === 0 ? undefined : await findByIdIndex(db, actor.countyCode, indexes);
    if (known !== undefined) return alreadyThere(known, input, context);
    const householdId = await householdFor(input, context);
    const added = await addToCounty(
      { db, now, services },
      {
        personId: input.newPersonId,
        identity,
        placed: atTheDoor(input.villageCode, editionOf(services.county)),
        origin: 'added',
        householdId,
        relation: input.relation,
        groupName: input.groupName,
        ethnic: input.ethnic,
        phone: input.phone ? readPhoneNumber(input.phone) : undefined,
      }
    );
    if (input.relation === '0') await takeHead(db, actor.countyCode, householdId, added.personId, now);
    note({ subject: added.personId, place: input.villageCode, details: { outcome: 'added' } });
    const village = villageOf(services.county, input.villageCode);
    return { outcome: 'added' as const, personId: added.personId, householdId, village, doubtful: added.doubtful };
  },
});

/**
 * In one's own villages he is shown; elsewhere no more than the village, where his people know him. What the phone
 * still sends about him under its own name is about this person.
 */
async function alreadyThere(known: PersonRow, { newPersonId }: Input, { actor, db, now, services, note }: Context) {
  if (newPersonId !== undefined) {
    const alias = { phonePersonId: newPersonId, personId: known.person_id, accountId: actor.accountId, at: now };
    await addAlias(db, actor.countyCode, alias);
  }
  const mine = known.village_code !== null && covers(actor, known.village_code);
  note({ subject: known.person_id, details: { outcome: mine ? 'known' : 'elsewhere' } });
  return {
    outcome: mine ? ('known' as const) : ('elsewhere' as const),
    personId: mine ? known.person_id : null,
    householdId: mine ? known.household_id : null,
    village: villageOf(services.county, known.village_code),
    doubtful: false,
  };
}

async function householdFor(input: Input, { actor, db, now }: Context): Promise<string> {
  const wanted = input.householdId ?? input.newHouseholdId;
  const household = wanted === undefined ? undefined : await findHousehold(db, actor.countyCode, wanted);
  if (household === undefined && input.householdId === undefined) {
    const householdId = wanted ?? newId('h', now);
    const { villageCode: village, groupName, houseNo, address } = input;
    await insertHousehold(db, actor.countyCode, { householdId, village, groupName, houseNo, address, at: now });
    return householdId;
  }
  if (household?.village_code !== input.villageCode) throw new Problem('found.nothing', { what: '这个村的这一户' });
  if (input.relation === '0' && household.head_person_id !== null) {
    throw new Problem('call.invalid', { field: '与户主关系', reason: '这一户已经有户主' });
  }
  return household.household_id;
}

const atTheDoor = (village: string, edition: string): PlacedPerson => ({
  village_code: village,
  village_edition: edition,
  old_village_code: '',
  group_name: '',
  placed_by: 'chosen',
  placed_reason: '采集员上门时登记在这个村。',
  placed_confidence: '0.8',
  queue: null,
});
