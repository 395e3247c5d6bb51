import type { Answers, CheckContext } from '@/domain/form';
import { sampleIdNumber } from '@/domain/identity';

/** 示例 people: numbers are made when the test runs, in the range that registrars seldom reach. */
export const today = '2018-02-01';

export const idOf = (birthDate: string, sex: '1' | '2' = '1', turn = 0): string =>
  sampleIdNumber('522732', birthDate, sex, turn);

/** The birth date that makes somebody so old today. */
export const bornSoThatAge = (age: number): string => `${2018 - age}-01-15`;

export const villageName = '中和镇中海村（示例）';
const places: Readonly<Record<string, string>> = {
  '522732114289': villageName,
  '522732': '三都水族自治县',
  '522701': '都匀市',
  '520102': '贵阳市南明区',
  '441900': '广东省东莞市',
  '440000': '广东省',
};

export const divisions = {
  name: (code: string, edition?: string) => (edition === '2017-10-31' && code.length === 12 ? undefined : places[code]),
  editionsOf: (code: string) => (code in places ? ['2018-10-31'] : []),
};

export interface Sketch {
  age?: number;
  born?: string;
  sex?: '1' | '2';
  register?: Answers;
}

/** What the household register knows of a son of the house in 中和镇. */
export function registered({ age = 30, born = bornSoThatAge(age), sex = '1', register = {} }: Sketch = {}): Answers {
  return {
    idType: '1',
    idNo: idOf(born, sex),
    name: '韦·示例',
    ethnic: '25',
    hukouNature: '20',
    hukouVillage: '522732114289',
    hukouAddress: '三组',
    householdNo: 'H001',
    relation: '2',
    headName: '韦示例',
    headIdNo: idOf('1950-03-02', '1', 1),
    ...register,
  };
}

export const knowing = (sketch: Sketch = {}, more: Partial<CheckContext> = {}): CheckContext => ({
  today,
  divisions,
  register: registered(sketch),
  ...more,
});

/** A labourer at a factory in 东莞, every question answered. */
export const labourer: Answers = {
  populationClass: '03',
  phone: '13800138000',
  homeSame: false,
  homeDivision: '441900',
  homeAddress: '示例路1号',
  health: '1',
  marital: '20',
  education: '71',
  poorRegistered: false,
  relocated: false,
  landLost: false,
  insurance: ['1', '3'],
  policies: ['9'],
  worked: true,
  jobForm: '2',
  role: '1',
  placeClass: '4',
  placeDivision: '441900',
  unitName: '示例服装厂',
  unitType: '10',
  industry: '18',
  occupation: { code: '6-05', text: '缝纫工' },
  startDate: '2016-03',
  contract: '2',
  contractEnd: '2019-12-31',
  income: 3500,
  transferWay: '2',
  skillHas: false,
  trained: ['1'],
  jobWant: false,
  trainWant: true,
  wantCourses: ['06'],
  wantDays: '2',
};

/** The same person without work, looking for it. */
export const jobless: Answers = {
  ...labourer,
  homeSame: true,
  worked: false,
  jobOff: false,
  familyHelp: false,
  sought: true,
  canStart: true,
  returned: false,
  unempCategory: '2',
  lastJob: '电焊工',
  lostDate: '2017-10',
  unempReason: '4',
  unempRegistered: false,
  notWorkReason: ['01'],
};
