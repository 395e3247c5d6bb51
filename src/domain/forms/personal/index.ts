import { form, under, when } from '@/domain/form';
import { blocks } from './answers';
import { age, employed, mode, proxy } from './facts';
import { personalRules } from './rules';

export type { PersonalAnswers } from './answers';
export { workingAgeOn, workingAges } from './facts';
export { keptByPersonalForm } from './rules';

export const personalForm = form({
  name: 'personal',
  version: 1,
  acceptsFrom: 1,
  title: '贵州省劳动力就业个人信息数据采集表',
  note:
    '第 1 版是复原件：四个版块的名称有文件可查（三都水族自治县就业信息数据采集工作实施方案，2017-12-28），' +
    '各项目依据同类系统、国家劳动力调查和代码标准推定，不是 2017 年原表的逐项照录。',
  blocks,
  facts: { age, mode, proxy, employed },
  factTitles: { age: '周岁年龄', mode: '填报方式', proxy: '由他人代答', employed: '上周有工作' },
  rules: personalRules,
  sensitiveWhen: when('age', under(14)),
  upgrades: {},
});
