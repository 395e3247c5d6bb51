import { collectStates } from '@/domain/campaign/record-states';
import { codeList } from '@/domain/codes';
import { formModeLabels } from '@/domain/operations/collecting/collect';

interface MeasureGroup {
  label: string;
  options: { value: string; label: string }[];
}

const options = (labels: Readonly<Record<string, string>>, prefix = '') =>
  Object.entries(labels).map(([value, label]) => ({ value: `${prefix}${value}`, label }));
const listed = (list: 'lfs_result' | 'population_class' | 'contact_outcome', prefix: string) =>
  codeList(list).items.map(({ code, label }) => ({ value: `${prefix}_${code}`, label }));

/** Every figure that has a list behind it, as a person chooses one. */
export const measureGroups: MeasureGroup[] = [
  { label: '采集状态', options: [...options({ people: '全部应采集', done: '已完成' }), ...options(collectStates)] },
  { label: '就业失业', options: listed('lfs_result', 'employment') },
  { label: '人口资源分类', options: listed('population_class', 'class') },
  { label: '最近联系结果', options: listed('contact_outcome', 'outcome') },
  { label: '采集方式', options: options(formModeLabels, 'mode_') },
  { label: '其他', options: options({ refused: '表示不愿填报', added: '名册外登记', declared: '名册外自报' }) },
];
