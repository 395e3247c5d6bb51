import type { Entry } from '@/outbox';
import type { CarriedPerson, CarriedVillage } from './carried';

/** The village as it looks on this phone now: what was done here and has not arrived yet already shows. */
export function withOutbox(village: CarriedVillage, entries: readonly Entry[]): CarriedVillage {
  const byPerson = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = byPerson.get(entry.subject);
    if (known === undefined) byPerson.set(entry.subject, [entry]);
    else known.push(entry);
  }
  if (byPerson.size === 0) return village;
  return {
    ...village,
    persons: village.persons.map((person) => {
      const own = byPerson.get(person.personId);
      return own === undefined ? person : own.filter((entry) => isAfter(entry, village)).reduce(applied, person);
    }),
  };
}

/** An entry that arrived before the list was fetched is in the list already. */
const isAfter = ({ standing }: Entry, { asOf }: CarriedVillage): boolean =>
  standing.is !== 'received' || standing.at > Date.parse(asOf);

function applied(person: CarriedPerson, entry: Entry): CarriedPerson {
  if (entry.operation === 'collect.submitRecord') return { ...person, collectState: 'collected' };
  if (entry.operation !== 'collect.recordVisit') return person;
  const { outcome, at } = entry.input as { outcome: string; at: string };
  return { ...person, attempts: person.attempts + 1, lastOutcome: outcome, lastContactAt: at };
}

/** What of this person waits on the phone. */
export const unsentOf = (entries: readonly Entry[], personId: string): Entry[] =>
  entries.filter(({ subject, standing }) => subject === personId && standing.is !== 'received');
