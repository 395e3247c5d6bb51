import type { Role } from '@/domain/access';
import { countyCode, type EditionId, towns } from '@/domain/divisions';
import { surnameOf } from './names';
import { randomFrom } from './random';
import type { CountyWish, SeedAccount, SeedVillage } from './types';

const company = '示例人力资源服务有限公司';
const office = '县就业办（示例）';
const departments = [
  '人社局',
  '扶贫办',
  '教育局',
  '统计局',
  '公安局',
  '卫计局',
  '市场监管局',
  '民政局',
  '编办',
  '残联',
];

interface Wanted {
  key: string;
  role: Role;
  title: string;
  organisation: string;
  scopes: string[];
  /** Only the first of a kind can be signed in as. */
  persona?: string;
  note?: string;
  languages?: string[];
  badgeNo?: string;
}

/** Everyone who works on the campaign, with stable ids and names from the seed. */
export function makeStaff(
  wish: CountyWish,
  villages: readonly SeedVillage[],
  home: string,
  phoneOf: () => string
): SeedAccount[] {
  const random = randomFrom(`staff ${wish.seed}`);
  const wanted = [
    ...companyStaff(wish),
    ...committees(villages, home),
    ...townOffices(wish.edition, home.slice(0, 9)),
    ...countyOffice(),
  ];
  return wanted.map(({ key, role, title, organisation, scopes, persona, note, languages = [], badgeNo = '' }) => ({
    accountId: `account-${key}`,
    name: `${surnameOf('25', random)}${random.pick(Array.from('建军志勇文华平云海林成胜忠学丽芬燕芳春梅'))}${random.pick(Array.from('明义仁礼信安宁康'))}`,
    phone: phoneOf(),
    persona: persona ?? null,
    note: note ?? `${organisation}${title}`,
    posts: [{ postId: `post-${key}`, role, title, organisation, languages, badgeNo, scopes }],
    persons: [],
  }));
}

/** 115–215 enumerators carried 400,000 people in the plan: one for about 2,000, at least six. */
export function enumeratorCount(people: number): number {
  return Math.min(1000, Math.max(6, Math.round(people / 2000)));
}

function companyStaff({ people }: CountyWish): Wanted[] {
  const count = enumeratorCount(people);
  const languages = [
    ['汉语', '水语'],
    ['汉语', '水语'],
    ['汉语', '水语', '布依语'],
    ['汉语', '布依语'],
    ['汉语', '苗语'],
  ];
  const enumerators = Array.from(
    { length: count },
    (_, place): Wanted => ({
      key: `enumerator-${place + 1}`,
      role: 'enumerator',
      title: '采集员',
      organisation: company,
      scopes: [],
      languages: languages[place % languages.length] ?? [],
      badgeNo: `示例${String(place + 1).padStart(4, '0')}`,
      ...(place === 0 ? { persona: 'enumerator', note: '采集员，负责中和镇的村，常在没有信号的地方' } : {}),
    })
  );
  const supervisors = Array.from(
    { length: Math.ceil(count / 40) },
    (_, place): Wanted => ({
      key: `supervisor-${place + 1}`,
      role: 'supervisor',
      title: '督导',
      organisation: company,
      scopes: [countyCode],
      ...(place === 0 ? { persona: 'supervisor', note: '采集公司督导，管分工和质量' } : {}),
    })
  );
  return [...enumerators, ...supervisors];
}

function committees(villages: readonly SeedVillage[], home: string): Wanted[] {
  return villages.map(
    ({ code, name }): Wanted => ({
      key: `secretary-${code.slice(6)}`,
      role: 'committee',
      title: '村支书',
      organisation: `${name}村支两委`,
      scopes: [code],
      ...(code === home ? { persona: 'secretary', note: `${name}支书，带采集员入户，催没填的人` } : {}),
    })
  );
}

function townOffices(edition: EditionId, homeTown: string): Wanted[] {
  return towns(edition).map(
    ({ code, name }): Wanted => ({
      key: `town-${code.slice(6)}`,
      role: 'town',
      title: '劳保所经办',
      organisation: `${name}人民政府`.replace('街道人民政府', '街道办事处'),
      scopes: [code],
      ...(code === homeTown ? { persona: 'town', note: `${name}经办，审核记录，清待归属名单` } : {}),
    })
  );
}

function countyOffice(): Wanted[] {
  const whole = { scopes: [countyCode] };
  return [
    {
      key: 'county-1',
      role: 'county',
      title: '经办',
      organisation: office,
      ...whole,
      persona: 'county',
      note: '县就业办，管进度、账号、名册和验收',
    },
    {
      key: 'county-2',
      role: 'county',
      title: '负责人',
      organisation: office,
      ...whole,
      persona: 'county-lead',
      note: '县就业办负责人，复核和审批',
    },
    {
      key: 'inspector-1',
      role: 'inspector',
      title: '抽查员',
      organisation: '县统计局（示例）',
      ...whole,
      persona: 'inspector',
      note: '抽查员，盲访抽中的人',
    },
    { key: 'inspector-2', role: 'inspector', title: '抽查员', organisation: '县财政局（示例）', ...whole },
    { key: 'inspector-3', role: 'inspector', title: '抽查员', organisation: '县人社局（示例）', ...whole },
    ...departments.map(
      (department, place): Wanted => ({
        key: `liaison-${place + 1}`,
        role: 'liaison',
        title: '联络员',
        organisation: `县${department}（示例）`,
        ...whole,
        ...(department === '扶贫办' ? { persona: 'liaison', note: '县扶贫办联络员，交换名单' } : {}),
      })
    ),
    {
      key: 'auditor-1',
      role: 'auditor',
      title: '审计员',
      organisation: '县审计局（示例）',
      ...whole,
      persona: 'auditor',
      note: '审计员，查谁看过什么',
    },
    {
      key: 'keeper-1',
      role: 'keeper',
      title: '保密员',
      organisation: office,
      ...whole,
      persona: 'keeper',
      note: '保密员，管密钥和导出审批',
    },
  ];
}
