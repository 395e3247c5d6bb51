import type { PersonFacts } from '@/domain/campaign/measures';

/** Where a person stands when the county is first opened. */
export interface LivedPerson {
  facts: PersonFacts;
  attempts: number;
  lastContactAt: Date | null;
  /** What the counters of days count: each state and the day it came, oldest first. */
  steps: { facts: PersonFacts; day: string }[];
}

/** Still to be asked. */
export const untouched = (villageCode: string): PersonFacts => ({
  villageCode,
  collectState: 'due',
  populationClass: '',
  employmentState: '',
  recordMode: '',
  lastOutcome: '',
  refused: false,
  origin: 'register',
  counted: true,
});

export const notYetMet = (villageCode: string): LivedPerson => ({
  facts: untouched(villageCode),
  attempts: 0,
  lastContactAt: null,
  steps: [],
});
