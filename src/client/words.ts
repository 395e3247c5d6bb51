import { localDay } from '@/domain/identity';

/** An instant as people in the county read it: 2018年1月5日 14:20 (UTC+8). */
export function momentInWords(instant: string): string {
  const local = localOf(instant);
  return `${dayInWords(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** The day of an instant in the county (UTC+8): 2018年1月5日. */
export const dayOfMoment = (instant: string): string => dayInWords(localDay(new Date(instant)));

const localOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();

/** YYYY-MM-DD as 2018年1月5日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Whole days from one YYYY-MM-DD to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Today in the county (UTC+8), YYYY-MM-DD, `ahead` days from now. */
export const dayAhead = (ahead = 0): string => localDay(new Date(Date.now() + ahead * 86_400_000));

/** An instant as 1月5日. */
export const shortDayOf = (instant: string): string => {
  const [, month, date] = localDay(new Date(instant)).split('-').map(Number);
  return `${month}月${date}日`;
};

/** Nine in the morning of a day in the county (UTC+8), as an instant: an appointment without an hour. */
export const morningOf = (day: string): string => `${day}T01:00:00.000Z`;
