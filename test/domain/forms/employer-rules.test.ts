import { type Answers, check } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { creditCheckDigit, organisationCheckDigit, registrationCheckDigit } from '@/domain/identity';
import { broken, type RuleCase, untried } from './rule-case';

const ctx = { today: '2018-02-01' };

/** A made-up code with right check digits, made when the test runs. */
function creditCode(kind: string): string {
  const organisation = '99999999';
  const seventeen = `${kind}522732${organisation}${organisationCheckDigit(organisation)}`;
  return seventeen + creditCheckDigit(seventeen);
}

const factory: Answers = {
  uscc: creditCode('91'),
  name: '三都示例服装有限公司',
  unitType: '10',
  economicType: '173',
  industry: '18',
  mainProduct: '生产服装',
  status: '1',
  legalName: '潘示例',
  contactName: '韦示例',
  contactPhone: '13800138000',
  address: '示例路1号',
  village: '522732114289',
  asOf: '2017-12-31',
  total: 60,
  cContract: 55,
  cDispatch: 3,
  cOther: 0,
  cStudent: 0,
  cPension: 2,
  female: 35,
  local: 48,
  rural: 45,
  poor: 12,
  disabled: 1,
  contractSigned: 52,
  insPension: 40,
  insUnemp: 40,
  insInjury: 55,
  siNo: 'SL0001',
  avgPay: 3200,
  short: true,
  shortTotal: 10,
  shortReason: ['1'],
  posts: [{ name: { text: '缝纫工' }, count: 10, payFrom: 3000, payTo: 4500, validTo: '2018-06-30' }],
  filler: '韦示例',
  fillerPhone: '13800138000',
  seal: true,
};

const post = (change: Answers): Answers => ({
  ...factory,
  posts: [{ name: { text: '缝纫工' }, count: 10, payFrom: 3000, payTo: 4500, validTo: '2018-06-30', ...change }],
});
const { uscc: _code, ...withoutCode } = factory;
const oldNumber = (fourteen: string) => fourteen + registrationCheckDigit(fourteen);
const shop = { unitType: '81', economicType: '175', uscc: creditCode('92') };
const school = { unitType: '50', economicType: '110', uscc: creditCode('12'), cEstab: 40, cContract: 15 };

type Row = [rule: string, field: string, who: string, speaks: boolean, answers: Answers];

const parts = ['female', 'local', 'rural', 'poor', 'disabled'];
const insured = ['insPension', 'insUnemp', 'insInjury'];

