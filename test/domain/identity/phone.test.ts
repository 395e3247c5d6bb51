import { readPhone } from '@/domain/identity';

test.each([
  ['15400001234', '15400001234'],
  ['154 0000 1234', '15400001234'],
  ['154-0000-1234', '15400001234'],
  ['+86 154 0000 1234', '15400001234'],
  ['+8615400001234', '15400001234'],
  ['008615400001234', '15400001234'],
  ['8615400001234', '15400001234'],
  ['１５４００００１２３４', '15400001234'],
  ['16600001234', '16600001234'],
  ['19900001234', '19900001234'],
])('%s is a mobile number', (typed, number) => {
  expect(readPhone(typed)).toEqual({ ok: true, kind: 'mobile', number });
});

test.each([
  ['0854-3920000', '0854-3920000'],
  ['08543920000', '0854-3920000'],
  ['(0854)3920000', '0854-3920000'],
  ['（0854）3920000', '0854-3920000'],
  ['0851 85920000', '0851-85920000'],
  ['010-65000000', '010-65000000'],
  ['020-85000000', '020-85000000'],
  ['+86 854 3920000', '0854-3920000'],
])('%s is a landline', (typed, number) => {
  expect(readPhone(typed)).toEqual({ ok: true, kind: 'landline', number });
});

test.each([
  ['', 'empty'],
  ['无', 'characters'],
  ['15400001234或15400001235', 'characters'],
  ['15400001234/15400001235', 'characters'],
  ['3920000', 'areaCode'],
  ['1540000123', 'length'],
  ['154000012345', 'length'],
  ['12400001234', 'unknown'],
  ['99999999999', 'unknown'],
  ['+1 202 555 0100', 'characters'],
])('%p is refused: %s', (typed, reason) => {
  const reading = readPhone(typed);
  expect(reading).toMatchObject({ ok: false, reason });
  if (!reading.ok) expect(reading.message).not.toMatch(/\d{8}/);
});
