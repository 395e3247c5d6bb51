import { isInPart, partsOverlap, readPart, writePart } from '@/domain/campaign/parts';

describe('a part of a village', () => {
  test.each(['', '三组', '522732114230', '522732114230/三组'])('%p reads and writes as itself', (part) => {
    expect(writePart(readPart(part))).toBe(part);
  });

  test.each([
    ['', '三组', true],
    ['', '', true],
    ['三组', '三组', true],
    ['三组', '四组', false],
    ['522732114230', '522732114231', false],
    ['522732114230', '三组', true],
    ['522732114230/三组', '522732114231/三组', false],
    ['522732114230/三组', '522732114230/四组', false],
    ['522732114230/三组', '522732114230', true],
    ['522732114230/三组', '三组', true],
  ])('%p and %p overlap: %p, either way round', (one, other, expected) => {
    expect(partsOverlap(one, other)).toBe(expected);
    expect(partsOverlap(other, one)).toBe(expected);
  });

  test('a person stands in his group, his old village and the whole village, and in no other', () => {
    const person = { groupName: '三组', oldVillageCode: '522732114230' };
    const held = ['', '三组', '522732114230', '522732114230/三组', '四组', '522732114231', '522732114231/三组'];
    expect(held.filter((part) => isInPart(part, person))).toEqual(held.slice(0, 4));
  });

  test('somebody without a group stands in 未分组 and in the whole, not in a group', () => {
    const person = { groupName: '', oldVillageCode: '522732114230' };
    const held = ['', '未分组', '522732114230/未分组', '三组', '522732114231/未分组'];
    expect(held.filter((part) => isInPart(part, person))).toEqual(held.slice(0, 3));
  });
});
