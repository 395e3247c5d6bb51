import { measuresOf } from '@/domain/campaign/measures';

/** The counters of a county in which everybody is still to be asked. */
export class Counted {
  private readonly people = new Map<string, number>();

  constructor(private readonly countyCode: string) {}

  add(villageCode: string, people: number): void {
    this.people.set(villageCode, (this.people.get(villageCode) ?? 0) + people);
  }

  /** Rows of village_counter: county, village, measure, value. */
  rows(): unknown[][] {
    return [...this.people].flatMap(([villageCode, people]) =>
      measuresOf({ ...untouched, villageCode }).map((measure) => [this.countyCode, villageCode, measure, people])
    );
  }
}

const untouched = {
  collectState: 'due',
  populationClass: '',
  employmentState: '',
  recordMode: '',
  lastOutcome: '',
  refused: false,
  origin: 'register',
  counted: true,
} as const;
