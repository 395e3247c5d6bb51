import type { Context } from '../../runtime/handle';
import { editionOf, placeName } from '../../runtime/places';
import { placeAll, settleCases } from '../../store/queries/register/placement-queue';
import { lockPeople } from '../../store/queries/register/register-people';
import { recountPeople } from '../identity/counting';
import { tell } from '../identity/event';

/** Puts those whose cases are still open into the village, counts them there and tells their history. Answers who. */
export async function settleWaiting(
  context: Context,
  waiting: readonly { case_id: string; person_id: string }[],
  villageCode: string,
  reason: string
): Promise<string[]> {
  const { db, actor, now, services } = context;
  const { countyCode } = actor;
  const before = await lockPeople(
    db,
    countyCode,
    waiting.map(({ person_id }) => person_id)
  );
  const settled = await settleCases(
    db,
    countyCode,
    waiting.map(({ case_id }) => case_id),
    { village: villageCode, by: actor.accountId, at: now }
  );
  const where = placeName(services.county, villageCode);
  await placeAll(db, countyCode, settled, {
    village: villageCode,
    edition: editionOf(services.county),
    reason: `由${actor.name}归属到${where}：${reason}`,
    at: now,
  });
  await recountPeople(
    context,
    before.filter(({ person_id }) => settled.includes(person_id))
  );
  for (const personId of settled)
    await tell(context, personId, 'register.place', reason, [`村（居）：（空） → ${where}`]);
  return settled;
}
