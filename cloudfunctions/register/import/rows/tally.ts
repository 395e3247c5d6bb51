import { countedUnder, type Delta, type Measure, measuresOf, type PersonFacts } from '@/domain/campaign/measures';

/** Sums what a page does to the counters: thousands of people, a few villages, one statement. */
export class Tally {
  private readonly people = new Map<string, { facts: PersonFacts; by: number }>();

  /** @param by 1 for somebody who now counts so, -1 for how he counted before */
  add(facts: PersonFacts, by: 1 | -1): void {
    const key = JSON.stringify(Object.values(facts));
    const same = this.people.get(key);
    if (same === undefined) this.people.set(key, { facts, by });
    else same.by += by;
  }

  /** In one order, so that two pages at once never wait for each other in a ring. */
  deltas(countyCode: string): Delta[] {
    const sums = new Map<string, { villageCode: string; measure: Measure; by: number }>();
    for (const { facts, by } of this.people.values()) {
      const villageCode = countedUnder(facts, countyCode);
      for (const measure of measuresOf(facts)) {
        const key = `${villageCode} ${measure}`;
        const sum = sums.get(key) ?? { villageCode, measure, by: 0 };
        sum.by += by;
        sums.set(key, sum);
      }
    }
    return [...sums.entries()]
      .filter(([, { by }]) => by !== 0)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, delta]) => delta);
  }
}
