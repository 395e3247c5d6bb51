import type { CollectState } from '@/domain/campaign/record-states';
import type { OutputOf } from '@/domain/operations/operation';
import type { BundlePersonRow, HouseholdRow, villageBundle } from '@/domain/operations/people/village-bundle';

/** What the phone carries of a village into the field. */
export type BundlePage = OutputOf<typeof villageBundle>;

export interface CarriedHousehold {
  householdId: string;
  groupName: string;
  houseNo: string;
  householdNo: string;
  address: string;
  /** How it wants to be asked; `due`: its window has closed. Lists stored by an earlier version do not say. */
  mode?: HouseholdRow[5];
  /** Made on this phone, for somebody found at the door; the cloud takes over its id. */
  madeHere?: true;
}

export interface CarriedPerson {
  personId: string;
  /** '' for somebody without a household. */
  householdId: string;
  relation: string;
  name: string;
  initials: string;
  sex: string;
  birthDate: string;
  idMasked: string;
  phoneMasked: string;
  populationClass: string;
  collectState: CollectState;
  attempts: number;
  lastOutcome: string;
  lastContactAt: string;
  refused: boolean;
  idType: string;
  ethnic: string;
  hukouNature: string;
  recordVersion: number;
  groupName: string;
  /** Different days on which nobody was reached. */
  attemptDays: number;
  /** ISO or ''. */
  appointmentAt: string;
}

export interface CarriedVillage {
  villageCode: string;
  villageName: string;
  townName: string;
  edition: string;
  formVersion: number;
  consentVersion: string;
  /** Moment of the last complete fetch: how old the list is. */
  asOf: string;
  leasedUntil: string | null;
  rescueKey: BundlePage['rescueKey'];
  households: readonly CarriedHousehold[];
  persons: readonly CarriedPerson[];
}

export function unpack(pages: readonly BundlePage[]): CarriedVillage | undefined {
  const first = pages[0];
  if (first === undefined) return undefined;
  const { villageCode, villageName, townName, edition, formVersion, consentVersion, asOf, leasedUntil, rescueKey } =
    first;
  const households = new Map<string, CarriedHousehold>();
  const persons: CarriedPerson[] = [];
  for (const page of pages) {
    for (const row of page.households) households.set(row[0], householdOf(row));
    for (const row of page.persons) persons.push(personOf(row, page.households));
  }
  return {
    villageCode,
    villageName,
    townName,
    edition,
    formVersion,
    consentVersion,
    asOf,
    leasedUntil,
    rescueKey,
    households: [...households.values()],
    persons,
  };
}

/** The rows of a later fetch take the place of those they renew. */
export function renewed(page: BundlePage, later: BundlePage): BundlePage {
  const households = [...page.households];
  const placeOf = new Map(households.map((row, place) => [row[0], place]));
  const place = (row: HouseholdRow): number => {
    const known = placeOf.get(row[0]);
    if (known !== undefined) {
      households[known] = row;
      return known;
    }
    placeOf.set(row[0], households.length);
    return households.push(row) - 1;
  };
  const fresh = new Map<string, BundlePersonRow>();
  for (const row of later.persons) {
    const household = later.households[row[1]];
    const moved: BundlePersonRow = [...row];
    moved[1] = household === undefined ? -1 : place(household);
    fresh.set(row[0], moved);
  }
  const kept = page.persons.filter((row) => !fresh.has(row[0]));
  return {
    ...page,
    asOf: later.asOf,
    leasedUntil: later.leasedUntil,
    rescueKey: later.rescueKey,
    people: later.people,
    today: later.today,
    households,
    persons: [...kept, ...fresh.values()],
  };
}

const householdOf = ([
  householdId,
  groupName,
  houseNo,
  householdNo,
  address,
  mode,
]: HouseholdRow): CarriedHousehold => ({
  householdId,
  groupName,
  houseNo,
  householdNo,
  address,
  mode,
});

function personOf(row: BundlePersonRow, households: readonly HouseholdRow[]): CarriedPerson {
  const household = households[row[1]];
  return {
    personId: row[0],
    householdId: household?.[0] ?? '',
    relation: row[2],
    name: row[3],
    initials: row[4],
    sex: row[5],
    birthDate: row[6],
    idMasked: row[7],
    phoneMasked: row[8],
    populationClass: row[9],
    collectState: row[10],
    attempts: row[11],
    lastOutcome: row[12],
    lastContactAt: row[13],
    refused: row[14] === 1,
    idType: row[15],
    ethnic: row[16],
    hukouNature: row[17],
    recordVersion: row[18],
    groupName: row[19] || (household?.[1] ?? ''),
    attemptDays: row[20],
    appointmentAt: row[21],
  };
}
