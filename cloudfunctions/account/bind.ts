import { nameKey } from '@/domain/identity';
import { Problem } from '@/domain/problem';
import { addToCounty } from '../people/add';
import { type ReadIdentity, readIdentity } from '../people/identity';
import { placePerson } from '../people/place';
import { villageOf } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import type { Context } from '../runtime/handle';
import { bindPerson, selfBindings } from '../store/queries/people/own-persons';
import { findByIdIndex, findPerson, type PersonRow } from '../store/queries/people/people';

export interface Claim {
  relation: string;
  name: string;
  idNumber: string | null;
  noNumberReason?: string;
  sex?: string | undefined;
  birthDate?: string | undefined;
  villageCode?: string | undefined;
}

/**
 * Binds the person of the register whose name and number both match; somebody the register does not have becomes a
 * declared person of his own. A number that stands under another name binds nothing and says no more than that.
 * Errors: person.mismatch, person.boundElsewhere, person.alreadySelf, and those of reading a name and number.
 */
export async function bind(claim: Claim, context: Context) {
  const { actor, db, now, services, note } = context;
  const identity = readIdentity(claim, dayInChina(now));
  const known =
    identity.idNumber === null
      ? undefined
      : await findByIdIndex(db, actor.countyCode, services.secrecy.indexes('idNumber', identity.idNumber));
  if (known !== undefined && known.name_key !== nameKey(claim.name)) throw new Problem('person.mismatch');
  const personId = known?.person_id ?? (await declare(claim, identity, context));
  if (claim.relation === 'self') await refuseSecondSelf(context, personId);
  const binding = { county: actor.countyCode, accountId: actor.accountId, personId, relation: claim.relation, at: now };
  await bindPerson(db, binding);
  const person = known ?? (await findPerson(db, actor.countyCode, personId));
  if (person === undefined) throw new Problem('call.busy');
  note({ subject: personId, place: person.village_code ?? '', details: { outcome: known ? 'bound' : 'declared' } });
  return { outcome: known ? ('bound' as const) : ('declared' as const), ...describe(person, context) };
}

async function declare(claim: Claim, identity: ReadIdentity, { db, now, services }: Context): Promise<string> {
  const chosen = claim.villageCode === undefined ? {} : { chosen: { code: claim.villageCode } };
  const placed = await placePerson(db, services.county, chosen);
  const { personId } = await addToCounty(
    { db, now, services },
    { identity, placed, origin: 'declared', householdId: null, relation: unknownRelation }
  );
  return personId;
}

/** relation_short 9, other: which relation to the head is only known once somebody says so. */
const unknownRelation = '9';

async function refuseSecondSelf({ actor, db }: Context, personId: string): Promise<void> {
  const { mine, elsewhere } = await selfBindings(db, actor.countyCode, actor.accountId, personId);
  if (mine !== null && mine !== personId) throw new Problem('person.alreadySelf');
  if (elsewhere) throw new Problem('person.boundElsewhere');
}

const describe = (person: PersonRow, { services }: Context) => ({
  personId: person.person_id,
  name: person.name,
  idMasked: person.id_masked,
  village: villageOf(services.county, person.village_code),
  why: person.placed_reason || registeredHere,
});

const registeredHere = '县户籍名册上您的户籍在这里。';
