import { form } from '@/domain/form';
import { blocks } from './answers';
import { employerRules } from './rules';

export type { EmployerAnswers } from './answers';
export { keptByEmployerForm } from './rules';

export const employerForm = form({
  name: 'employer',
  version: 1,
  acceptsFrom: 1,
  title: '贵州省劳动力就业单位信息数据采集表',
  note:
    '第 1 版是复原件：基础信息、经济类型、所属行业、用工情况有文件可查（三都水族自治县就业信息数据采集工作实施方案，2017-12-28），' +
    '各项目依据劳动保障书面审查、单位库和同类调查推定，不是 2017 年原表的逐项照录。',
  blocks,
  facts: { mode: (_look, ctx) => ctx.mode ?? 'self' },
  factTitles: { mode: '填报方式' },
  rules: employerRules,
  upgrades: {},
});
