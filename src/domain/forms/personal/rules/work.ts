import { ageOn } from '@/domain/identity';
import type { PersonalAnswers, PersonalRule } from '../answers';

/** A place class and the codes it may hold, seen from the county of the register (E18). */
function placeFault({ placeClass, placeDivision, hukouVillage }: PersonalAnswers): string | undefined {
  if (placeClass === undefined || placeDivision === undefined || hukouVillage === undefined) return undefined;
  const inside = (length: number) => placeDivision.startsWith(hukouVillage.slice(0, length));
  const fits: Readonly<Record<string, boolean>> = {
    '1': inside(6),
    '2': inside(4) && !inside(6),
    '3': inside(2) && !inside(4),
    '4': !inside(2),
  };
  return fits[placeClass] === false
    ? '「就业地区划」和「就业地点类别」对不上（如选了县内，地方却在外县），请改正其中一个'
    : undefined;
}

/** W27 speaks of the last job: the answer of now or, once the person is out of work, of the time before. */
function lastStart(given: unknown, register: unknown): string | undefined {
  const start = typeof given === 'string' && given !== '' ? given : register;
  return typeof start === 'string' && /^\d{4}-\d{2}$/.test(start) ? start : undefined;
}

const before = (field: 'lostDate' | 'returnDate', words: string, advice: string): PersonalRule => ({
  id: 'W27',
  severity: 'warning',
  field,
  title: `${words}不早于上一份工作的开始`,
  find({ answers, given, ctx }) {
    const start = lastStart(given.startDate, ctx.register?.startDate);
    const date = answers[field];
    return start !== undefined && date !== undefined && date < start
      ? `「${words}」比上一份工作的开始时间还早，请核对；${advice}`
      : undefined;
  },
});

/** E18 W19 W20 W21 W27 W36: the job, its place, time and pay. */
export const workRules: readonly PersonalRule[] = [
  {
    id: 'E18',
    severity: 'fault',
    field: 'placeDivision',
    title: '就业地点类别和区划一致',
    find: ({ answers }) => placeFault(answers),
  },
  {
    id: 'W19',
    severity: 'warning',
    field: 'startDate',
    title: '现工作开始时间不早于15岁生日',
    find({ answers }) {
      if (answers.startDate === undefined || answers.birthDate === undefined) return undefined;
      // The day is unknown: only a month that lies wholly before the birthday counts.
      return ageOn(answers.birthDate, `${answers.startDate}-31`) < 15
        ? '「现工作开始时间」时还不到15岁，请核对；从小干起的写明原因'
        : undefined;
    },
  },
  {
    id: 'W20',
    severity: 'warning',
    field: 'income',
    title: '月收入在300元以上、50,000元以下，填税前数',
    find({ answers }) {
      const amount = answers.income;
      if (typeof amount !== 'number') return undefined;
      if (amount > 50_000) return '「月收入」超过 50,000 元，请核对是否填成了一年的；没有填错的写明原因';
      return amount <= 300 && (amount > 0 || answers.role === '1')
        ? '「月收入」不到 300 元，请核对是否填成了一天的；没有填错的写明原因'
        : undefined;
    },
  },
  {
    id: 'W21',
    severity: 'warning',
    field: 'notWorkReason',
    title: '找工作的人（失业）没有“无就业意愿”“在校读书”的原因',
    find: ({ answers }) =>
      answers.state === 'U' && ['06', '07'].some((reason) => answers.notWorkReason?.includes(reason))
        ? '「未就业原因」选了无就业意愿或在校读书，但前面说在找工作、两周内能上班，请核对哪边对'
        : undefined,
  },
  before('lostDate', '失业时间', '先失业后又做过短工的写明原因'),
  before('returnDate', '返乡时间', '返乡后才开始干的写明原因'),
  {
    id: 'W27',
    severity: 'warning',
    field: 'lostDate',
    title: '失业时间不早于15岁生日',
    find: ({ answers }) =>
      answers.lostDate !== undefined &&
      answers.birthDate !== undefined &&
      ageOn(answers.birthDate, `${answers.lostDate}-31`) < 15
        ? '「失业时间」时还不到15岁，请核对年月'
        : undefined,
  },
  {
    id: 'W36',
    severity: 'warning',
    field: 'unitName',
    title: '所填单位在单位表里有从业人员，填报人数不超过其总数',
    find({ ctx }) {
      const unit = ctx.others?.unit;
      if (!unit?.known || unit.total === undefined) return undefined;
      if (unit.total === 0) return '「单位名称」：这个单位登记的从业人员是 0 人，请核对单位；没有填错的写明原因';
      return (unit.peopleNaming ?? 0) > unit.total
        ? '「单位名称」：填这个单位的人已经多于它登记的总人数，请核对单位；没有填错的写明原因'
        : undefined;
    },
  },
];
