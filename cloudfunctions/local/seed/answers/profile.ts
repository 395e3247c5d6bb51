import type { Code } from '@/domain/codes';
import { workingAgeOn } from '@/domain/forms';
import { addDays, ageOn } from '@/domain/identity';
import type { Random } from '../random';
import type { SeedPerson } from '../types';

/** What a person does, decided before any question, so that the answers agree with each other. */
export interface Profile {
  age: number;
  populationClass: Code<'population_class'>;
  doing: 'job' | 'seeking' | 'neither';
  job?: Job;
  education: Code<'education'>;
  marital: '10' | '20' | '30' | '40';
  wantsTraining: boolean;
}

export interface Job {
  jobForm: Code<'job_form'>;
  role: Code<'work_role'>;
  industry: Code<'industry'>;
  occupation: { code: Code<'occupation'>; text: string };
  unit: string;
  /** '' where he lives at home. */
  away: string;
  pay: number;
  since: string;
}

type Kind = Omit<Job, 'away' | 'pay' | 'since'> & { pay: readonly [number, number] };

/** Far from home most work in factories and on building sites. */
const away: readonly (readonly [Kind, number])[] = [
  [
    {
      jobForm: '2',
      role: '1',
      industry: '18',
      occupation: { code: '6-05', text: '缝纫工' },
      unit: '示例制衣厂',
      pay: [32, 55],
    },
    22,
  ],
  [
    {
      jobForm: '2',
      role: '1',
      industry: '39',
      occupation: { code: '6-25', text: '电子装配工' },
      unit: '示例电子厂',
      pay: [34, 60],
    },
    26,
  ],
  [
    {
      jobForm: '2',
      role: '1',
      industry: '19',
      occupation: { code: '6-05', text: '制鞋工' },
      unit: '示例鞋业公司',
      pay: [33, 56],
    },
    12,
  ],
  [
    {
      jobForm: '2',
      role: '1',
      industry: '47',
      occupation: { code: '6-29', text: '砌砖工' },
      unit: '示例建筑公司',
      pay: [42, 80],
    },
    16,
  ],
  [
    {
      jobForm: '2',
      role: '1',
      industry: '62',
      occupation: { code: '4-03', text: '饭店服务员' },
      unit: '示例餐饮公司',
      pay: [28, 45],
    },
    8,
  ],
  [
    { jobForm: '4', role: '1', industry: '60', occupation: { code: '4-02', text: '快递员' }, unit: '', pay: [35, 70] },
    8,
  ],
  [
    {
      jobForm: '3',
      role: '1',
      industry: '52',
      occupation: { code: '4-01', text: '商店营业员' },
      unit: '示例便利店',
      pay: [26, 42],
    },
    5,
  ],
  [
    {
      jobForm: '5',
      role: '2',
      industry: '62',
      occupation: { code: '4-03', text: '小吃店经营者' },
      unit: '',
      pay: [40, 120],
    },
    3,
  ],
];

const atHome: readonly (readonly [Kind, number])[] = [
  [
    {
      jobForm: '7',
      role: '3',
      industry: '01',
      occupation: { code: '5-01', text: '水稻种植工' },
      unit: '',
      pay: [8, 22],
    },
    48,
  ],
  [
    { jobForm: '4', role: '1', industry: '47', occupation: { code: '6-29', text: '泥水工' }, unit: '', pay: [18, 40] },
    16,
  ],
  [
    {
      jobForm: '4',
      role: '3',
      industry: '52',
      occupation: { code: '4-01', text: '赶场摊贩' },
      unit: '',
      pay: [12, 35],
    },
    7,
  ],
  [
    {
      jobForm: '6',
      role: '1',
      industry: '78',
      occupation: { code: '4-09', text: '村保洁员' },
      unit: '示例村民委员会',
      pay: [4, 9],
    },
    6,
  ],
  [
    {
      jobForm: '2',
      role: '1',
      industry: '15',
      occupation: { code: '6-02', text: '茶叶加工工' },
      unit: '示例茶业公司',
      pay: [20, 34],
    },
    8,
  ],
  [
    {
      jobForm: '1',
      role: '1',
      industry: '83',
      occupation: { code: '2-08', text: '小学教师' },
      unit: '示例小学',
      pay: [38, 60],
    },
    5,
  ],
  [
    {
      jobForm: '3',
      role: '1',
      industry: '80',
      occupation: { code: '4-10', text: '理发师' },
      unit: '示例理发店',
      pay: [18, 30],
    },
    5,
  ],
  [
    {
      jobForm: '5',
      role: '2',
      industry: '03',
      occupation: { code: '5-03', text: '生猪养殖户' },
      unit: '',
      pay: [25, 90],
    },
    5,
  ],
];

export function profileOf(person: SeedPerson, today: string, random: Random): Profile {
  const age = ageOn(person.birthDate, today);
  const populationClass = classOf(person, age, today, random);
  const works = populationClass === '03' && (person.residenceCode !== '' || random.chance(0.82));
  const retired = populationClass === '07' && random.chance(0.25);
  const common = {
    age,
    populationClass,
    education: educationOf(age, random),
    marital: maritalOf(person, age, random),
    wantsTraining: random.chance(0.35),
  };
  if (works || retired) return { ...common, doing: 'job', job: jobOf(person, age, today, random) };
  return { ...common, doing: populationClass === '03' && random.chance(0.45) ? 'seeking' : 'neither' };
}

function classOf(
  { sex, residenceCode }: SeedPerson,
  age: number,
  today: string,
  random: Random
): Profile['populationClass'] {
  if (age < 16) return '01';
  if (residenceCode === '' && random.chance(age < 19 ? 0.85 : age < 23 ? 0.4 : 0)) return '02';
  const { oldestMan, oldestWoman } = workingAgeOn(today);
  if (age > (sex === '2' ? oldestWoman : oldestMan)) return random.chance(0.93) ? '07' : '08';
  if (residenceCode !== '') return '03';
  return random.weighted([
    ['03', 962],
    ['08', 22],
    ['05', sex === '1' && age <= 25 ? 8 : 0],
    ['04', 3],
  ] as const);
}

function jobOf(person: SeedPerson, age: number, today: string, random: Random): Job {
  const { pay, ...kind } = random.weighted(person.residenceCode === '' ? atHome : away);
  const years = Math.min(Math.max(0, age - 18), 12);
  const since = addDays(today, -random.whole(20, 60 + years * 365)).slice(0, 7);
  return { ...kind, away: person.residenceCode, pay: random.whole(...pay) * 100, since };
}

function educationOf(age: number, random: Random): Profile['education'] {
  if (age < 19) return '71';
  if (age > 55)
    return random.weighted([
      ['81', 55],
      ['90', 30],
      ['71', 15],
    ] as const);
  if (age > 35)
    return random.weighted([
      ['71', 60],
      ['81', 27],
      ['61', 8],
      ['41', 5],
    ] as const);
  if (age < 23)
    return random.weighted([
      ['71', 40],
      ['61', 35],
      ['44', 25],
    ] as const);
  return random.weighted([
    ['71', 52],
    ['61', 17],
    ['44', 12],
    ['31', 10],
    ['21', 9],
  ] as const);
}

function maritalOf({ relation }: SeedPerson, age: number, random: Random): Profile['marital'] {
  if (relation === '1' || relation === '6' || relation === '4') return '20';
  if (relation === '0') return age >= 70 && random.chance(0.3) ? '30' : '20';
  if (age < 23) return '10';
  return age > 70 ? '30' : random.chance(0.5) ? '10' : '20';
}
