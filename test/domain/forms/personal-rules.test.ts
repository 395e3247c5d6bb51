import { type Answers, type CheckContext, check } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { sampleIdNumber } from '@/domain/identity';
import { bornSoThatAge, idOf, jobless, knowing, labourer, registered, type Sketch } from './people';
import { broken, type RuleCase, untried } from './rule-case';

type Row = [
  rule: string,
  field: string,
  who: string,
  speaks: boolean,
  answers: Answers,
  sketch?: Sketch,
  more?: Partial<CheckContext>,
];

const own = idOf('1990-01-15');

const head = { relation: '0', sex: '1', birthDate: '1960-05-01' };
const unit = (total: number, peopleNaming: number) => ({ others: { unit: { known: true, total, peopleNaming } } });
const disabled = { ...labourer, health: '6', disabled: true };
/** The form of before 1999: no century, no check digit. */
const old15 = own.slice(0, 6) + own.slice(8, 17);
const farmer = { ...labourer, jobForm: '7', role: '3', placeClass: '1', placeDivision: '522732' };

const rows: Row[] = [
  // the number
  ['E1', 'idNo', 'a right number', false, {}],
  ['E1', 'idNo', 'a number with one digit wrong', true, { idNo: own.replace(/^5227/, '5228') }],
  ['E1', 'idNo', '30 February', true, { idNo: idOf('1990-02-30') }],
  ['E1', 'idNo', 'born next month', true, { idNo: idOf('2018-03-01') }],
  ['E1', 'idNo', 'born in 1800', true, { idNo: idOf('1800-01-01') }],
  ['E1', 'idNo', '17 digits', true, { idNo: own.slice(0, 17) }],
  ['E1', 'idNo', 'lower-case x, blanks and full-width digits', false, { idNo: ` ${fullWidth(idOf('1990-01-15'))} ` }],
  ['E1', 'idType', 'a citizen’s number as a citizen’s', false, {}],
  ['E1', 'idType', 'a permit of Hong Kong as a citizen’s', true, { idNo: withPrefix('810000', '1990-01-15') }],
  ['E1', 'idType', 'the same as what it is', false, { idType: '3', idNo: withPrefix('810000', '1990-01-15') }],
  ['W2', 'idNo', 'a prefix that never was', true, { idNo: withPrefix('529999', '1990-01-15') }],
  ['W2', 'idNo', 'a prefix of another county', false, { idNo: withPrefix('522701', '1990-01-15') }],
  ['E3', 'sex', 'the sex of the number', false, { sex: '1' }],
  ['E3', 'sex', 'the other sex', true, { sex: '2' }],
  ['E3', 'birthDate', 'the date of the number', false, { birthDate: bornSoThatAge(30) }],
  ['E3', 'birthDate', 'another date', true, { birthDate: '1989-01-15' }],
  ['E3', 'birthDate', 'no number, own date', false, { idType: '2', birthDate: '1989-01-15', sex: '1' }],
  ['E4', 'idNo', 'first record', false, {}],
  ['E4', 'idNo', 'somebody else has it', true, {}, {}, { others: { idNumberTaken: true } }],
  ['W5', 'idNo', 'an old number of 15 digits', true, { idNo: old15 }],
  ['W5', 'idNo', 'a number of 18', false, { idNo: idOf('1990-01-15') }],
  ['W5', 'headIdNo', 'the head’s old number', true, { headIdNo: old15 }],
  ['W5', 'headIdNo', 'the head’s new number', false, {}],
  // class and age
  ['E7', 'populationClass', '16 today in class 01', true, { populationClass: '01' }, { born: '2002-02-01' }],
  ['E7', 'populationClass', '16 tomorrow in class 01', false, { populationClass: '01' }, { born: '2002-02-02' }],
  ['E7', 'populationClass', '15 in class 03', true, { populationClass: '03' }, { age: 15 }],
  [
    'E7',
    'populationClass',
    '15 and moved away',
    false,
    { populationClass: '11', respondent: '3' },
    { age: 15 },
    { proxy: true },
  ],
  ['E7', 'populationClass', 'retired at 49', true, { populationClass: '07' }, { age: 49, sex: '2' }],
  ['E7', 'populationClass', 'retired at 50', false, { populationClass: '07' }, { age: 50, sex: '2' }],
  ['E7', 'populationClass', 'dead with no witness', true, { populationClass: '09', classDate: '2017-05' }],
  [
    'E7',
    'populationClass',
    'dead, says the son',
    false,
    { populationClass: '09', classDate: '2017-05' },
    {},
    { proxy: true },
  ],
  [
    'E7',
    'populationClass',
    'dead, the cadre led',
    false,
    { populationClass: '09', guide: '潘示例' },
    {},
    { mode: 'visit' },
  ],
  ['E7', 'outcome', 'nobody opened, yet a full form', true, { ...labourer, outcome: '11' }, {}, { mode: 'visit' }],
  ['E7', 'outcome', 'the family answered', false, { ...labourer, outcome: '02' }, {}, { mode: 'visit' }],
  ['E7', 'outcome', 'refused, classed refused', false, { populationClass: '14', outcome: '16' }, {}, { mode: 'visit' }],
  ['E7', 'outcome', 'refused, classed labourer', true, { ...labourer, outcome: '16' }, {}, { mode: 'visit' }],
  ['W6', 'populationClass', 'man of 60', false, { populationClass: '03' }, { age: 60 }],
  ['W6', 'populationClass', 'man of 61', true, { populationClass: '03' }, { age: 61 }],
  ['W6', 'populationClass', 'woman of 55', false, { populationClass: '03' }, { age: 55, sex: '2' }],
  ['W6', 'populationClass', 'woman of 56', true, { populationClass: '03' }, { age: 56, sex: '2' }],
  [
    'W6',
    'populationClass',
    'woman of 51 where 50 is the limit',
    true,
    { populationClass: '03' },
    { age: 51, sex: '2' },
    { workingAge: [{ from: '2013-01-01', youngest: 16, oldestMan: 60, oldestWoman: 50 }] },
  ],
  // household
  ['E9', 'relation', 'a second head', true, { relation: '0' }, {}, { others: { members: [head] } }],
  ['E9', 'relation', 'the only head', false, { relation: '0' }, {}, { others: { members: [{ relation: '1' }] } }],
  ['E9', 'relation', 'nobody is head', true, { relation: '2' }, {}, { others: { members: [{ relation: '1' }] } }],
  ['E9', 'relation', 'the rest of the household not known', false, { relation: '2' }],
  ['E9', 'headIdNo', 'head with another number', true, { relation: '0', headIdNo: idOf('1950-03-02') }],
  ['E9', 'headIdNo', 'head with his own number', false, { relation: '0', headIdNo: idOf(bornSoThatAge(30)) }],
  ['E9', 'headIdNo', 'the head’s number left out', true, {}, { register: { headIdNo: undefined } }],
  ['W10', 'relation', 'wife of the head', false, { relation: '1' }, { sex: '2' }, { others: { members: [head] } }],
  ['W10', 'relation', 'husband of a man', true, { relation: '1' }, { sex: '1' }, { others: { members: [head] } }],
  [
    'W10',
    'relation',
    'son 14 years younger',
    true,
    { relation: '2' },
    { born: '1974-06-01' },
    { others: { members: [head] } },
  ],
  [
    'W10',
    'relation',
    'son 15 years younger',
    false,
    { relation: '2' },
    { born: '1975-06-01' },
    { others: { members: [head] } },
  ],
  [
    'W10',
    'relation',
    'mother 10 years older',
    true,
    { relation: '3' },
    { born: '1950-01-01', sex: '2' },
    { others: { members: [head] } },
  ],
  ['W10', 'relation', 'head of 15', true, { relation: '0' }, { age: 15 }],
  // life
  ['W11', 'education', '16 with 初中', false, { ...labourer, education: '71' }, { age: 16 }],
  ['W11', 'education', '17 with 高中', true, { ...labourer, education: '61' }, { age: 17 }],
  ['W11', 'education', '21 with 本科', true, { ...labourer, education: '21' }, { age: 21 }],
  ['W11', 'education', '22 with 大专', false, { ...labourer, education: '31' }, { age: 22 }],
  ['W12', 'marital', 'married at 19', true, { ...labourer, marital: '21' }, { age: 19 }],
  ['W12', 'marital', 'married at 20', false, { ...labourer, marital: '20' }, { age: 20 }],
  ['W12', 'marital', 'single at 19', false, { ...labourer, marital: '10' }, { age: 19 }],
  ['W14', 'insurance', 'both pensions', true, { ...labourer, insurance: ['3', '4'] }],
  ['W14', 'insurance', 'both health insurances', true, { ...labourer, insurance: ['1', '2'] }],
  ['W14', 'insurance', 'one of each', false, { ...labourer, insurance: ['1', '4'] }],
  ['E13', 'insurance', 'not insured and insured', true, { ...labourer, insurance: ['1', '9'] }],
  ['E13', 'insurance', 'not insured', false, { ...labourer, insurance: ['9'] }],
  ['E13', 'intents', 'no wish and a wish', true, { ...labourer, jobWant: true, intents: ['1', '9'] }],
  ['E13', 'wantCourses', 'no course and a course', true, { ...labourer, wantCourses: ['00', '06'] }],
  [
    'E25',
    'disabilityNo',
    'own number, kind 4, grade 3',
    false,
    { ...disabled, disabilityNo: `${idOf(bornSoThatAge(30))}43` },
  ],
  ['E25', 'disabilityNo', 'somebody else’s number', true, { ...disabled, disabilityNo: `${idOf('1991-01-15')}43` }],
  ['E25', 'disabilityNo', 'grade 5', true, { ...disabled, disabilityNo: `${idOf(bornSoThatAge(30))}45` }],
  [
    'E25',
    'disabilityNo',
    'issued again, with a letter',
    true,
    { ...disabled, disabilityNo: `${idOf(bornSoThatAge(30))}43b1` },
  ],
  ['required', 'disabled', 'disabled, certificate not answered (E26)', true, { ...labourer, health: '6' }],
  ['required', 'disabled', 'healthy: not asked (E26)', false, labourer],
  // contact and place
  ['W24', 'phone', 'on six people of other households', true, labourer, {}, { others: { phoneOtherHouseholds: 6 } }],
  ['W24', 'phone', 'on five', false, labourer, {}, { others: { phoneOtherHouseholds: 5 } }],
  [
    'W24',
    'phone',
    'the enumerator’s own',
    true,
    { ...labourer, phoneOwner: '3' },
    {},
    { others: { phoneOfStaff: true } },
  ],
  ['E28', 'hukouVillage', 'in the stated edition', false, { divisionEdition: '2018-10-31' }],
  ['E28', 'hukouVillage', 'only in a newer edition', true, { divisionEdition: '2017-10-31' }],
  ['E28', 'hukouVillage', 'in no edition', true, { hukouVillage: '522732114999' }],
  ['required', 'confirmed', 'sent without confirming', true, labourer, {}, { sending: true }],
  ['required', 'confirmed', 'sent and confirmed', false, { ...labourer, confirmed: true }, {}, { sending: true }],
  // words
  ['required', 'jobFormOther', '其他 without words', true, { ...labourer, jobForm: '9' }],
  ...companions(),
  ...[
    '打零工',
    '职工',
    '员工',
    '工人',
    '学生',
    '退休',
    '家庭妇女',
    '带孙子',
    '打 工',
    '收房租',
    '炒股',
    '在工厂上班',
    '进厂',
    '普工',
  ].map((words): Row => ['W16', 'occupation', words, true, { ...labourer, occupation: { text: words } }]),
  ...[
    '缝纫工',
    '砌砖工',
    '饭店服务员',
    '网约车司机',
    '电商直播员',
    '房屋中介',
    '护林员',
    '理财顾问',
    '出租车司机',
    '学生宿舍管理员',
    '个体理发师',
  ].map((words): Row => ['W16', 'occupation', words, false, { ...labourer, occupation: { text: words } }]),
  ['W16', 'lastJob', '打工', true, { ...jobless, lastJob: '打工' }],
  ['W16', 'lastJob', '电焊工', false, jobless],
  ...['农业', '种地', '务农', '种来自家吃'].map(
    (words): Row => ['W17', 'farmProduct', words, true, { ...farmer, farmProduct: words }]
  ),
  ...['种植水稻', '养殖黑毛猪', '种葡萄'].map(
    (words): Row => ['W17', 'farmProduct', words, false, { ...farmer, farmProduct: words }]
  ),
  [
    'H1',
    'occupation',
    'enumerator left the code out',
    true,
    { ...labourer, occupation: { text: '缝纫工' } },
    {},
    { mode: 'visit' },
  ],
  ['H1', 'occupation', 'enumerator gave the code', false, labourer, {}, { mode: 'visit' }],
  // work
  ['E18', 'placeDivision', '省外 in 广东', false, labourer],
  ['E18', 'placeDivision', '省外 in 都匀', true, { ...labourer, placeDivision: '522701' }],
  ['E18', 'placeDivision', '县内 in 三都', false, { ...labourer, placeClass: '1', placeDivision: '522732' }],
  ['E18', 'placeDivision', '县内 in 都匀', true, { ...labourer, placeClass: '1', placeDivision: '522701' }],
  ['E18', 'placeDivision', '县外市内 in 都匀', false, { ...labourer, placeClass: '2', placeDivision: '522701' }],
  ['E18', 'placeDivision', '县外市内 in 三都', true, { ...labourer, placeClass: '2', placeDivision: '522732' }],
  ['E18', 'placeDivision', '市外省内 in 贵阳', false, { ...labourer, placeClass: '3', placeDivision: '520102' }],
  ['E18', 'placeDivision', '市外省内 in 都匀', true, { ...labourer, placeClass: '3', placeDivision: '522701' }],
  ['required', 'placeCountry', '境外 without a country', true, { ...labourer, placeClass: '5' }],
  ['W19', 'startDate', 'began at 14', true, { ...labourer, startDate: '2002-12' }],
  ['W19', 'startDate', 'began in the month of the 15th birthday', false, { ...labourer, startDate: '2003-01' }],
  ['value', 'startDate', 'begins next month', true, { ...labourer, startDate: '2018-03' }],
  ['W20', 'income', '50,001', true, { ...labourer, income: 50_001 }],
  ['W20', 'income', '50,000', false, { ...labourer, income: 50_000 }],
  ['W20', 'income', '300', true, { ...labourer, income: 300 }],
  ['W20', 'income', '301', false, { ...labourer, income: 301 }],
  ['W20', 'income', 'nothing this month, own stall', false, { ...labourer, role: '3', income: 0 }],
  ['W20', 'income', 'a band only', false, { ...labourer, income: { band: '2' } }],
  ['W21', 'notWorkReason', 'looks for work without wish', true, { ...jobless, notWorkReason: ['06'] }],
  ['W21', 'notWorkReason', 'looks for work and studies', true, { ...jobless, notWorkReason: ['01', '07'] }],
  ['W21', 'notWorkReason', 'looks for work, no skill', false, { ...jobless, notWorkReason: ['02'] }],
  ['W21', 'notWorkReason', 'does not look, no wish', false, { ...jobless, sought: false, notWorkReason: ['06'] }],
  ['W27', 'lostDate', 'before the last job', true, { ...jobless, startDate: '2017-11' }],
  ['W27', 'lostDate', 'after the last job', false, { ...jobless, startDate: '2016-03' }],
  ['W27', 'lostDate', 'at 14', true, { ...jobless, lostDate: '2002-06' }],
  [
    'W27',
    'returnDate',
    'before the last job, as the register knows it',
    true,
    { ...jobless, returned: true, returnDate: '2015-01' },
    { register: { startDate: '2016-03' } },
  ],
  [
    'W27',
    'returnDate',
    'after it',
    false,
    { ...jobless, returned: true, returnDate: '2017-12' },
    { register: { startDate: '2016-03' } },
  ],
  ['W36', 'unitName', 'a unit with nobody', true, labourer, {}, unit(0, 1)],
  ['W36', 'unitName', 'more people than the unit has', true, labourer, {}, unit(5, 6)],
  ['W36', 'unitName', 'a unit of 60', false, labourer, {}, unit(60, 6)],
];

