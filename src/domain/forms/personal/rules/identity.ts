import { readIdNumber } from '@/domain/identity';
import type { JudgedPerson, PersonalRule } from '../answers';

const oldNumber = (given: unknown): boolean => typeof given === 'string' && /^\s*\d{15}\s*$/.test(given);

/** A masked number comes from the register and was judged when it was first taken. */
const masked = (number: string | undefined): boolean => number?.includes('*') ?? false;

const holderTypes: Readonly<Record<string, { type: string; words: string }>> = {
  citizen: { type: '1', words: '居民身份证' },
  hkmt: { type: '3', words: '港澳台居民居住证' },
  foreigner: { type: '4', words: '外国人永久居留身份证' },
};

const askedAgain = (field: 'idNo' | 'headIdNo', whose: string): PersonalRule => ({
  id: 'W5',
  severity: 'warning',
  field,
  title: '15位旧号码换算成18位后请再核对',
  find: ({ given, answers }) =>
    oldNumber(given[field]) && answers[field] !== undefined
      ? `${whose}填的是15位旧号码，已换算成18位。请对照身份证或户口本核对，一致的写明“已核对”`
      : undefined,
});

const knownPrefix = ({ answers, ctx }: JudgedPerson): string | undefined => {
  if (answers.idNo === undefined || masked(answers.idNo)) return undefined;
  const reading = readIdNumber(answers.idNo, ctx.today);
  return reading.ok && 'prefixKnown' in reading && !reading.prefixKnown
    ? '「公民身份号码」前六位不是已知的县区代码，请对照身份证核对；没有填错的写明原因'
    : undefined;
};

const contradicts = (field: 'sex' | 'birthDate', words: string): PersonalRule => ({
  id: 'E3',
  severity: 'fault',
  field,
  title: `${words}和身份号码一致`,
  find({ given, answers, look }) {
    const wrote = given[field];
    const derived = look(field);
    if (typeof wrote !== 'string' || wrote === '' || answers.idNo === undefined || derived === undefined)
      return undefined;
    return wrote === derived ? undefined : `「${words}」和身份号码对不上，请核对身份号码，或改正${words}`;
  },
});

/** W2 E3 E4 W5: the number, whose it is and what follows from it. E1 is kept by the kind of the field. */
export const identityRules: readonly PersonalRule[] = [
  { id: 'W2', severity: 'warning', field: 'idNo', title: '身份号码前六位是现在或过去的县区代码', find: knownPrefix },
  {
    id: 'E1',
    severity: 'fault',
    field: 'idType',
    title: '证件类型和号码一致',
    find({ answers, ctx }) {
      if (answers.idNo === undefined || masked(answers.idNo)) return undefined;
      const reading = readIdNumber(answers.idNo, ctx.today);
      const holder = reading.ok ? holderTypes[reading.holder] : undefined;
      return holder && holder.type !== answers.idType
        ? `「证件类型」和号码对不上：这是${holder.words}的号码，请改选“${holder.words}”`
        : undefined;
    },
  },
  contradicts('sex', '性别'),
  contradicts('birthDate', '出生日期'),
  {
    id: 'E4',
    severity: 'fault',
    field: 'idNo',
    title: '一个身份号码在全县只登记一个人',
    find: ({ ctx }) =>
      ctx.others?.idNumberTaken
        ? '「公民身份号码」在县里已经登记过另一个人，请核对；确实没有填错的，请联系村委会，工作人员会查清是谁的号码'
        : undefined,
  },
  askedAgain('idNo', '「公民身份号码」'),
  askedAgain('headIdNo', '「户主身份证号」'),
];
