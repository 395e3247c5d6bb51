/** Dates are YYYY-MM-DD strings in +8; they compare as text. */
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** False for 2018-02-30, 2018-13-01 and anything that is not a date. */
export function isCalendarDate(date: string): boolean {
  const match = pattern.exec(date);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whole years by the calendar: one more on the birthday itself; who was born on 29 February gains it on 1 March of a common year. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The first day on which somebody is `age` years old. */
export function birthdayOfAge(birthDate: string, age: number): string {
  const year = Number(birthDate.slice(0, 4)) + age;
  const monthDay = birthDate.slice(5);
  return `${year}-${monthDay === '02-29' && !isLeapYear(year) ? '03-01' : monthDay}`;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const offset = 8 * 3_600_000;

/** The day in Asia/Shanghai. Fixed +8: some phones lack the zone tables. */
export function localDay(at: Date): string {
  return new Date(at.getTime() + offset).toISOString().slice(0, 10);
}

/** The hour in Asia/Shanghai, 0–23. */
export function localHour(at: Date): number {
  return new Date(at.getTime() + offset).getUTCHours();
}

/** The instant a day in Asia/Shanghai begins, or that many hours later. */
export function localTime(day: string, hour = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offset + hour * 3_600_000);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
