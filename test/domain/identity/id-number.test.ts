import fc from 'fast-check';
import {
  idCheckDigit,
  idNumberSentences,
  isSampleIdNumber,
  readIdNumber,
  sampleIdNumber,
  sampleNumbersADay,
  upgradeOldNumber,
} from '@/domain/identity';

const today = '2018-01-15';
const number = (seventeen: string): string => seventeen + idCheckDigit(seventeen);
const woman = sampleIdNumber('522732', '1990-02-28', '2', 0);
const man = sampleIdNumber('522732', '1990-02-28', '1', 0);
/** The one of the eleven sample sequences whose check character is X. */
const endingInX = (() => {
  for (let day = 10; day < 29; day += 1) {
    const candidate = sampleIdNumber('522732', `1985-03-${day}`, '1', 1);
    if (candidate.endsWith('X')) return candidate;
  }
  throw new Error('no sample ends in X');
})();

describe('a number typed in many ways is the same number', () => {
  const wide = woman.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  test.each([
    ['as printed', woman, woman],
    ['full-width', wide, woman],
    ['with spaces around and between', ` ${woman.slice(0, 6)} ${woman.slice(6, 14)}\u3000${woman.slice(14)}\n`, woman],
    ['with dashes', `${woman.slice(0, 6)}-${woman.slice(6, 14)}-${woman.slice(14)}`, woman],
    ['with a zero-width space from a web page', `${woman}\u200b`, woman],
    ['lower-case x', endingInX.toLowerCase(), endingInX],
    ['full-width x', endingInX.replace('X', 'ｘ'), endingInX],
    ['a multiplication sign for X', endingInX.replace('X', '×'), endingInX],
  ])('%s', (_, typed, stored) => {
    expect(readIdNumber(typed, today)).toMatchObject({ ok: true, number: stored });
  });
});

test('sex and birth date are read from it', () => {
  expect(readIdNumber(man, today)).toMatchObject({
    holder: 'citizen',
    sex: '1',
    birthDate: '1990-02-28',
    prefixKnown: true,
  });
  expect(readIdNumber(woman, today)).toMatchObject({ sex: '2', birthDate: '1990-02-28' });
});

describe('what is refused, and why', () => {
  const wrongCheck = woman.slice(0, 17) + ((Number(woman.charAt(17)) + 1) % 10);
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['张三', 'characters'],
    [woman.slice(0, 17), 'length'],
    [`${woman}1`, 'length'],
    [`X${woman.slice(1)}`, 'characters'],
    [number('52273219900230991'), 'birthDate'],
    [number('52273219900231991'), 'birthDate'],
    [number('52273219901301991'), 'birthDate'],
    [number('52273219900100991'), 'birthDate'],
    [number('52273219000229991'), 'birthDate'],
    [number('52273220180116991'), 'future'],
    [number('52273218000101991'), 'tooOld'],
    [wrongCheck, 'checkDigit'],
  ] as const)('%#: %3$s', (typed, reason) => {
    const reading = readIdNumber(typed, today);
    expect(reading).toMatchObject({ ok: false, reason });
    if (!reading.ok) expect(reading.message).toBe(idNumberSentences[reason]);
  });

  test.each([
    ['29 February of a leap year', '52273219960229991', '1996-02-29'],
    ['29 February 2000', '52273220000229991', '2000-02-29'],
    ['born today', '52273220180115991', '2018-01-15'],
    ['born in 1886, as the oldest person on record said', '52273218860625994', '1886-06-25'],
  ])('%s is right', (_, seventeen, birthDate) => {
    expect(readIdNumber(number(seventeen), today)).toMatchObject({ ok: true, birthDate });
  });

  test('no sentence repeats a digit of the number', () => {
    for (const sentence of Object.values(idNumberSentences)) expect(sentence).not.toMatch(/\d{4,}/);
  });
});

test('a prefix that no edition of the codes had is a question, not a refusal', () => {
  expect(readIdNumber(number('52279919900228991'), today)).toMatchObject({ ok: true, prefixKnown: false });
  expect(readIdNumber(number('52032119900228991'), today)).toMatchObject({ ok: true, prefixKnown: true });
});

describe('cards that are not a citizen’s', () => {
  test.each([
    ['香港', '81000019900228991', 'hkmt'],
    ['澳门', '82000019900228991', 'hkmt'],
    ['台湾', '83000019900228991', 'hkmt'],
    ['a foreigner, card of 2023', '91112419900228991', 'foreigner'],
  ])('%s', (_, seventeen, holder) => {
    expect(readIdNumber(number(seventeen), today)).toMatchObject({ ok: true, holder, sex: '1', prefixKnown: true });
  });

  test('a foreigner’s card of before 2023 has no sex to read', () => {
    expect(readIdNumber('can 110078120501', today)).toEqual({
      ok: true,
      holder: 'foreigner',
      number: 'CAN110078120501',
    });
  });
});

describe('fifteen digits', () => {
  const fifteen = (eighteen: string): string => eighteen.slice(0, 6) + eighteen.slice(8, 17);

  test('are shown in today’s form for the person to compare', () => {
    expect(readIdNumber(fifteen(man), today)).toEqual({
      ok: false,
      reason: 'fifteenDigits',
      message: idNumberSentences.fifteenDigits,
      upgraded: upgradeOldNumber(fifteen(man)),
    });
  });

  test('get 19 and a check digit; 996–999 were centenarians and get 18', () => {
    expect(upgradeOldNumber(`522732650203${'001'}`)).toBe(number('52273219650203001'));
    for (const ending of ['996', '997', '998', '999']) {
      expect(upgradeOldNumber(`522732950203${ending}`)).toBe(number(`52273218950203${ending}`));
    }
    expect(upgradeOldNumber('522732950203995')).toBe(number('52273219950203995'));
  });

  test('with a date that does not exist are refused for the date', () => {
    expect(readIdNumber('522732650230001', today)).toMatchObject({ ok: false, reason: 'birthDate' });
  });
});

describe('sample numbers', () => {
  const dates = fc.date({ min: new Date('1930-01-01'), max: new Date('2017-12-31'), noInvalidDate: true });

  test('are always valid, of that day and sex, and recognisable', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('1' as const, '2' as const), fc.nat(4), (date, sex, turn) => {
        const birthDate = date.toISOString().slice(0, 10);
        const made = sampleIdNumber('522732', birthDate, sex, turn);
        expect(readIdNumber(made, today)).toMatchObject({ ok: true, sex, birthDate, prefixKnown: true });
        expect(isSampleIdNumber(made)).toBe(true);
      })
    );
  });

  test('one wrong digit, or two neighbours exchanged, is always found', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digit = (Number(man.charAt(place)) + shift) % 10;
        const wrong = man.slice(0, place) + digit + man.slice(place + 1);
        expect(readIdNumber(wrong, today).ok).toBe(false);
        const swapped = man.slice(0, place) + man.charAt(place + 1) + man.charAt(place) + man.slice(place + 2);
        if (swapped !== man) expect(readIdNumber(swapped, today).ok).toBe(false);
      })
    );
  });

  test('run out after five men and six women a day', () => {
    expect([sampleNumbersADay('1'), sampleNumbersADay('2')]).toEqual([5, 6]);
    expect(() => sampleIdNumber('522732', '1990-02-28', '1', 5)).toThrow(RangeError);
  });

  test('an ordinary sequence is not taken for a sample', () => {
    expect(isSampleIdNumber(number('52273219900228123'))).toBe(false);
  });
});