const rows: Row[] = [
  ['E33', 'uscc', 'a right code', false, factory],
  [
    'E33',
    'uscc',
    'the last sign wrong',
    true,
    { ...factory, uscc: `${creditCode('91').slice(0, 17)}${creditCode('91').endsWith('A') ? 'B' : 'A'}` },
  ],
  ['E33', 'uscc', 'the letter O for a nought', true, { ...factory, uscc: creditCode('91').replace('9', 'O') }],
  ['required', 'oldRegNo', 'neither code nor old number', true, withoutCode],
  ['E33', 'oldRegNo', 'old number of 15 digits', false, { ...withoutCode, oldRegNo: oldNumber('52273260000001') }],
  [
    'E33',
    'oldRegNo',
    'old number with a wrong digit',
    true,
    { ...withoutCode, oldRegNo: `52273260000001${(Number(registrationCheckDigit('52273260000001')) + 1) % 10}` },
  ],
  [
    'E33',
    'oldRegNo',
    'organisation code of 9',
    false,
    { ...withoutCode, oldRegNo: `99999999-${organisationCheckDigit('99999999')}` },
  ],
  ['W34', 'unitType', 'a company that says company', false, factory],
  ['W34', 'unitType', 'a company that says 机关', true, { ...factory, unitType: '30', economicType: '110' }],
  ['W34', 'unitType', 'a shop', false, { ...factory, ...shop }],
  ['W34', 'unitType', 'a co-operative that says company', true, { ...factory, uscc: creditCode('93') }],
  [
    'W34',
    'unitType',
    'a village committee',
    false,
    { ...factory, uscc: creditCode('55'), unitType: '95', economicType: '120' },
  ],
  [
    'W34',
    'unitType',
    'a kind of code nobody expects anything of',
    false,
    { ...factory, uscc: creditCode('59'), unitType: '99' },
  ],
  ['W35', 'economicType', 'a school of the state', false, { ...factory, ...school }],
  ['W35', 'economicType', 'a school that says private', true, { ...factory, ...school, economicType: '173' }],
  ['W35', 'economicType', 'a shop that says company', true, { ...factory, ...shop, economicType: '173' }],
  ['W35', 'economicType', 'a company that says shop', true, { ...factory, economicType: '175' }],
  [
    'W35',
    'economicType',
    'a social body of foreign money',
    true,
    { ...factory, unitType: '70', uscc: creditCode('51'), economicType: '330' },
  ],
  ['W35', 'economicType', 'a company of foreign money', false, { ...factory, economicType: '330' }],
  ['E30', 'total', 'the six kinds add up', false, factory],
  ['E30', 'total', 'one too many', true, { ...factory, total: 61 }],
  ['E30', 'total', 'a school counts its establishment', false, { ...factory, ...school, total: 60 }],
  [
    'E30',
    'total',
    'nobody at all',
    false,
    { ...factory, total: 0, cContract: 0, cDispatch: 0, cPension: 0, female: 0, local: 0, poor: 0 },
  ],
  ...parts.flatMap((key): Row[] => [
    ['E31', key, 'more than all', true, { ...factory, [key]: 61 }],
    ['E31', key, 'as many as all', false, { ...factory, [key]: 60 }],
  ]),
  ...insured.flatMap((key): Row[] => [
    ['E31', key, 'more insured than staff (挂靠)', true, { ...factory, [key]: 61 }],
    ['E31', key, 'all insured', false, { ...factory, [key]: 60 }],
  ]),
  ['E31', 'contractSigned', 'more contracts than employees', true, { ...factory, contractSigned: 56 }],
  ['E31', 'contractSigned', 'as many', false, { ...factory, contractSigned: 55 }],
  ['E31', 'siNo', 'insured without a registration', true, { ...factory, siNo: undefined }],
  ['E31', 'siNo', 'nobody insured', false, { ...factory, siNo: undefined, insPension: 0, insUnemp: 0, insInjury: 0 }],
  ['E32', 'shortTotal', 'posts add up', false, factory],
  ['E32', 'shortTotal', 'posts are fewer', true, post({ count: 9 })],
  ['E32', 'posts', 'pay from 5,000 to 4,500', true, post({ payFrom: 5000 })],
  ['E32', 'posts', 'pay from 4,500 to 4,500', false, post({ payFrom: 4500 })],
  ['E32', 'posts', 'ended yesterday', true, post({ validTo: '2018-01-31' })],
  ['required', 'posts', 'a post without pay', true, post({ payTo: undefined })],
  ['value', 'posts', 'a post for minus one', true, post({ count: -1 })],
  ['value', 'seal', 'not confirmed', true, { ...factory, seal: false }],
  ['value', 'name', 'markup in the name', true, { ...factory, name: '<b>公司</b>' }],
];

const cases: RuleCase[] = rows.map(([rule, field, who, speaks, answers]) => ({
  rule,
  field,
  who,
  speaks,
  answers,
  ctx,
}));

test.each(cases.map((one) => [one.rule, one.field, one.who, one.speaks, one] as const))(
  '%s beside %s: %s → %s',
  (_rule, _field, _who, speaks, one) => {
    expect(broken(employerForm, one)).toBe(speaks);
  }
);

test('every rule has a unit that breaks it and one that keeps it', () => {
  expect(untried(employerForm, cases)).toEqual([]);
});

test('a factory that filled in everything is clean', () => {
  expect(check(employerForm, factory, ctx)).toEqual([]);
});

test('only public bodies are asked for people on the establishment', () => {
  const asked = (answers: Answers) =>
    check(employerForm, { ...answers, cEstab: undefined }, ctx).map((one) => one.field);
  expect(asked(factory)).not.toContain('cEstab');
  expect(asked({ ...factory, ...school })).toContain('cEstab');
});
