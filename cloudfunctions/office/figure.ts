import { collectStates } from '@/domain/campaign';
import { Problem } from '@/domain/problem';
import type { Condition, ConditionColumn } from '../store/queries/office/people-behind';
import { labelIn, modeLabels } from './employment';

/** A figure of a page, by the measure it counts. */
export interface Figure {
  title: string;
  /** The counters it adds up. */
  measures: string[];
  condition: Condition;
}

/** Errors: found.nothing for a figure that is none. */
export function figureOf(figure: string): Figure {
  if (figure === 'people') return { title: '应采集', measures: ['people'], condition: { all: true } };
  if (figure === 'refused') return { title: '表示不愿填报', measures: ['refused'], condition: { flag: 'refused' } };
  if (figure === 'done') {
    return { title: '已完成', measures: doneStates, condition: { column: 'collect_state', values: doneStates } };
  }
  const state = new Map<string, string>(Object.entries(collectStates)).get(figure);
  if (state !== undefined) return figured(state, figure, 'collect_state', figure);
  const origin = new Map<string, string>(Object.entries(origins)).get(figure);
  if (origin !== undefined) return figured(origin, figure, 'origin', figure);
  const [kind = '', code] = figure.split('_');
  const column = Object.hasOwn(columns, kind) ? columns[kind] : undefined;
  if (column === undefined || code === undefined) throw new Problem('found.nothing', { what: '这个数字的名单' });
  return figured(`${column.title}：${column.label(code)}`, figure, column.column, code === 'none' ? '' : code);
}

const columns: Readonly<Record<string, { column: ConditionColumn; title: string; label: (code: string) => string }>> = {
  class: { column: 'population_class', title: '人口资源分类', label: labelIn('population_class') },
  employment: { column: 'employment_state', title: '就业失业状态', label: labelIn('lfs_result') },
  outcome: { column: 'last_outcome', title: '最近一次联系结果', label: labelIn('contact_outcome') },
  mode: {
    column: 'record_mode',
    title: '采集方式',
    label: (code) => new Map<string, string>(Object.entries(modeLabels)).get(code) ?? code,
  },
};

const doneStates = ['collected', 'confirmed', 'accepted', 'closed'];
const origins = { added: '名册外登记', declared: '名册外自报' } as const;

const figured = (title: string, measure: string, column: ConditionColumn, value: string): Figure => ({
  title,
  measures: [measure],
  condition: { column, values: [value] },
});
