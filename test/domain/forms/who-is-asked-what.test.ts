import { type Answers, askedFields, check, normalize, questionPages } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { jobless, knowing, labourer, registered, type Sketch, today } from './people';

const questions = (answers: Answers, sketch: Sketch) => askedFields(personalForm, answers, knowing(sketch));

const blocksBCD = ['employment', 'skills', 'wishes'];
const inBlocks = (keys: readonly string[], blocks: readonly string[]) =>
  keys.filter((key) => blocks.includes(personalForm.blockOf[key]?.id ?? ''));

/** Every way to answer the questions of yes, no and short lists that open further questions. */
const turns: readonly Answers[] = [
  {},
  { homeSame: false, homeDivision: '4419' },
  { health: '6', disabled: true },
  { homeSame: false, homeDivision: '4419', health: '6', disabled: true },
  { homeSame: true, health: '6', disabled: false, phone: '13800138000', insurance: ['9'] },
];

describe('a child', () => {
  test.each([0, 1, 6, 12, 13, 14, 15])('of %i is put at most five questions, whatever the answers', (age) => {
    for (const answers of turns) {
      expect(questions(answers, { age }).length).toBeLessThanOrEqual(5);
      expect(inBlocks(questions(answers, { age }), blocksBCD)).toEqual([]);
    }
  });

  test('is classed by age, with one tap to confirm', () => {
    const pages = questionPages(personalForm, {}, knowing({ age: 8 }));
    expect(pages[0]?.fields).toContain('populationClass');
    expect(normalize(personalForm, {}, knowing({ age: 8 })).populationClass).toBe('01');
  });

  test.each([
    [12, false],
    [13, true],
    [15, true],
  ])('of %i is asked for the school: %s', (age, asked) => {
    expect(questions({}, { age }).includes('studySchool')).toBe(asked);
  });

  test('turns sixteen on the birthday, not a day sooner', () => {
    expect(normalize(personalForm, {}, knowing({ born: '2002-02-02' })).populationClass).toBe('01');
    expect(normalize(personalForm, {}, knowing({ born: '2002-02-01' })).populationClass).toBeUndefined();
  });
});

describe('a retired person', () => {
  const retired = { populationClass: '07', worked: false };

  test.each([
    ['a man of 61', { age: 61 }],
    ['a man of 52 who retired early', { age: 52 }],
    ['a woman of 56', { age: 56, sex: '2' as const }],
    ['a woman of 90', { age: 90, sex: '2' as const }],
    ['a city woman of 60', { age: 60, sex: '2' as const, register: { hukouNature: '10' } }],
  ])('(%s) is put at most eight questions, whatever the answers', (_who, sketch) => {
    for (const answers of turns) expect(questions({ ...retired, ...answers }, sketch).length).toBeLessThanOrEqual(8);
  });

  test('answered for by a daughter is put no more', () => {
    for (const answers of turns)
      expect(
        askedFields(personalForm, { ...retired, ...answers }, knowing({ age: 70 }, { proxy: true })).length
      ).toBeLessThanOrEqual(8);
  });

  test('above the working age is taken as retired until he says otherwise', () => {
    expect(normalize(personalForm, {}, knowing({ age: 61 })).populationClass).toBe('07');
    expect(normalize(personalForm, {}, knowing({ age: 60 })).populationClass).toBeUndefined();
    expect(normalize(personalForm, {}, knowing({ age: 56, sex: '2' })).populationClass).toBe('07');
    expect(normalize(personalForm, { populationClass: '03' }, knowing({ age: 61 })).populationClass).toBe('03');
  });

  test('who works again tells about the job, not about skills or wishes', () => {
    const asked = questions({ populationClass: '07', worked: true }, { age: 65 });
    expect(asked).toContain('jobForm');
    expect(inBlocks(asked, ['skills', 'wishes'])).toEqual([]);
  });
});

describe('a labourer', () => {
  const outOfWork = [
    'sought',
    'canStart',
    'unempCategory',
    'lastUnit',
    'lastJob',
    'lostDate',
    'unempReason',
    'unempRegistered',
    'notWorkReason',
  ];
  const atWork = [
    'jobForm',
    'role',
    'placeClass',
    'unitName',
    'industry',
    'occupation',
    'startDate',
    'contract',
    'income',
  ];

  test('in work never sees a question of one out of work', () => {
    const asked = questions(labourer, {});
    expect(asked.filter((key) => outOfWork.includes(key))).toEqual([]);
    expect(atWork.every((key) => asked.includes(key))).toBe(true);
  });

  test('out of work never sees a question of one in work', () => {
    const asked = questions(jobless, {});
    expect(asked.filter((key) => atWork.includes(key))).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining(outOfWork.filter((key) => key !== 'lastUnit')));
  });

  test('who changes from work to none keeps no answer about the job', () => {
    const kept = normalize(personalForm, { ...labourer, ...jobless }, knowing());
    expect(Object.keys(kept).filter((key) => atWork.includes(key))).toEqual([]);
  });

  test.each([
    ['20', true],
    ['50', true],
    ['10', false],
  ])('with register %s is asked about poverty, resettlement and land: %s', (hukouNature, asked) => {
    const keys = questions({ populationClass: '03' }, { register: { hukouNature } });
    expect(['poorRegistered', 'relocated', 'landLost'].every((key) => keys.includes(key))).toBe(asked);
    expect(['poorRegistered', 'relocated', 'landLost'].some((key) => keys.includes(key))).toBe(asked);
  });

  test('who works inside the county is not asked how he went away', () => {
    const kept = normalize(personalForm, { ...labourer, placeClass: '1', placeDivision: undefined }, knowing());
    expect(kept).not.toHaveProperty('transferWay');
    expect(kept.placeDivision).toBe('522732');
  });
});

