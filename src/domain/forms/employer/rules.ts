import { codeList } from '@/domain/codes';
import { choiceLabel, type KeptByForm } from '@/domain/form';
import { readOrganisationCode, readRegistrationNumber } from '@/domain/identity';
import type { EmployerAnswers, EmployerRule } from './answers';

type Count = 'female' | 'local' | 'rural' | 'poor' | 'disabled' | 'insPension' | 'insUnemp' | 'insInjury';

const kinds = ['cEstab', 'cContract', 'cDispatch', 'cOther', 'cStudent', 'cPension'] as const;

/** A part of the staff cannot outnumber it. */
const partOfTotal = (field: Count, words: string): EmployerRule => ({
  id: 'E31',
  severity: 'fault',
  field,
  title: `${words}不超过从业人员总数`,
  find: ({ answers }) =>
    (answers[field] ?? 0) > (answers.total ?? Number.POSITIVE_INFINITY)
      ? `「${words}」不能多于从业人员总数，请核对两个数`
      : undefined,
});

/** More insured than staff happens where people are insured in another's name: asked, not refused. */
const insuredOfTotal = (field: Count, words: string): EmployerRule => ({
  ...partOfTotal(field, words),
  severity: 'warning',
  find: ({ answers }) =>
    (answers[field] ?? 0) > (answers.total ?? Number.POSITIVE_INFINITY)
      ? `「${words}」多于从业人员总数，请核对；有挂靠参保的写明原因`
      : undefined,
});

/** First two characters of the credit code → the types of unit it goes with (W34). */
const typesOfCode: Readonly<Record<string, readonly string[]>> = {
  '11': ['30'],
  '12': ['50', '55', '56', '57'],
  '31': ['82'],
  '51': ['70'],
  '52': ['91'],
  '53': ['93'],
  '54': ['96'],
  '55': ['95'],
  '71': ['94'],
  '91': ['10', '83'],
  '92': ['81'],
  '93': ['92'],
};

function typeOfCode({ uscc, unitType }: EmployerAnswers): string | undefined {
  const fitting = typesOfCode[uscc?.slice(0, 2) ?? ''];
  if (!fitting || unitType === undefined || fitting.includes(unitType)) return undefined;
  const expected = choiceLabel(codeList('unit_type'), fitting[0] ?? '');
  return `「单位类型」和信用代码对不上：这个代码一般是“${expected}”，请核对；没有选错的写明原因`;
}

function economicFault({ unitType = '', economicType }: EmployerAnswers): string | undefined {
  if (economicType === undefined) return undefined;
  if (['30', '50', '55', '56', '57'].includes(unitType) && economicType !== '110')
    return '「经济类型」：机关、事业单位一般是“国有全资”，请核对；不是的写明原因';
  if (unitType === '81' && economicType !== '175')
    return '「经济类型」：个体工商户一般是“个体经营”，请核对；不是的写明原因';
  if (unitType !== '81' && unitType !== '' && economicType === '175')
    return '「经济类型」选了“个体经营”，但单位类型不是个体工商户，请核对；没有选错的写明原因';
  return economicType >= '200' && economicType < '400' && unitType !== '' && unitType !== '10'
    ? '「经济类型」选了港澳台或国外投资，一般只有企业才是，请核对；没有选错的写明原因'
    : undefined;
}

function oldNumberFault({ oldRegNo }: EmployerAnswers): string | undefined {
  if (oldRegNo === undefined) return undefined;
  const number = oldRegNo.replace(/-/g, '');
  const reading = number.length === 9 ? readOrganisationCode(number) : readRegistrationNumber(number);
  return reading.ok ? undefined : `「原注册号或组织机构代码」：${reading.message}`;
}

