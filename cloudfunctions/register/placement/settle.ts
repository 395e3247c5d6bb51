import { places } from '@/domain/access';
import { settlePlacements as operation } from '@/domain/operations/register-placement';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { editionOf, knownPlace, placeName } from '../../runtime/places';
import { casesToSettle, placeAll, settleCases } from '../../store/queries/placement-queue';
import { lockPeople } from '../../store/queries/register-people';
import { recountPeople } from '../identity/counting';
import { tell } from '../identity/event';
import { townsOf } from '../placements';

/** Clears the queue in bulk. What somebody else settled meanwhile stays as he settled it, and is counted. */
export const settlePlacements = handle(operation, {
  concerns: ({ villageCode }, { services }) => {
    if (knownPlace(services.county, villageCode).level !== 'village')
      throw new Problem('division.unknown', { code: villageCode });
    return places(villageCode);
  },
  async act({ caseIds, villageCode, withHousehold, reason }, context) {
    const { db, actor, now, services } = context;
    const { countyCode } = actor;
    const found = await casesToSettle(db, countyCode, caseIds, withHousehold);
    const towns = townsOf(actor);
    const visible = found.filter(({ town_code }) => town_code === '' || towns === null || towns.includes(town_code));
    const named = visible.filter(({ case_id }) => caseIds.includes(case_id));
    if (named.length !== new Set(caseIds).size) throw new Problem('found.nothing', { what: '这些待归属的人' });
    const ids = visible.map(({ case_id }) => case_id);
    const before = await lockPeople(
      db,
      countyCode,
      visible.map(({ person_id }) => person_id)
    );
    const settled = await settleCases(db, countyCode, ids, { village: villageCode, by: actor.accountId, at: now });
    const where = placeName(services.county, villageCode);
    const placed = {
      village: villageCode,
      edition: editionOf(services.county),
      reason: `由${actor.name}归属到${where}：${reason}`,
      at: now,
    };
    await placeAll(db, countyCode, settled, placed);
    await recountPeople(
      context,
      before.filter(({ person_id }) => settled.includes(person_id))
    );
    for (const personId of settled)
      await tell(context, personId, 'register.place', reason, [`村（居）：（空） → ${where}`]);
    context.note({ reason, details: { settled: settled.length, cases: caseIds.length } });
    return { settled: settled.length, already: named.filter(({ state }) => state !== 'open').length };
  },
});