describe('someone who is not here any more', () => {
  test.each([
    ['04', ['populationClass', 'classDate', 'remark']],
    ['05', ['populationClass', 'classDate', 'remark']],
    ['06', ['populationClass', 'classDate', 'remark']],
    ['09', ['populationClass', 'classDate', 'remark']],
    ['10', ['populationClass', 'classDate', 'remark']],
    ['11', ['populationClass', 'classDate', 'remark']],
    ['12', ['populationClass', 'remark']],
    ['13', ['populationClass', 'remark']],
    ['14', ['populationClass', 'remark']],
  ])('(class %s) is only asked %j', (populationClass, expected) => {
    expect(questions({ populationClass }, { age: 40 })).toEqual(expected);
  });
});

test('a student is asked for school and year, and for work only if he works', () => {
  const student = { populationClass: '02', worked: false, jobOff: false, familyHelp: false };
  const asked = questions(student, { age: 17 });
  expect(asked).toEqual(expect.arrayContaining(['studySchool', 'graduated', 'worked']));
  expect(inBlocks(asked, ['skills', 'wishes'])).toEqual([]);
  expect(asked).not.toContain('sought');
  expect(questions({ ...student, worked: true }, { age: 17 })).toContain('jobForm');
});

test('someone disabled who cannot work gives the certificate, and says whether he works', () => {
  const asked = questions(
    { populationClass: '08', health: '6', disabled: true, worked: false, jobOff: false },
    { age: 40 }
  );
  expect(asked).toEqual(expect.arrayContaining(['classDate', 'disabilityNo', 'worked', 'familyHelp']));
});

describe('what the register knows', () => {
  test('is one page to confirm and no question', () => {
    const pages = questionPages(personalForm, {}, knowing());
    expect(pages[0]).toMatchObject({ id: 'register', title: '请核对您的登记信息' });
    expect(pages[0]?.fields).toEqual(
      expect.arrayContaining(['idNo', 'name', 'sex', 'birthDate', 'ethnic', 'hukouVillage', 'relation', 'headName'])
    );
    expect(questions({}, {})).toEqual(['populationClass']);
  });

  test('is asked where the register is silent', () => {
    const { ethnic: _silent, ...rest } = registered();
    expect(askedFields(personalForm, {}, { today, register: rest })).toContain('ethnic');
    expect(askedFields(personalForm, {}, { today })).toEqual(
      expect.arrayContaining(['idType', 'name', 'hukouVillage'])
    );
  });

  test('masked numbers stand for themselves and are not asked again', () => {
    const { idNo: _full, headIdNo: _head, ...rest } = registered();
    const ctx = {
      today,
      register: { ...rest, sex: '1', birthDate: '1988-01-15' },
      held: { idNo: '522732********9912', headIdNo: '522732********9930' },
    };
    expect(askedFields(personalForm, {}, ctx)).toEqual(['populationClass']);
    expect(check(personalForm, { idNo: '522732********9912' }, ctx).filter((one) => one.field === 'idNo')).toEqual([]);
    expect(check(personalForm, { idNo: '522732********9920' }, ctx).map((one) => one.rule)).toContain('E1');
  });
});

describe('who collects', () => {
  test('is never a question to the resident himself', () => {
    expect(inBlocks(questions(labourer, {}), ['collection'])).toEqual([]);
    expect(normalize(personalForm, labourer, knowing()).outcome).toBe('05');
  });

  test('is asked of the enumerator, with the leading cadre at the door', () => {
    const visit = askedFields(personalForm, labourer, knowing({}, { mode: 'visit' }));
    expect(inBlocks(visit, ['collection'])).toEqual(['outcome', 'guide', 'gps', 'confirmed', 'remark']);
    const phone = askedFields(personalForm, labourer, knowing({}, { mode: 'phone' }));
    expect(inBlocks(phone, ['collection'])).toEqual(['outcome', 'confirmed', 'remark']);
  });
});

test('pages keep the order of the steps and show each question once', () => {
  const pages = questionPages(personalForm, labourer, knowing({}, { mode: 'visit' }));
  const steps = pages.map((page) => page.step).filter((step, place, all) => step !== all[place - 1]);
  expect(steps).toEqual(['身份', '基本', '工作', '技能', '愿望', '采集']);
  const shown = pages.flatMap((page) => page.fields);
  expect(new Set(shown).size).toBe(shown.length);
});
