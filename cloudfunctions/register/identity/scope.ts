import { type Concern, places } from '@/domain/access';
import { Problem } from '@/domain/problem';
import type { Context } from '../../runtime/handle';
import { findHousehold, type HouseholdRow } from '../../store/queries/people/households';
import { lockPeople, placesOf, type RegisterPersonRow } from '../../store/queries/register/register-people';

/** Where all these people stand; one without a village is the county's to decide. Errors: found.nothing. */
export async function concernOfPeople({ db, actor }: Context, personIds: readonly string[]): Promise<Concern> {
  const wanted = [...new Set(personIds)];
  const found = await placesOf(db, actor.countyCode, wanted);
  if (found.length !== wanted.length) throw new Problem('found.nothing', { what: '这个人' });
  return places(...found.map(({ village_code }) => village_code ?? actor.countyCode));
}

/** Errors: found.nothing. */
export async function concernOfHousehold(context: Context, ...householdIds: readonly string[]): Promise<Concern> {
  const villages: string[] = [];
  for (const id of householdIds)
    villages.push((await householdOf(context, id)).village_code ?? context.actor.countyCode);
  return places(...villages);
}

export async function householdOf({ db, actor }: Context, householdId: string): Promise<HouseholdRow> {
  const household = await findHousehold(db, actor.countyCode, householdId);
  if (household === undefined) throw new Problem('found.nothing', { what: '这一户' });
  return household;
}

/**
 * One person under lock, as the caller last saw him.
 * Errors: found.nothing; state.changed when he has changed since, or was merged into somebody.
 */
export async function lockAsSeen(
  context: Context,
  { personId, version }: { personId: string; version: number }
): Promise<RegisterPersonRow> {
  const [person] = await lockPeople(context.db, context.actor.countyCode, [personId]);
  if (person === undefined) throw new Problem('found.nothing', { what: '这个人' });
  if (person.version !== version || person.merged_into !== null)
    throw new Problem('state.changed', { what: '这个人的信息' });
  return person;
}

/** A household under lock through its row's version: whoever comes second changes nothing. */
export async function claimHousehold(
  { db, actor, now }: Context,
  householdId: string,
  version: number
): Promise<number> {
  const changed = await db.run(
    `UPDATE household SET version = version + 1, updated_at = $4::timestamptz
     WHERE county_code = $1::text AND household_id = $2::text AND version = $3::integer`,
    [actor.countyCode, householdId, version, now]
  );
  if (changed === 0) throw new Problem('state.changed', { what: '这一户' });
  return version + 1;
}