/** For each choice with «other»: words that the list has already, and words of one's own. */
function companions(): Row[] {
  const base: Record<string, Answers> = {
    jobForm: labourer,
    flexKind: { ...labourer, jobForm: '4' },
    unitType: labourer,
    transferWay: labourer,
    bizKind: { ...labourer, jobForm: '5', role: '2' },
    unempReason: jobless,
    notWorkReason: jobless,
    trained: labourer,
    wantCourses: labourer,
  };
  return Object.entries(base).flatMap(([key, answers]): Row[] => {
    const field = personalForm.fields[key as keyof typeof personalForm.fields];
    if (!('list' in field) || !('other' in field)) return [];
    const chosen = field.kind === 'codes' ? [field.other] : field.other;
    const listed = field.list.items.find((item) => item.code !== field.other)?.label;
    return [
      [
        'E15',
        `${key}Other`,
        'writes what is on the list',
        true,
        { ...answers, [key]: chosen, [`${key}Other`]: listed },
      ],
      [
        'E15',
        `${key}Other`,
        'writes something else',
        false,
        { ...answers, [key]: chosen, [`${key}Other`]: '示例说明' },
      ],
    ];
  });
}

function fullWidth(number: string): string {
  return number.toLowerCase().replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function withPrefix(prefix: string, born: string): string {
  return sampleIdNumber(prefix, born, '1', 0);
}

const cases: RuleCase[] = rows.map(([rule, field, who, speaks, answers, sketch, more]) => ({
  rule,
  field,
  who,
  speaks,
  answers,
  ctx: knowing(sketch, more),
}));

test.each(cases.map((one) => [one.rule, one.field, one.who, one.speaks, one] as const))(
  '%s beside %s: %s → %s',
  (_rule, _field, _who, speaks, one) => {
    expect(broken(personalForm, one)).toBe(speaks);
  }
);

test('every rule has somebody who breaks it and somebody who keeps it', () => {
  expect(untried(personalForm, cases)).toEqual([]);
});

test('a whole household record of a labourer is clean', () => {
  expect(check(personalForm, labourer, knowing())).toEqual([]);
  expect(check(personalForm, jobless, knowing())).toEqual([]);
});

test('no sentence repeats an identity number, a telephone or an answer', () => {
  const secretOf = (one: RuleCase) =>
    [one.answers.idNo, one.answers.headIdNo, one.answers.phone, one.answers.disabilityNo, registered().idNo].filter(
      (value): value is string => typeof value === 'string' && value.length > 10
    );
  for (const one of cases)
    for (const finding of check(personalForm, one.answers, one.ctx)) {
      for (const secret of secretOf(one)) expect(finding.message).not.toContain(secret);
      expect(finding.message).toMatch(/。$/);
      expect(finding.message).not.toMatch(/undefined|null|NaN|\[object/);
    }
});
