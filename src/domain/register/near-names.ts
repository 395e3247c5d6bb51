import { withinOneEdit } from '../identity';

interface Named {
  personId: string;
  nameKey: string;
}

/**
 * All pairs whose names differ by no more than one character, without comparing everybody with everybody: two such
 * names share a form with one character covered or left out.
 */
export function nearPairs<P extends Named>(people: readonly P[]): [P, P][] {
  const byForm = new Map<string, P[]>();
  for (const person of people) {
    for (const form of formsOf(person.nameKey)) byForm.set(form, [...(byForm.get(form) ?? []), person]);
  }
  const pairs = new Map<string, [P, P]>();
  for (const group of byForm.values()) {
    for (let first = 0; first < group.length; first += 1) {
      for (const other of group.slice(first + 1)) {
        const one = group[first];
        if (one === undefined || one.personId === other.personId || !withinOneEdit(one.nameKey, other.nameKey))
          continue;
        const pair: [P, P] = one.personId < other.personId ? [one, other] : [other, one];
        pairs.set(`${pair[0].personId} ${pair[1].personId}`, pair);
      }
    }
  }
  return [...pairs.values()];
}

/** 韦小明 → 韦小明, *小明, 韦*明, 韦小*, 小明, 韦明, 韦小; of a name of one character nothing can be left out. */
function formsOf(nameKey: string): string[] {
  const characters = Array.from(nameKey);
  if (characters.length < 2) return [nameKey];
  const without = (place: number, put: string) => characters.map((one, at) => (at === place ? put : one)).join('');
  const covered = characters.map((_, place) => without(place, '*'));
  const shortened = characters.map((_, place) => without(place, ''));
  return [...new Set([nameKey, ...covered, ...shortened])];
}
