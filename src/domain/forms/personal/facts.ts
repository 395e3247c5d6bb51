import type { Fact, Look, WorkingAge } from '@/domain/form';
import { ageOn, isCalendarDate, readIdNumber } from '@/domain/identity';

/**
 * The practice of 2013–2020, then the law of 2024-09-13: from 2025 the age of retirement rises by one month in every
 * four; ages here are full years, so each year gained has its own line. A county may set its own list.
 */
export const workingAges: readonly WorkingAge[] = [
  { from: '2013-01-01', youngest: 16, oldestMan: 60, oldestWoman: 55 },
  { from: '2029-01-01', youngest: 16, oldestMan: 61, oldestWoman: 56 },
  { from: '2033-01-01', youngest: 16, oldestMan: 62, oldestWoman: 57 },
  { from: '2037-01-01', youngest: 16, oldestMan: 63, oldestWoman: 58 },
];

/** The ages that hold on a day (YYYY-MM-DD). Before the first line the first one holds. */
export function workingAgeOn(day: string, ages: readonly WorkingAge[] = workingAges): WorkingAge {
  let holding = ages[0];
  for (const line of ages) if (line.from <= day && (!holding || line.from >= holding.from)) holding = line;
  return holding ?? { from: day, youngest: 16, oldestMan: 60, oldestWoman: 55 };
}

/** Full years by the calendar; undefined without a date of birth. Never stored. */
export const age: Fact = (look, ctx) => {
  const born = look('birthDate');
  return typeof born === 'string' && isCalendarDate(born) && born <= ctx.today ? ageOn(born, ctx.today) : undefined;
};

export const mode: Fact = (_look, ctx) => ctx.mode ?? 'self';
export const proxy: Fact = (_look, ctx) => ctx.proxy ?? false;

/**
 * Worked last week, was away from a job, or helped in the family's business. Retired people are put one question for
 * all three. Undefined until the answers say.
 */
export const employed: Fact = (look) => {
  const [worked, jobOff, familyHelp] = [look('worked'), look('jobOff'), look('familyHelp')];
  if (worked === true || jobOff === true || familyHelp === true) return true;
  if (worked !== false) return undefined;
  if (look('populationClass') === '07') return false;
  return jobOff === false && familyHelp === false ? false : undefined;
};

/** E, U or N by the definitions of the statistical office: looking for work and able to begin make the unemployed. */
export function stateOf(look: Look): 'E' | 'U' | 'N' | undefined {
  const working = look('employed');
  if (working === true) return 'E';
  if (working !== false) return undefined;
  if (look('populationClass') !== '03') return 'N';
  const [sought, canStart] = [look('sought'), look('canStart')];
  if (sought === false || canStart === false) return 'N';
  return sought === true && canStart === true ? 'U' : undefined;
}

/** Below 16 the class follows from the age, above the working age it is presumed; between, the person is asked. */
export const presumedClass: Fact = (look, ctx) => {
  const years = look('age');
  if (typeof years !== 'number') return undefined;
  const ages = workingAgeOn(ctx.today, ctx.workingAge);
  if (years < 16) return '01';
  return years > oldestFor(ages, look('sex')) ? '07' : undefined;
};

export const oldestFor = (ages: WorkingAge, sex: unknown): number => (sex === '2' ? ages.oldestWoman : ages.oldestMan);

/** Read off the identity number; undefined where there is none or it is masked or wrong. */
export const sexOfNumber: Fact = (look, ctx) => {
  const reading = readNumber(look, ctx.today);
  return reading?.ok && 'sex' in reading ? reading.sex : undefined;
};

export const birthOfNumber: Fact = (look, ctx) => {
  const reading = readNumber(look, ctx.today);
  return reading?.ok && 'birthDate' in reading ? reading.birthDate : undefined;
};

/** The last digits of the certificate name kind and grade (E25). */
export const disabilityDigit =
  (place: 18 | 19, highest: number): Fact =>
  (look) => {
    const number = look('disabilityNo');
    const digit = typeof number === 'string' ? number.charAt(place) : '';
    return /^[1-9]$/.test(digit) && Number(digit) <= highest ? digit : undefined;
  };

export const ofHead =
  (field: 'name' | 'idNo'): Fact =>
  (look) =>
    look('relation') === '0' ? look(field) : undefined;

function readNumber(look: Look, today: string) {
  const number = look('idNo');
  return typeof number === 'string' ? readIdNumber(number, today) : undefined;
}
