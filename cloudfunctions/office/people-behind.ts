import { places } from '@/domain/access';
import { collectStates } from '@/domain/campaign';
import { peopleBehind as operation } from '@/domain/operations/progress';
import { Problem } from '@/domain/problem';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitKey } from '../runtime/page';
import { placeName } from '../runtime/places';
import { villagesWith } from '../store/queries/office/figures';
import {
  type Condition,
  type ConditionColumn,
  type PersonBehind,
  peopleBehind as read,
} from '../store/queries/office/people-behind';
import { labelIn, modeLabels } from './employment';

interface Figure {
  title: string;
  /** The counters it adds up. */
  measures: string[];
  condition: Condition;
}

/** Every figure opens the list behind it. The counters say which villages to look into, so a rare figure is quick too. */
export const peopleBehind = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ figure, divisionCode, cursor, limit }, { db, actor, note, services }) {
    const { title, measures, condition } = figureOf(figure);
    const [village = '', person = ''] = splitKey(cursor, 2) ?? [];
    const counted = await villagesWith(db, actor.countyCode, divisionCode, measures);
    const ahead = counted.filter(({ code }) => code >= village);
    const rows: PersonBehind[] = [];
    while (rows.length <= limit && ahead.length > 0) {
      const villages = enoughFor(ahead, limit + 1 - rows.length, village, actor.countyCode);
      ahead.splice(0, villages.length);
      const more = { villages, condition, after: [village, person] as const, limit: limit + 1 - rows.length };
      rows.push(...(await read(db, actor.countyCode, more)));
    }
    note({ details: { figure } });
    const page = pageFrom(rows, limit, (row) => joinKey(row.villageCode, row.personId));
    const name = (code: string) => (code === actor.countyCode ? '还没有归属' : placeName(services.county, code));
    return {
      title: `${placeName(services.county, divisionCode)}：${title}`,
      people: counted.reduce((total, { value }) => total + value, 0),
      items: page.items.map((row) => ({ ...row, villageName: name(row.villageCode) })),
      next: page.next,
    };
  },
});

/**
 * As many villages as hold a page; the one in which the last page ended may be used up, so it does not count. People
 * without a village, counted under the county itself, are a chapter of their own.
 */
function enoughFor(
  ahead: readonly { code: string; value: number }[],
  rows: number,
  started: string,
  county: string
): string[] {
  if (ahead[0]?.code === county) return [county];
  const chosen: string[] = [];
  let sure = 0;
  for (const { code, value } of ahead) {
    if (sure >= rows) break;
    chosen.push(code);
    if (code !== started) sure += value;
  }
  return chosen;
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

/** Errors: found.nothing for a figure that is none. */
function figureOf(figure: string): Figure {
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

const figured = (title: string, measure: string, column: ConditionColumn, value: string): Figure => ({
  title,
  measures: [measure],
  condition: { column, values: [value] },
});
