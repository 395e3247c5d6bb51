import { addDays, daysBetween, isCalendarDate } from '../identity';

/** What the plan lets people do; a phase opens some of it. */
const activities = {
  import: '导入户籍名册',
  accounts: '建立账号和分工',
  publicity: '张贴公告',
  procure: '采购和签订合同',
  collect: '居民填报、上门和电话采集',
  remind: '提醒未填报的人',
  review: '审核记录',
  sample: '抽查',
  update: '动态更新',
} as const;

export type Activity = keyof typeof activities;

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
  collect: ['import', 'accounts', 'publicity', 'collect', 'remind', 'review', 'sample'],
  maintain: ['import', 'accounts', 'publicity', 'collect', 'remind', 'review', 'sample', 'update'],
};

/** The phase that holds on a day: of two that overlap, the later. undefined before the first. */
export function phaseOn(phases: readonly Phase[], day: string): Phase | undefined {
  return [...phases].reverse().find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn));
}

/** What may be done in a phase, in words for a page; nothing for a phase of the county's own making. */
export function workOf(phase: string): string[] {
  return (opened[phase] ?? []).map((activity) => activities[activity]);
}

/**
 * Why something cannot be done on a day, as a sentence; undefined when it can. A phase of the county's own making
 * opens what the plan's phase before it opens; before the first phase holds what the first one says.
 */
export function closedWhy(phases: readonly Phase[], activity: Activity, day: string): string | undefined {
  const open = phases.filter((_, place) => opensAt(phases, place).includes(activity));
  if (open.some(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn))) return undefined;
  const next = open.find(({ startsOn }) => startsOn > day);
  const now = phaseOn(phases, day);
  const what = activities[activity];
  if (next) {
    const stands = now ? `现在是“${now.title}”阶段，` : '工作还没有开始，';
    return `${stands}${what}从${dayInSentence(next.startsOn)}开始，请到时再办。`;
  }
  const last = open[open.length - 1];
  if (!last?.endsOn) return `工作阶段里没有安排${what}，请联系县就业办。`;
  return `${what}已在${dayInSentence(last.endsOn)}结束。如果还要更正，请联系县就业办。`;
}

function opensAt(phases: readonly Phase[], place: number): readonly Activity[] {
  for (let at = place; at >= 0; at -= 1) {
    const own = opened[phases[at]?.phase ?? ''];
    if (own) return own;
  }
  return opened.prepare ?? [];
}

function dayInSentence(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
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
