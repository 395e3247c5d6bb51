import { type Actor, type Concern, ofPerson } from '@/domain/access';
import { partsOfPerson } from '@/domain/campaign/parts';
import { Problem } from '@/domain/problem';
import type { Db } from '../store/port';
import { placeOfPerson } from '../store/queries/people/people';

/** Looks up where a person stands, so that the call can be measured against the scopes. Errors: found.nothing. */
export async function concernOfPerson(db: Db, actor: Actor, personId: string): Promise<Concern> {
  const place = await placeOfPerson(db, actor.countyCode, personId);
  if (place === undefined) throw new Problem('found.nothing', { what: '这个人' });
  const { village_code, group_name: groupName, old_village_code: oldVillageCode } = place;
  return ofPerson(personId, village_code ?? actor.countyCode, partsOfPerson({ groupName, oldVillageCode }));
}

/** The parts of a village (groups, old villages) that this post may see; null when it may see all of it. */
export function partsOf(actor: Actor, village: string): string[] | null {
  const covering = actor.scopes.filter(({ code }) => village.startsWith(code));
  return covering.some(({ part }) => part === '') ? null : covering.map(({ part }) => part);
}
