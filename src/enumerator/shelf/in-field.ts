import { outcomes } from '@/domain/campaign/visit-outcomes';
import { localDay } from '@/domain/identity';
import { addPerson } from '@/domain/operations/people/register';
import type { Entry } from '@/outbox';
import type { CarriedHousehold, CarriedPerson, CarriedVillage } from './carried';

/** The village as it looks on this phone now: what was done here and has not arrived yet already shows. */
export function withOutbox(village: CarriedVillage, entries: readonly Entry[]): CarriedVillage {
  const mine = entries.filter((entry) => isAfter(entry, village));
  const added = peopleAdded(village, mine);
  const byPerson = new Map<string, Entry[]>();
  for (const entry of mine) {
    const known = byPerson.get(entry.subject);
    if (known === undefined) byPerson.set(entry.subject, [entry]);
    else known.push(entry);
  }
  if (byPerson.size === 0) return village;
  const persons = [...village.persons, ...added.map(({ person }) => person)].map(
    (person) => byPerson.get(person.personId)?.reduce(applied, person) ?? person
  );
  const known = new Set(village.households.map(({ householdId }) => householdId));
  const made = added.flatMap(({ household }) => (household && !known.has(household.householdId) ? [household] : []));
  return { ...village, persons, households: [...village.households, ...made] };
}

/** An entry that arrived before the list was fetched is in the list already. */
const isAfter = ({ standing }: Entry, { asOf }: CarriedVillage): boolean =>
  standing.is !== 'received' || standing.at > Date.parse(asOf);

function applied(person: CarriedPerson, { operation, shows }: Entry): CarriedPerson {
  if (operation === 'collect.submitRecord') return { ...person, collectState: shows?.closed ? 'closed' : 'collected' };
  const { outcome, at } = shows ?? {};
  if (operation !== 'collect.recordVisit' || outcome === undefined || at === undefined) return person;
  const meaning = Object.entries(outcomes).find(([code]) => code === outcome)?.[1].meaning;
  const tried = meaning === 'missed' || meaning === 'refused';
  const sameDay = person.lastContactAt !== '' && localDay(new Date(person.lastContactAt)) === localDay(new Date(at));
  return {
    ...person,
    attempts: person.attempts + (meaning === 'reached' ? 0 : 1),
    attemptDays: person.attemptDays + (tried && !(sameDay && person.attemptDays > 0) ? 1 : 0),
    lastOutcome: outcome,
    lastContactAt: at,
    appointmentAt: shows?.appointmentAt ?? '',
    refused: meaning === 'refused' || (person.refused && meaning !== 'reached'),
    ...(shows?.closed ? { collectState: 'closed' as const } : {}),
  };
}

/** What of this person waits on the phone. */
export const unsentOf = (entries: readonly Entry[], personId: string): Entry[] =>
  entries.filter(({ subject, standing }) => subject === personId && standing.is !== 'received');

/**
 * People found at the door, on the list at once. One whom the cloud knew already is on the list under his own id, and
 * one of another village is told to the author and does not stay.
 */
function peopleAdded(village: CarriedVillage, entries: readonly Entry[]) {
  const known = new Set(village.persons.map(({ personId }) => personId));
  return entries
    .filter(
      ({ operation, subject, shows }) =>
        operation === addPerson.name && shows?.village === village.villageCode && !known.has(subject)
    )
    .filter(({ standing }) => standing.is !== 'received' || outcomeOf(standing.reply) === 'added')
    .map(({ subject, shows = {} }) => addedPerson(subject, shows));
}

function outcomeOf(reply: unknown): string {
  const parsed = addPerson.output.safeParse(reply);
  return parsed.success ? parsed.data.outcome : '';
}

function addedPerson(personId: string, shows: Readonly<Record<string, string>>) {
  const { householdId = '', groupName = '', houseNo = '' } = shows;
  const own: CarriedHousehold | undefined = shows.madeHere
    ? { householdId, groupName, houseNo, householdNo: '', address: '', madeHere: true }
    : undefined;
  const person: CarriedPerson = {
    personId,
    householdId,
    relation: shows.relation ?? '',
    name: shows.name ?? '',
    initials: '',
    sex: shows.sex ?? '',
    birthDate: shows.birthDate ?? '',
    idMasked: shows.idMasked ?? '',
    phoneMasked: shows.phoneMasked ?? '',
    populationClass: '',
    collectState: 'due',
    attempts: 0,
    lastOutcome: '',
    lastContactAt: '',
    refused: false,
    idType: shows.idType ?? '',
    ethnic: '',
    hukouNature: '',
    recordVersion: 0,
    groupName,
    attemptDays: 0,
    appointmentAt: '',
  };
  return { person, household: own };
}
