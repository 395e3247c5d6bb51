import { places } from '@/domain/access';
import { claimPlacement as operation } from '@/domain/operations/people/placement';
import { Problem } from '@/domain/problem';
import { namedVillage } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import { type Context, handle } from '../runtime/handle';
import { editionOf, knownPlace, placeName } from '../runtime/places';
import { findPlacementCase, type PlacementCaseRow, settlePlacement } from '../store/queries/cases';
import { countChange, factsOf } from '../store/queries/counters';
import { lockPerson, moveToVillage } from '../store/queries/people/people';
import { townsOf } from './placements';

/** A committee says «he is ours», a town says whose he is. Whoever is second is told where he went. */
export const claimPlacement = handle(operation, {
  concerns: ({ villageCode }, { services }) => {
    if (knownPlace(services.county, villageCode).level !== 'village')
      throw new Problem('division.unknown', { code: villageCode });
    return places(villageCode);
  },
  async act({ caseId, villageCode }, context) {
    const { actor, db, now, services, note } = context;
    const found = await findPlacementCase(db, actor.countyCode, caseId);
    if (found === undefined || !visible(found, context)) throw new Problem('found.nothing', { what: '这个待归属的人' });
    const settled = await settlePlacement(db, actor.countyCode, { caseId, villageCode, by: actor.accountId, at: now });
    if (!settled)
      throw new Problem('placement.settled', { village: placeName(services.county, found.village_code ?? '') });
    await move(found.person_id, villageCode, context);
    note({ subject: found.person_id, details: { caseId } });
    return { personId: found.person_id, village: namedVillage(services.county, villageCode) };
  },
});

function visible({ town_code }: PlacementCaseRow, { actor }: Context): boolean {
  const towns = townsOf(actor);
  return town_code === '' || towns === null || towns.includes(town_code);
}

async function move(personId: string, village: string, { actor, db, now, services }: Context): Promise<void> {
  const person = await lockPerson(db, actor.countyCode, personId);
  if (person === undefined) throw new Problem('found.nothing', { what: '这个人' });
  const before = factsOf(person);
  await moveToVillage(db, actor.countyCode, {
    personId,
    village,
    edition: editionOf(services.county),
    by: 'claimed',
    reason: `由${actor.name}认领到${placeName(services.county, village)}。`,
    confidence: '1',
    at: now,
  });
  await countChange(db, actor.countyCode, { before, after: { ...before, villageCode: village } }, dayInChina(now));
}
