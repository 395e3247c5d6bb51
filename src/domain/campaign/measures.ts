import { type CollectState, collectStates } from './record-states';

/**
 * What is counted, in one place: the counters of a submission, the nightly recount and the figures on a page all come
 * from `measuresOf`. A measure is the number of people for whom it holds.
 */
export const allCollectStates = Object.keys(collectStates) as CollectState[];
export type { CollectState };
export { collectStates };

export type Measure =
  /** Everyone to be covered: the denominator. */
  | 'people'
  | CollectState
  | `class_${string}`
  | `employment_${string}`
  | `outcome_${string}`
  | `mode_${string}`
  | 'refused'
  /** Not in the register that was imported: met at the door or declared. */
  | 'added'
  | 'declared';

/** What of a person the counters look at; all of it stands in one row of the store. */
export interface PersonFacts {
  /** Null while no village has been decided. */
  villageCode: string | null;
  collectState: CollectState;
  populationClass: string;
  employmentState: string;
  /** How the live record came in; '' without one. */
  recordMode: string;
  /** Outcome code of the last visit or call; '' without one. */
  lastOutcome: string;
  refused: boolean;
  origin: 'register' | 'added' | 'declared';
  /** False once the person has left the register (moved away, died) or was merged into another one. */
  counted: boolean;
}

export function measuresOf(person: PersonFacts): Measure[] {
  if (!person.counted) return [];
  const measures: Measure[] = ['people', person.collectState];
  measures.push(`class_${person.populationClass || 'none'}`);
  if (person.employmentState !== '') measures.push(`employment_${person.employmentState}`);
  if (person.lastOutcome !== '') measures.push(`outcome_${person.lastOutcome}`);
  if (person.recordMode !== '') measures.push(`mode_${person.recordMode}`);
  if (person.refused) measures.push('refused');
  if (person.origin !== 'register') measures.push(person.origin);
  return measures;
}

/** Those without a village are counted under the county itself, so that its total is complete and no town's is wrong. */
export const countedUnder = (person: PersonFacts, countyCode: string): string => person.villageCode ?? countyCode;

export interface Delta {
  villageCode: string;
  measure: Measure;
  by: number;
}

/**
 * What a change of one person does to the counters: what held before goes, what holds now comes.
 * Sorted, so that two changes at once take the counter rows in the same order and never wait for each other in a ring.
 */
export function deltasBetween(before: PersonFacts | null, after: PersonFacts | null, countyCode: string): Delta[] {
  const sums = new Map<string, Delta>();
  const add = (person: PersonFacts | null, by: number) => {
    if (person === null) return;
    const villageCode = countedUnder(person, countyCode);
    for (const measure of measuresOf(person)) {
      const key = `${villageCode} ${measure}`;
      const sum = sums.get(key) ?? { villageCode, measure, by: 0 };
      sums.set(key, { ...sum, by: sum.by + by });
    }
  };
  add(before, -1);
  add(after, 1);
  return [...sums.entries()]
    .filter(([, delta]) => delta.by !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, delta]) => delta);
}

/** Measures whose daily change draws the progress curve. */
export const isDaily = (measure: Measure): boolean => allCollectStates.some((state) => state === measure);

/** Counters of one place → how many are done: answered, whether or not reviewed yet, or closed with proof. */
export const doneOf = (counters: Readonly<Partial<Record<string, number>>>): number =>
  (['collected', 'confirmed', 'accepted', 'closed'] as const).reduce((sum, state) => sum + (counters[state] ?? 0), 0);
