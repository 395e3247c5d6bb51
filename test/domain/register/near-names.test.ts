import fc from 'fast-check';
import { withinOneEdit } from '@/domain/identity';
import { nearPairs } from '@/domain/register/near-names';

const named = (...names: string[]) => names.map((nameKey, place) => ({ personId: `p${place}`, nameKey }));
const pairsOf = (...names: string[]) => nearPairs(named(...names)).map((pair) => pair.map(({ nameKey }) => nameKey));

test.each([
  ['one character exchanged', ['陆小芳', '陆晓芳']],
  ['one left out in the middle', ['韦小明', '韦明']],
  ['one of two left out', ['韦明', '韦']],
  ['the same name', ['石明', '石明']],
  ['a long name of another language', ['阿卜杜热合曼买买提', '阿卜杜热合曼买提']],
  ['a character beyond the basic plane, which is one and not two', ['韦𠮷明', '韦明']],
  ['two characters beyond the basic plane that share their first half', ['韦𠮷', '韦𠮸']],
])('%s is near', (_what, [one = '', other = '']) => {
  expect(pairsOf(one, other)).toEqual([[one, other]]);
});

test.each([
  ['two exchanged', ['韦小明', '韦大强']],
  ['two that changed places', ['韦小明', '韦明小']],
  ['two left out', ['韦小明', '明']],
  ['two characters for one beyond the basic plane', ['韦𠮷', '韦大明']],
])('%s is not', (_what, [one = '', other = '']) => {
  expect(pairsOf(one, other)).toEqual([]);
});

test('what is found is what comparing everybody with everybody finds', () => {
  const name = fc
    .array(fc.constantFrom('韦', '小', '明', '𠮷', '潘'), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const all = named(...names);
      const slow = all.flatMap((one, place) =>
        all
          .slice(place + 1)
          .flatMap((other) => (near(one.nameKey, other.nameKey) ? [`${one.personId} ${other.personId}`] : []))
      );
      const quick = nearPairs(all).map(([one, other]) => [one.personId, other.personId].sort(byNumber).join(' '));
      expect(quick.sort()).toEqual(slow.sort());
    })
  );
});

/** Two names of one character each have nothing in common. */
const near = (one: string, other: string): boolean =>
  withinOneEdit(one, other) && (one === other || Array.from(one).length > 1 || Array.from(other).length > 1);
const byNumber = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
