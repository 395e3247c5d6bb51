import { deltasBetween, isDaily, measuresOf, type PersonFacts } from '@/domain/campaign/measures';

/** The counters of a county that is being filled: everybody once, and the days on which something was done. */
export class Counted {
  private readonly people = new Map<string, number>();
  private readonly days = new Map<string, number>();

  constructor(private readonly countyCode: string) {}

  add(facts: PersonFacts): void {
    for (const measure of measuresOf(facts)) bump(this.people, `${facts.villageCode} ${measure}`, 1);
  }

  move(before: PersonFacts, after: PersonFacts, day: string): void {
    for (const { villageCode, measure, by } of deltasBetween(before, after, this.countyCode)) {
      if (isDaily(measure)) bump(this.days, `${villageCode} ${day} ${measure}`, by);
    }
  }

  /** Rows of village_counter: county, village, measure, value. */
  rows(): unknown[][] {
    return [...this.people].map(([key, value]) => [this.countyCode, ...key.split(' '), value]);
  }

  /** Rows of village_day_counter: county, village, day, measure, value. */
  dayRows(): unknown[][] {
    return [...this.days].map(([key, value]) => [this.countyCode, ...key.split(' '), value]);
  }
}

function bump(sums: Map<string, number>, key: string, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}
