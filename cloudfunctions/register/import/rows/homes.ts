import { placeOfHead, type RegisterPlace } from '@/domain/register/place';
import { newId } from '../../../runtime/ids';
import type { HouseholdRow } from '../../../store/queries/register/import-match';
import type { PreparedFacts, PreparedRow } from './prepare';

/** A household of the page: one the store has, or one that a row of the page brings. */
export interface Home {
  householdId: string;
  key: string;
  isNew: boolean;
  villageCode: string | null;
  group: string;
  oldVillageCode: string;
  headPersonId: string | null;
  /** The head's row, else the first: what it says of the house holds for the household. */
  spokesman: PreparedFacts;
}

/** The households the rows of a page belong to, by key. */
export function gatherHomes(
  rows: readonly PreparedRow[],
  known: readonly HouseholdRow[],
  now: Date
): Map<string, Home> {
  const byKey = new Map(known.map((household) => [household.register_key, household]));
  const homes = new Map<string, Home>();
  for (const { facts } of rows) {
    if (facts?.householdKey == null) continue;
    const home =
      homes.get(facts.householdKey) ?? newHome(facts, facts.householdKey, byKey.get(facts.householdKey), now);
    homes.set(facts.householdKey, home);
    speak(home, facts);
  }
  return homes;
}

/** Where a row puts a person; one that says nothing follows the rest of its household. */
export function placeInHome(facts: PreparedFacts, home: Home | undefined): RegisterPlace {
  if (facts.place.villageCode !== null || home === undefined || home.villageCode === null) return facts.place;
  const { villageCode, oldVillageCode, group } = home;
  return placeOfHead({ villageCode, oldVillageCode, group }, facts.row.group);
}

function newHome(facts: PreparedFacts, key: string, known: HouseholdRow | undefined, now: Date): Home {
  return {
    householdId: known?.household_id ?? newId('h', now),
    key,
    isNew: known === undefined,
    villageCode: known?.village_code ?? null,
    group: known?.group_name ?? '',
    oldVillageCode: '',
    headPersonId: known?.head_person_id ?? null,
    spokesman: facts,
  };
}

/** The head's place goes before that of the first member who has one. */
function speak(home: Home, facts: PreparedFacts): void {
  const isHead = facts.row.relation === '0';
  const { villageCode, group, oldVillageCode } = facts.place;
  if (isHead) home.spokesman = facts;
  if (villageCode === null || (home.villageCode !== null && !isHead)) return;
  Object.assign(home, { villageCode, group, oldVillageCode });
}
