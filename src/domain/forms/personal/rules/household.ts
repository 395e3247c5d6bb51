import type { Answers, CheckContext } from '@/domain/form';
import { ageOn, isCalendarDate } from '@/domain/identity';
import type { PersonalAnswers, PersonalRule } from '../answers';

/** The facts on the other members, where the caller knows the whole household. */
function head(members: readonly Answers[] | undefined): Answers | undefined {
  return members?.find((member) => member.relation === '0');
}

const bornOf = (answers: Answers): string | undefined =>
  typeof answers.birthDate === 'string' && isCalendarDate(answers.birthDate) ? answers.birthDate : undefined;

/** Years by which the first was born before the second; undefined where a date is missing. */
function yearsOlder(older: Answers, younger: Answers): number | undefined {
  const [first, second] = [bornOf(older), bornOf(younger)];
  if (first === undefined || second === undefined) return undefined;
  return first <= second ? ageOn(first, second) : -ageOn(second, first);
}

function generationFault(answers: PersonalAnswers, ctx: CheckContext): string | undefined {
  const first = head(ctx.others?.members);
  if (!first) return undefined;
  const gap =
    answers.relation === '2'
      ? yearsOlder(first, answers)
      : answers.relation === '3' || answers.relation === '4'
        ? yearsOlder(answers, first)
        : undefined;
  return gap !== undefined && gap < 15
    ? '「与户主关系」和年龄对不上：父母和子女相差不到15岁，请核对；继父母、养父母等情况写明原因'
    : undefined;
}

/** E9 W10: exactly one head, and relations that fit sex and age. */
export const householdRules: readonly PersonalRule[] = [
  {
    id: 'E9',
    severity: 'fault',
    field: 'relation',
    title: '每户只有一个户主',
    find: ({ answers, ctx }) =>
      answers.relation === '0' && head(ctx.others?.members)
        ? '「与户主关系」选了“户主”，但这一户已经有户主，请核对；换了户主的，先改原户主的关系'
        : undefined,
  },
  {
    id: 'E9',
    severity: 'fault',
    field: 'relation',
    title: '每户要有一个户主',
    find: ({ answers, ctx }) =>
      answers.relation !== undefined &&
      answers.relation !== '0' &&
      (ctx.others?.members?.length ?? 0) > 0 &&
      !head(ctx.others?.members)
        ? '「与户主关系」：这一户还没有户主，请先确定谁是户主'
        : undefined,
  },
  {
    id: 'E9',
    severity: 'fault',
    field: 'headIdNo',
    title: '户主本人的户主身份证号就是自己的号码',
    find({ answers, given }) {
      const wrote = given.headIdNo;
      if (
        answers.relation !== '0' ||
        typeof wrote !== 'string' ||
        wrote.trim() === '' ||
        answers.headIdNo === undefined
      )
        return undefined;
      return wrote.trim().toUpperCase() === answers.headIdNo
        ? undefined
        : '「户主身份证号」和本人的号码不一样，但关系选了“户主”，请改正其中一个';
    },
  },
  {
    id: 'E9',
    severity: 'warning',
    field: 'headIdNo',
    title: '户主身份证号要填，户主确实没有号码的说明原因',
    find: ({ answers, has }) =>
      has('headIdNo') && answers.headIdNo === undefined && answers.relation !== undefined && answers.relation !== '0'
        ? '「户主身份证号」还没有填，请填写；户主没有号码或问不到的写明原因'
        : undefined,
  },
  {
    id: 'W10',
    severity: 'warning',
    field: 'relation',
    title: '配偶和户主性别不同',
    find({ answers, ctx }) {
      const first = head(ctx.others?.members);
      return answers.relation === '1' && first && answers.sex !== undefined && first.sex === answers.sex
        ? '「与户主关系」选了“配偶”，但和户主性别相同，请核对'
        : undefined;
    },
  },
  {
    id: 'W10',
    severity: 'warning',
    field: 'relation',
    title: '父母比子女至少大15岁',
    find: ({ answers, ctx }) => generationFault(answers, ctx),
  },
  {
    id: 'W10',
    severity: 'warning',
    field: 'relation',
    title: '户主一般满16周岁',
    find({ answers, look }) {
      const years = look('age');
      return answers.relation === '0' && typeof years === 'number' && years < 16
        ? '「与户主关系」选了“户主”，但还没满16周岁，请核对；家里没有大人的写明原因'
        : undefined;
    },
  },
];
