import { daysBetween, type Sex, sampleIdNumber, sampleNumbersADay } from '@/domain/identity';

/**
 * One prefix allows eleven sample numbers a day. When a day is used up, the numbers go on under the next prefix, so that
 * 400,000 people fit; the counters are all that is remembered of them.
 */
const home = ['522732', '522701', '522702', '522722', '522723', '522725', '522726', '522727', '522728', '522729'];
const nearby = ['522730', '522731', '520102', '520103', '520111', '520112', '520201', '520302', '520402', '522301'];
const homePrefixes = [...home, ...nearby];

/** Where those who married in had their number given. */
const outside = ['522622', '522628', '522631', '522632', '522634', '522636', '451221', '451226', '441900', '431225'];

export type NumberFor = (birthDate: string, sex: Sex, marriedIn: boolean) => string;

/** Gives every person of a county another number. Throws when a day's births are more than the prefixes hold. */
export function sampleNumbers(today: string): NumberFor {
  const used = { home: usedCounter(today), outside: usedCounter(today) };
  return (birthDate, sex, marriedIn) => {
    const prefixes = marriedIn ? outside : homePrefixes;
    const turn = used[marriedIn ? 'outside' : 'home'](birthDate, sex);
    const aDay = sampleNumbersADay(sex);
    const prefix = prefixes[Math.floor(turn / aDay)];
    if (prefix === undefined) throw new RangeError(`more births on ${birthDate} than sample numbers`);
    return sampleIdNumber(prefix, birthDate, sex, turn % aDay);
  };
}

function usedCounter(today: string): (birthDate: string, sex: Sex) => number {
  const first = '1900-01-01';
  const counts: Record<Sex, Uint16Array> = {
    '1': new Uint16Array(daysBetween(first, today) + 1),
    '2': new Uint16Array(daysBetween(first, today) + 1),
  };
  return (birthDate, sex) => {
    const day = daysBetween(first, birthDate);
    const turn = counts[sex][day] ?? 0;
    counts[sex][day] = turn + 1;
    return turn;
  };
}
