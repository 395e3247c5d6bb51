import { idCheckDigit } from './id-check-digit';
import type { Sex } from './id-number';

/**
 * 示例 numbers for demonstrations and tests, made when they are needed and never stored in the code.
 * The sequence is one of 990–999 and 000, which registrars seldom reach, to lower the risk of meeting a real person's number.
 */
const sequences: Record<Sex, readonly string[]> = {
  '1': ['991', '993', '995', '997', '999'],
  '2': ['990', '992', '994', '996', '998', '000'],
};

/** How many different sample numbers one prefix, birth date and sex allow. */
export function sampleNumbersADay(sex: Sex): number {
  return sequences[sex].length;
}

/** `turn` counts from 0 to `sampleNumbersADay(sex) - 1`; the same input gives the same number. Throws beyond. */
export function sampleIdNumber(prefix: string, birthDate: string, sex: Sex, turn: number): string {
  const sequence = sequences[sex][turn];
  if (sequence === undefined) throw new RangeError(`no sample number ${turn}`);
  const seventeen = `${prefix}${birthDate.replace(/-/g, '')}${sequence}`;
  return seventeen + idCheckDigit(seventeen);
}

/** Whether the number lies in the range samples are made in. */
export function isSampleIdNumber(number: string): boolean {
  return /^\d{14}(99\d|000)[0-9X]$/.test(number);
}
