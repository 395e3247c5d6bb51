import { block } from '@/domain/form';
import { moves, withoutWork } from './jobless';
import { work } from './work';

export const employment = block({
  id: 'employment',
  title: '就业失业信息',
  step: '工作',
  overleafFrom: 'transferWay',
  pages: {
    work: '上周的工作',
    seeking: '找工作',
    job: '您的工作',
    place: '干活的地方',
    unit: '您的单位',
    trade: '行业和工种',
    terms: '时间和合同',
    income: '一个月大概挣多少钱？',
    transfer: '外出的方式',
    business: '您办的事业',
    returned: '返乡',
    lost: '没有工作的情况',
  },
  fields: { ...work, ...moves, ...withoutWork },
});
