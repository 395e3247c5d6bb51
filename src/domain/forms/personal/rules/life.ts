import type { PersonalRule } from '../answers';

/** About the age at which each schooling is finished (W11). */
const finishedAt: Readonly<Record<string, number>> = {
  '71': 15,
  '61': 18,
  '41': 18,
  '44': 18,
  '47': 18,
  '31': 22,
  '21': 22,
  '14': 24,
  '11': 27,
};

const both = (one: string, other: string, words: string): PersonalRule => ({
  id: 'W14',
  severity: 'warning',
  field: 'insurance',
  title: `职工${words}和居民${words}一般不同时参加`,
  find: ({ answers }) =>
    answers.insurance?.includes(one) && answers.insurance.includes(other)
      ? `「参保情况」同时选了职工${words}和居民${words}，一般只参加一种，请核对；确实都参加的写明原因`
      : undefined,
});

/** W11 W12 W14 E25: schooling, marriage, insurance, disability. */
export const lifeRules: readonly PersonalRule[] = [
  {
    id: 'W11',
    severity: 'warning',
    field: 'education',
    title: '文化程度和年龄相称（约15岁初中、18岁高中中职、22岁大专本科）',
    find({ answers, look }) {
      const years = look('age');
      const youngest = finishedAt[answers.education ?? ''];
      return typeof years === 'number' && youngest !== undefined && years < youngest
        ? `「文化程度」一般要到 ${youngest} 岁左右才毕业，请核对；还在读的选上一级学校，确已毕业的写明原因`
        : undefined;
    },
  },
  {
    id: 'W12',
    severity: 'warning',
    field: 'marital',
    title: '已婚一般满20周岁',
    find({ answers, look }) {
      const years = look('age');
      return ['20', '21', '22', '23'].includes(answers.marital ?? '') && typeof years === 'number' && years < 20
        ? '「婚姻状况」选了已婚，但还不到20岁，请核对；没有填错的写明原因'
        : undefined;
    },
  },
  both('4', '3', '养老保险'),
  both('2', '1', '医疗保险'),
  {
    id: 'E25',
    severity: 'fault',
    field: 'disabilityNo',
    title: '残疾人证号前18位是身份证号，第19位是类别，第20位是等级',
    find({ answers }) {
      const number = answers.disabilityNo;
      if (number === undefined || number.includes('*')) return undefined;
      if (!/^\d{17}[\dX][1-7][1-4]/.test(number))
        return '「残疾人证号」应为20位：身份证号18位，加类别1位（1—7）、等级1位（1—4），请对照证件改正';
      const own = answers.idNo;
      return own !== undefined && !own.includes('*') && number.slice(0, 18) !== own
        ? '「残疾人证号」前18位应和身份证号一样，请对照证件改正'
        : undefined;
    },
  },
  {
    id: 'E25',
    severity: 'warning',
    field: 'disabilityNo',
    title: '残疾人证号多于20位的是补发的证',
    find: ({ answers }) =>
      answers.disabilityNo !== undefined && /^\d{17}[\dX][1-7][1-4].+/.test(answers.disabilityNo)
        ? '「残疾人证号」多于20位，补发的证后面会加字母，请核对；没有填错的写明“补发”'
        : undefined,
  },
];
