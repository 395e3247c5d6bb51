import { deltasBetween, type PersonFacts } from '@/domain/campaign/measures';
import { dayInChina } from '../runtime/clock';
import { newId } from '../runtime/ids';
import type { Services } from '../runtime/services';
import type { Db } from '../store/port';
import { openDuplicate, openPlacement } from '../store/queries/cases';
import { applyDeltas } from '../store/queries/counters';
import { findNamesake, insertPerson } from '../store/queries/people/people';
import type { ReadIdentity } from './identity';
import type { PlacedPerson } from './place';
import { noId, noPhone, sealId, sealPhone } from './sealed';

export interface PersonToAdd {
  /** Where the phone has named him already. */
  personId?: string | undefined;
  identity: ReadIdentity;
  placed: PlacedPerson;
  origin: 'added' | 'declared';
  householdId: string | null;
  relation: string;
  groupName?: string;
  ethnic?: string | undefined;
  phone?: string | undefined;
}

/**
 * Puts somebody whom the register does not have into the county: sealed, placed or queued, counted.
 * A namesake of the same birth date in the same village opens a case for a human.
 * Errors: StoreConflict person_identity when the number is somebody's already.
 */
export async function addToCounty(
  { db, now, services }: { db: Db; now: Date; services: Services },
  person: PersonToAdd
): Promise<{ personId: string; doubtful: boolean }> {
  const { countyCode } = services.county;
  const { identity, placed, origin } = person;
  const { idNumber, ...named } = identity;
  const { queue, ...place } = placed;
  const personId = person.personId ?? newId('p', now);
  await insertPerson(
    db,
    countyCode,
    {
      person_id: personId,
      household_id: person.householdId,
      relation: person.relation,
      ...named,
      ...(idNumber === null ? noId : sealId(services.secrecy, countyCode, personId, idNumber)),
      ...(person.phone === undefined ? noPhone : sealPhone(services.secrecy, countyCode, personId, person.phone)),
      ethnic: person.ethnic ?? '',
      ...place,
      group_name: person.groupName || place.group_name,
      origin,
    },
    now
  );
  if (queue !== null) await openPlacement(db, countyCode, { caseId: newId('pc', now), personId, ...queue, at: now });
  const after = { ...nobodyYet, villageCode: place.village_code, origin };
  await applyDeltas(db, countyCode, deltasBetween(null, after, countyCode), dayInChina(now));
  const namesake = await findNamesake(db, countyCode, {
    ...named,
    person_id: personId,
    village_code: place.village_code,
  });
  if (namesake !== undefined) {
    await openDuplicate(db, countyCode, {
      caseId: newId('dc', now),
      kind: 'sameNameBirthVillage',
      personA: namesake.person_id,
      personB: personId,
      evidence: {},
      place: place.village_code ?? '',
      at: now,
    });
  }
  return { personId, doubtful: namesake !== undefined };
}

const nobodyYet: Omit<PersonFacts, 'villageCode' | 'origin'> = {
  collectState: 'due',
  populationClass: '',
  employmentState: '',
  recordMode: '',
  lastOutcome: '',
  refused: false,
  counted: true,
};
