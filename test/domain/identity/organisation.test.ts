import { creditCheckDigit, readCreditCode, readOrganisationCode, readRegistrationNumber } from '@/domain/identity';

describe('unified credit code', () => {
  const code = '91330106MA2CFLDG4R';
  test.each([
    [code],
    [code.toLowerCase()],
    [` ${code.slice(0, 8)} ${code.slice(8)} `],
    ['９１３３０１０６ＭＡ２ＣＦＬＤＧ４Ｒ'],
  ])('%s is read', (typed) => {
    expect(readCreditCode(typed)).toEqual({
      ok: true,
      code,
      registrar: '9',
      kind: '91',
      division: '330106',
      organisationCode: 'MA2CFLDG4',
    });
  });

  const wrongInside = '91330106MA2CFLDG5';
  test.each([
    ['', 'empty'],
    [code.slice(0, 17), 'length'],
    ['91330106MA2CFLDG4S', 'letters'],
    ['9133O106MA2CFLDG4R', 'letters'],
    ['0133010 6MA2CFLDG4R', 'characters'],
    ['91330106MA2CFLDG4T', 'checkDigit'],
    ['91330106MA2CFLDG4#', 'characters'],
    [wrongInside + creditCheckDigit(wrongInside), 'organisation'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(readCreditCode(typed)).toMatchObject({ ok: false, reason });
  });
});

describe('organisation code', () => {
  test.each([['D2143569-X'], ['d2143569x'], [' D2143569 X ']])('%s is read', (typed) => {
    expect(readOrganisationCode(typed)).toEqual({ ok: true, code: 'D2143569X' });
  });
  test.each([
    ['', 'empty'],
    ['D2143569', 'length'],
    ['D21435691', 'checkDigit'],
    ['D214356 91', 'checkDigit'],
    ['D2143569Y', 'characters'],
  ])('%p is refused: %s', (typed, reason) => {
    expect(readOrganisationCode(typed)).toMatchObject({ ok: false, reason });
  });
});

describe('registration number of before 2016', () => {
  test('the example of the standard is read', () => {
    expect(readRegistrationNumber('110108000000016')).toEqual({ ok: true, number: '110108000000016' });
  });
  test.each([
    ['', 'empty'],
    ['11010800000001', 'length'],
    ['11010800000001X', 'characters'],
    ['110108000000017', 'checkDigit'],
    ['110180000000016', 'checkDigit'],
  ])('%p is refused: %s', (typed, reason) => {
    expect(readRegistrationNumber(typed)).toMatchObject({ ok: false, reason });
  });
});
