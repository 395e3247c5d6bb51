import { addDays, birthdayOfAge } from '@/domain/identity';
import type { Random } from '../random';
import type { SeedHousehold, SeedPerson } from '../types';
import type { Job, Profile } from './profile';

/** All that an answer may depend on. */
export interface Asked {
  person: SeedPerson;
  household: SeedHousehold;
  profile: Profile;
  today: string;
  /** The village secretary. */
  cadre: string;
  cadrePhone: string;
  mode: 'self' | 'visit' | 'phone';
  random: Random;
}

type Giver = (asked: Asked) => unknown;

const rarely =
  (share: number): Giver =>
  ({ random }) =>
    random.chance(share);
const ofJob =
  (give: (job: Job, asked: Asked) => unknown): Giver =>
  (asked) =>
    asked.profile.job ? give(asked.profile.job, asked) : undefined;
const monthsAgo =
  (from: number, to: number): Giver =>
  ({ today, random }) =>
    addDays(today, -random.whole(from * 30, to * 30)).slice(0, 7);

const county = '522732';

/** By field of the personal form. What is not here is left unanswered; the test tells when a required one is missing. */
export const givers: Readonly<Record<string, Giver>> = {
  populationClass: ({ profile }) => profile.populationClass,
  classDate: monthsAgo(3, 40),
  phone: (asked) => reachedBy(asked)?.phone,
  phoneOwner: (asked) => reachedBy(asked)?.owner,
  homeSame: ({ person }) => person.residenceCode === '',
  homeDivision: ({ person }) => person.residenceCode || undefined,
  homeAddress: ({ person }) => person.residenceAddress || undefined,
  health: ({ profile, random }) =>
    profile.populationClass === '08'
      ? '3'
      : random.weighted([
          ['1', 88],
          ['2', 7],
          ['3', profile.age > 50 ? 15 : 3],
        ]),
  disabled: () => false,
  marital: ({ profile }) => profile.marital,
  education: ({ profile }) => profile.education,
  studySchool: ({ profile }) => (profile.populationClass === '01' ? '示例中学' : '示例高级中学'),
  graduated: ({ person, profile, today }) =>
    profile.populationClass === '02'
      ? `${Number(today.slice(0, 4)) + 1}-07`
      : birthdayOfAge(person.birthDate, profile.education === '21' ? 23 : 20).slice(0, 7) < today.slice(0, 7)
        ? birthdayOfAge(person.birthDate, profile.education === '21' ? 23 : 20).slice(0, 7)
        : undefined,
  political: ({ random }) =>
    random.weighted([
      ['13', 90],
      ['03', 6],
      ['01', 4],
    ]),
  poorRegistered: ({ household }) => Number(household.householdNo.slice(-1)) < 2,
  poorOut: rarely(0.6),
  relocated: ({ household }) => household.householdNo.endsWith('17'),
  relocatedTo: () => '示例移民社区',
  landLost: () => false,
  insurance: ({ profile }) => (profile.job?.jobForm === '1' ? ['2', '4'] : ['1', '3']),
  policies: ({ profile }) => (profile.job?.jobForm === '6' ? ['1'] : ['9']),

  worked: ({ profile, random }) =>
    profile.doing === 'job' && !(profile.populationClass === '03' && random.chance(0.05)),
  jobOff: ({ profile }) => profile.doing === 'job',
  familyHelp: () => false,
  sought: ({ profile }) => profile.doing === 'seeking',
  canStart: ({ profile }) => profile.doing === 'seeking',
  jobForm: ofJob(({ jobForm }) => jobForm),
  role: ofJob(({ role }) => role),
  flexKind: ofJob(({ role }) => (role === '3' ? '5' : '6')),
  placeClass: ofJob(({ away }) => placeClassOf(away)),
  placeDivision: ofJob(({ away }) => away || county),
  unitName: ofJob(({ unit }) => unit || undefined),
  unitType: ofJob(({ jobForm }) => (jobForm === '1' ? '50' : jobForm === '3' ? '81' : jobForm === '6' ? '95' : '10')),
  industry: ofJob(({ industry }) => industry),
  occupation: ofJob(({ occupation }) => occupation),
  farmProduct: ({ random }) => random.pick(['种植水稻', '种植葡萄', '养殖生猪', '种植茶叶']),
  startDate: ofJob(({ since }) => since),
  contract: ofJob(({ jobForm }, { random }) => (jobForm === '4' || random.chance(0.4) ? '4' : '2')),
  contractEnd: ({ today, random }) => addDays(today, random.whole(60, 700)),
  income: ofJob(({ pay }, { random }) => (random.chance(0.1) ? { band: bandOf(pay) } : pay)),
  transferWay: ({ random }) =>
    random.weighted([
      ['2', 80],
      ['3', 12],
      ['1', 8],
    ]),
  organised: () => false,
  bizName: () => '示例项目',
  bizDate: ofJob(({ since }) => since),
  bizKind: () => '2',
  bizJobs: ({ random }) => random.whole(1, 6),
  bizPoorJobs: () => 0,
  returned: () => false,
  unempCategory: ({ profile }) => (profile.age < 20 ? '1' : '2'),
  lastJob: () => '缝纫工',
  lostDate: monthsAgo(1, 8),
  unempReason: ({ random }) => random.pick(['1', '2', '4']),
  unempRegistered: rarely(0.2),
  notWorkReason: ({ profile, random }) =>
    profile.doing === 'seeking' ? [random.pick(['01', '02'])] : [random.pick(['03', '04', '06'])],

  skillHas: rarely(0.08),
  skillName: () => '电工',
  skillLevel: () => '5',
  titleHas: () => false,
  trained: () => ['1'],
  jobWant: ({ profile }) => profile.doing === 'seeking',
  intents: ({ random }) => [random.pick(['1', '2', '3'])],
  wantJobs: () => [{ code: '6-05', text: '缝纫工' }],
  wantPay: ({ random }) => random.whole(28, 55) * 100,
  trainWant: ({ profile }) => profile.wantsTraining,
  wantCourses: ({ random }) => [random.pick(['03', '05', '06', '11', '20', '21'])],
  wantDays: () => '2',

  outcome: ({ mode, person }) =>
    mode === 'phone' ? '04' : mode === 'self' ? '05' : person.residenceCode === '' ? '01' : '02',
  respondent: ({ person }) => (person.relation === '0' ? '1' : '0'),
  guide: ({ cadre }) => cadre,
  confirmed: () => true,
  remark: ({ person }) => (person.idType === '2' ? '户口簿上没有号码，正在补办（示例）' : undefined),
};

/** His own number, else one of the household, else the secretary's. */
function reachedBy({ person, household, profile, cadrePhone }: Asked): { phone: string; owner: string } | undefined {
  if (person.phone !== null) return { phone: person.phone, owner: person.phoneOwner };
  const family = household.members.find(({ phone }) => phone !== null)?.phone;
  if (family != null) return { phone: family, owner: '2' };
  return profile.populationClass === '07' ? undefined : { phone: cadrePhone, owner: '3' };
}

function placeClassOf(code: string): string {
  if (code === '') return '1';
  if (code.startsWith('5227')) return '2';
  return code.startsWith('52') ? '3' : '4';
}

function bandOf(pay: number): string {
  if (pay < 1500) return '1';
  return pay < 2500 ? '2' : pay < 5000 ? '3' : '4';
}
