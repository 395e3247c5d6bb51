import { addDays, localDay, localHour, localTime } from '../identity';
import type { CollectState } from './record-states';
import { type CampaignSettings, startingSettings } from './settings';

/** The ladder, lowest first. Each is a step closer to the person. */
export const rungs = ['wechat', 'phone', 'cadre', 'visit'] as const;
export type Rung = (typeof rungs)[number];

export interface PastReminder {
  rung: Rung;
  at: Date;
  /** Whether it reached him or was on its way; a message WeChat refused reached nobody and does not count. */
  delivered: boolean;
}

export interface ReminderCase {
  state: CollectState;
  /** He once said no, to a visitor or in the mini-program. */
  refused: boolean;
  hasWechat: boolean;
  hasPhone: boolean;
  /** His household asked for a visit: nothing below that is of use. */
  wantsVisit?: boolean;
  history: readonly PastReminder[];
}

export type ReminderAnswer =
  | { may: true; next: Rung }
  | {
      may: false;
      reason: 'done' | 'refused' | 'often' | 'soon' | 'quiet';
      /** The rung that is due when it may go on; null when the ladder is at its end. */
      next: Rung | null;
      /** The earliest moment to try again; null when never. */
      from: Date | null;
      sentence: string;
    };

/** Whether a person may be reminded now and by what. What can never be comes before what must only wait. */
export function mayRemind(
  person: ReminderCase,
  now: Date,
  settings: CampaignSettings = startingSettings
): ReminderAnswer {
  const { daysBetween, most } = settings.reminders;
  if (person.state !== 'due' && person.state !== 'returned') {
    return never('done', '此人已经填报，不用再提醒。');
  }
  if (person.refused) return never('refused', '此人已表示不愿填报，不能再提醒。');
  const reached = person.history.filter(({ delivered }) => delivered);
  if (reached.length >= most) return never('often', `已提醒${reached.length}次，请安排采集员上门，不再提醒。`);

  const next = nextRung(person);
  const last = Math.max(...reached.map(({ at }) => at.getTime()));
  const free = new Date(last + daysBetween * 86_400_000);
  if (reached.length > 0 && now.getTime() < free.getTime()) {
    const hour = nextFullHour(free);
    const from = isQuiet(hour, settings) ? quietEnds(hour, settings) : hour;
    return {
      may: false,
      reason: 'soon',
      next,
      from,
      sentence: `${daysBetween}天内已提醒过，${words(from)}以后可以再提醒。`,
    };
  }
  if (isQuiet(now, settings)) {
    const from = quietEnds(now, settings);
    return { may: false, reason: 'quiet', next, from, sentence: `夜间不打扰，${words(from)}以后可以提醒。` };
  }
  return { may: true, next };
}

/** 21:00–08:00 (+8): nobody is reminded. */
export function isQuiet(now: Date, { reminders }: CampaignSettings = startingSettings): boolean {
  const hour = localHour(now);
  return hour >= reminders.quietFrom || hour < reminders.quietUntil;
}

/** One step above what was tried, delivered or not; WeChat and calls only where there is an account or a number. */
export function nextRung({ history, hasWechat, hasPhone, wantsVisit = false }: ReminderCase): Rung {
  if (wantsVisit) return 'visit';
  const tried = Math.max(-1, ...history.map(({ rung }) => rungs.indexOf(rung)));
  const open = rungs
    .slice(tried + 1)
    .find((rung) => (rung !== 'wechat' || hasWechat) && (rung !== 'phone' || hasPhone));
  return open ?? 'visit';
}

function never(reason: 'done' | 'refused' | 'often', sentence: string): ReminderAnswer {
  return { may: false, reason, next: reason === 'often' ? 'visit' : null, from: null, sentence };
}

function quietEnds(now: Date, { reminders }: CampaignSettings): Date {
  const today = localDay(now);
  const day = localHour(now) < reminders.quietUntil ? today : addDays(today, 1);
  return localTime(day, reminders.quietUntil);
}

/** People are told full hours; rounding down would promise too early a moment. */
function nextFullHour(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / 3_600_000) * 3_600_000);
}

function words(at: Date): string {
  const day = localDay(at);
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日${localHour(at)}时`;
}
