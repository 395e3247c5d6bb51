import { addDays, daysBetween, isCalendarDate } from '../identity';

/** What the plan lets people do; a phase opens some of it. */
const activities = {
  import: '导入户籍名册',
  accounts: '建立账号和分工',
  publicity: '张贴公告',
  procure: '采购和签订合同',
  declare: '居民自行申报',
  visit: '上门和电话采集',
  remind: '提醒未填报的人',
  review: '审核记录',
  sample: '抽查',
  update: '动态更新',
} as const;

type Activity = keyof typeof activities;

export interface Phase {
  phase: string;
  title: string;
  startsOn: string;
  /** null: open-ended. */
  endsOn: string | null;
}

/** Article 3 of the plan. 20 December belongs to two phases, as the plan has it. */
export const planPhases: readonly Phase[] = [
  { phase: 'prepare', title: '动员准备', startsOn: '2017-12-01', endsOn: '2017-12-20' },
  { phase: 'procure', title: '招投标', startsOn: '2017-12-20', endsOn: '2017-12-31' },
  { phase: 'collect', title: '信息采集', startsOn: '2018-01-01', endsOn: '2018-03-31' },
  { phase: 'maintain', title: '常态化运行', startsOn: '2018-04-01', endsOn: null },
];

const opened: Readonly<Record<string, readonly Activity[]>> = {
  prepare: ['import', 'accounts', 'publicity'],
  procure: ['import', 'accounts', 'publicity', 'procure'],
  collect: ['import', 'accounts', 'publicity', 'declare', 'visit', 'remind', 'review', 'sample'],
  maintain: ['import', 'accounts', 'publicity', 'declare', 'visit', 'remind', 'review', 'sample', 'update'],
};

/** The phase that holds on a day: of two that overlap, the later. undefined before the first. */
export function phaseOn(phases: readonly Phase[], day: string): Phase | undefined {
  return [...phases].reverse().find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn));
}

/** What may be done in a phase, in words for a page; nothing for a phase of the county's own making. */
export function workOf(phase: string): string[] {
  return (opened[phase] ?? []).map((activity) => activities[activity]);
}

export function collectingPhase(phases: readonly Phase[]): (Phase & { endsOn: string }) | undefined {
  const found = phases.find(({ phase }) => phase === 'collect');
  return found?.endsOn ? { ...found, endsOn: found.endsOn } : undefined;
}

/** Days left until the last day of collecting; 0 on that day, negative after it. */
export function daysLeft(phases: readonly Phase[], day: string): number | undefined {
  const collecting = collectingPhase(phases);
  return collecting ? daysBetween(day, collecting.endsOn) : undefined;
}

/** Why these phases cannot be set, as a sentence; undefined when they follow each other without a gap and in order. */
export function phasesFault(phases: readonly Phase[]): string | undefined {
  if (!collectingPhase(phases)) return '至少要有“信息采集”阶段，并写明最后一天。';
  if (new Set(phases.map(({ phase }) => phase)).size < phases.length) return '同一个阶段只能出现一次。';
  for (const [place, { title, startsOn, endsOn }] of phases.entries()) {
    const next = phases[place + 1];
    if (!isCalendarDate(startsOn) || (endsOn !== null && !isCalendarDate(endsOn))) return `“${title}”的日期不存在。`;
    if (endsOn !== null && endsOn < startsOn) return `“${title}”的结束日期早于开始日期。`;
    if (!next) continue;
    if (endsOn === null) return `只有最后一个阶段可以不写结束日期，请填写“${title}”的结束日期。`;
    if (next.startsOn <= startsOn) return `“${next.title}”应在“${title}”之后开始。`;
    if (next.startsOn > addDays(endsOn, 1)) return `“${title}”和“${next.title}”之间有空档，请补上。`;
  }
  return undefined;
}
