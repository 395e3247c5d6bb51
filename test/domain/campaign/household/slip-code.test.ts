import { readSlipCode, slipAlphabet, slipCode, spokenSlipCode } from '@/domain/campaign/household';

const code = slipCode('ABCDEFGH234');

test('twelve characters in groups of four, none that is mistaken for another', () => {
  expect(code).toHaveLength(12);
  expect(spokenSlipCode(code)).toMatch(/^ABCD-EFGH-234[2-9A-Z]$/);
  expect(slipAlphabet).not.toMatch(/[01OIL]/);
  expect(new Set(slipAlphabet).size).toBe(31);
});

test.each([
  ['as it stands on the paper', spokenSlipCode(code)],
  ['in small letters with blanks', ` ${code.toLowerCase().slice(0, 4)} ${code.toLowerCase().slice(4)} `],
  ['in full-width characters', [...code].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('')],
])('read %s', (_, typed) => {
  expect(readSlipCode(typed)).toBe(code);
});

test.each(['', 'ABCD', `${code}2`, 'http://example.com/ABCDEFGH', '一二三四五六七八九十十一', 'ABCDEFGH01IO'])(
  '%p is no code',
  (typed) => {
    expect(readSlipCode(typed)).toBeUndefined();
  }
);

test('one wrong character anywhere shows, and so do two that changed places', () => {
  const places = [...code].map((_, place) => place);
  for (const place of places) {
    for (const other of slipAlphabet) {
      if (other === code[place]) continue;
      expect(readSlipCode(code.slice(0, place) + other + code.slice(place + 1))).toBeUndefined();
    }
  }
  for (const place of places.slice(0, -2)) {
    const [one = '', next = ''] = code.slice(place, place + 2);
    expect(readSlipCode(code.slice(0, place) + next + one + code.slice(place + 2))).toBeUndefined();
  }
});
