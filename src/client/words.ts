/** An instant as people in the county read it: 2018年1月5日 14:20 (UTC+8). */
export function momentInWords(instant: string): string {
  const local = localOf(instant);
  return `${dayInWords(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** The day of an instant in the county (UTC+8): 2018年1月5日. */
export const dayOfMoment = (instant: string): string => dayInWords(localOf(instant).slice(0, 10));

const localOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();

/** YYYY-MM-DD as 2018年1月5日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Whole days from one YYYY-MM-DD to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