export const employerRules: readonly EmployerRule[] = [
  {
    id: 'E33',
    severity: 'fault',
    field: 'oldRegNo',
    title: '原注册号15位或组织机构代码9位，校验位对',
    find: ({ answers }) => oldNumberFault(answers),
  },
  {
    id: 'W34',
    severity: 'warning',
    field: 'unitType',
    title: '信用代码前两位和单位类型一致',
    find: ({ answers }) => typeOfCode(answers),
  },
  {
    id: 'W35',
    severity: 'warning',
    field: 'economicType',
    title: '经济类型和单位类型一致',
    find: ({ answers }) => economicFault(answers),
  },
  {
    id: 'E30',
    severity: 'fault',
    field: 'total',
    title: '从业人员总数等于六类人员之和',
    find({ answers }) {
      if (answers.total === undefined || answers.cContract === undefined) return undefined;
      const sum = kinds.reduce((so, kind) => so + (answers[kind] ?? 0), 0);
      return sum === answers.total ? undefined : '「从业人员总数」和六类人员加起来的数不一样，请核对，改到一样';
    },
  },
  partOfTotal('female', '其中女性'),
  partOfTotal('local', '其中本县户籍'),
  partOfTotal('rural', '其中农村劳动力'),
  partOfTotal('poor', '其中建档立卡贫困劳动力'),
  partOfTotal('disabled', '其中残疾人'),
  {
    id: 'E31',
    severity: 'warning',
    field: 'contractSigned',
    title: '签订劳动合同人数不超过建立劳动关系人数',
    find: ({ answers }) =>
      (answers.contractSigned ?? 0) > (answers.cContract ?? Number.POSITIVE_INFINITY)
        ? '「签订劳动合同人数」多于和本单位建立劳动关系的人数，请核对；没有填错的写明原因'
        : undefined,
  },
  insuredOfTotal('insPension', '参加职工养老保险人数'),
  insuredOfTotal('insUnemp', '参加失业保险人数'),
  insuredOfTotal('insInjury', '参加工伤保险人数'),
  {
    id: 'E31',
    severity: 'warning',
    field: 'siNo',
    title: '有人参保的单位填社会保险登记编号',
    find: ({ answers }) =>
      answers.siNo === undefined && (answers.insPension ?? 0) + (answers.insUnemp ?? 0) + (answers.insInjury ?? 0) > 0
        ? '「社会保险登记编号」没有填，但有人参保，请填写；查不到编号的写明原因'
        : undefined,
  },
  {
    id: 'E32',
    severity: 'fault',
    field: 'shortTotal',
    title: '缺工人数等于各岗位需求人数之和',
    find({ answers }) {
      if (answers.shortTotal === undefined || answers.posts === undefined) return undefined;
      const sum = answers.posts.reduce((so, post) => so + (post.count ?? 0), 0);
      return sum === answers.shortTotal ? undefined : '「缺工人数」和各岗位需求人数加起来的数不一样，请核对，改到一样';
    },
  },
  {
    id: 'E32',
    severity: 'fault',
    field: 'posts',
    title: '岗位的月薪下限不高于上限',
    find({ answers }) {
      const wrong =
        answers.posts?.findIndex((post) => (post.payFrom ?? 0) > (post.payTo ?? Number.POSITIVE_INFINITY)) ?? -1;
      return wrong < 0 ? undefined : `「招工岗位」第 ${wrong + 1} 条的月薪下限高于上限，请改正`;
    },
  },
  {
    id: 'E32',
    severity: 'warning',
    field: 'posts',
    title: '岗位的有效期还没有过',
    find({ answers, ctx }) {
      const past = answers.posts?.findIndex((post) => post.validTo !== undefined && post.validTo < ctx.today) ?? -1;
      return past < 0 ? undefined : `「招工岗位」第 ${past + 1} 条的有效期已经过了，请核对；仍要登记的写明原因`;
    },
  },
];

export const keptByEmployerForm: readonly KeptByForm[] = [
  { id: 'E33', title: '统一社会信用代码18位，校验位和第9—17位都对', by: '字段种类 uscc' },
  { id: 'E30', title: '只有机关、事业单位有国家编制人员', by: 'cEstab 的 askedWhen' },
];
