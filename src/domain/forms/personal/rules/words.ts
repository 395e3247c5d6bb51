import { codeList } from '@/domain/codes';
import type { Choices } from '@/domain/form';
import type { PersonalAnswers, PersonalRule } from '../answers';

/** Words that name no job (W16): a status, a place to go to, a place in the family. */
const noJob = new RegExp(
  `^(${[
    '[打做]?零工|打工(的|人|仔|妹)?|务工(人员)?|外出务工|上班(族)?|干活|做工|做事|进厂|帮忙',
    '在?(工厂|厂里?|公司|单位|工地|外面|外地|外省)(里|上)?(上班|打工|干活|做工|做事)',
    '职工|员工|工人|民工|农民工|普工|临时工|工作人员|自由职业(者)?|个体(户)?|老板|其他',
    '学生|退休(人员)?|家庭妇女|家庭主妇|带(孙子|孙女|小孩|孩子|娃)|待业|无业|没有?|无',
  ].join('|')})$`
);

/** What the statistical office does not count as work at all, however it pays. */
const noWork =
  /^(在家)?靠?(收(房|门面)?租|出租(房子?|房屋|门面)|当?房东|炒股(票)?|买(理财|股票|基金|彩票)|打麻将|吃利息|只?[交缴]社保)(为生|过日子)?$/;

const vagueFarming = /^(务农|农业|种地|种田|种植|种植业|养殖|养殖业|做农活|干农活|农活|种庄稼|庄稼|农民|在家务农)$/;
const ownTable = /(自己吃|自家吃|自食|家里吃|自用)/;

const vague = (
  field: 'occupation' | 'lastJob',
  words: string,
  read: (answers: PersonalAnswers) => string | undefined
): PersonalRule => ({
  id: 'W16',
  severity: 'warning',
  field,
  title: `${words}写具体的工种，不写身份或去向`,
  find({ answers }) {
    const wrote = read(answers)?.replace(/\s/g, '');
    if (wrote === undefined || wrote === '') return undefined;
    if (noWork.test(wrote))
      return `「${words}」写的不算工作（收房租、炒自己的股票、只交社保都不算），请核对上周有没有干活`;
    return noJob.test(wrote)
      ? `「${words}」写得太笼统，请写具体干什么，如“砌砖工”“饭店服务员”；说不清的写明原因`
      : undefined;
  },
});

/** A choice with its words for «other» (E15: the words are demanded by the declaration). */
const otherWords: readonly { field: keyof PersonalAnswers; words: string; list: Choices }[] = [
  { field: 'jobFormOther', words: '就业形式（其他）', list: codeList('job_form') },
  { field: 'flexKindOther', words: '灵活就业类别（其他）', list: codeList('flex_kind') },
  { field: 'unitTypeOther', words: '单位性质（其他）', list: codeList('unit_type') },
  { field: 'transferWayOther', words: '转移就业方式（其他）', list: codeList('transfer_way') },
  { field: 'bizKindOther', words: '创业单位类型（其他）', list: codeList('startup_unit_type') },
  { field: 'unempReasonOther', words: '失业原因（其他）', list: codeList('unemployment_reason') },
  { field: 'notWorkReasonOther', words: '未就业原因（其他）', list: codeList('not_working_reason') },
  { field: 'trainedOther', words: '参加培训情况（其他）', list: codeList('training_done') },
  { field: 'wantCoursesOther', words: '想参加的工种（其他）', list: codeList('training_course') },
];

const listed = ({ field, words, list }: (typeof otherWords)[number]): PersonalRule => ({
  id: 'E15',
  severity: 'warning',
  field,
  title: `${words}写的不是选项里已有的`,
  find({ answers }) {
    const wrote = answers[field];
    if (typeof wrote !== 'string') return undefined;
    const fits = list.items.some((item) => item.label === wrote && !item.label.startsWith('其他'));
    return fits ? `「${words}」写的选项里就有，请直接选它；要单写的说明原因` : undefined;
  },
});

/** E15 W16 W17: words that say too little, or what a choice already says. */
export const wordRules: readonly PersonalRule[] = [
  ...otherWords.map(listed),
  vague('occupation', '职业(工种)', (answers) => answers.occupation?.text),
  vague('lastJob', '原职业(工种)', (answers) => answers.lastJob),
  {
    id: 'W17',
    severity: 'warning',
    field: 'farmProduct',
    title: '务农内容写一种主要产品',
    find({ answers }) {
      const wrote = answers.farmProduct?.replace(/\s/g, '');
      if (wrote === undefined) return undefined;
      if (ownTable.test(wrote))
        return '「务农内容」写的是自家吃的，只种来自家吃不算就业，请核对上周有没有干要卖的活；也卖的写明';
      return vagueFarming.test(wrote)
        ? '「务农内容」写得太笼统，请写一种主要产品，如“种植水稻”“养殖黑毛猪”；说不清的写明原因'
        : undefined;
    },
  },
  {
    id: 'H1',
    severity: 'hint',
    field: 'occupation',
    title: '职业选上中类代码便于统计',
    find: ({ answers, ctx }) =>
      answers.occupation !== undefined && answers.occupation.code === undefined && (ctx.mode ?? 'self') !== 'self'
        ? '「职业(工种)」还没有选职业中类，选上便于统计；拿不准可以留给县里选'
        : undefined,
  },
];
