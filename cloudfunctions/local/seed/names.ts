import type { Sex } from '@/domain/identity';
import { dottedNames, type Ethnic, given, otherSurnames, rareCharacters, surnames } from './name-pool';
import type { Random } from './random';

export function surnameOf(ethnic: Ethnic, random: Random): string {
  return random.weighted(surnames[ethnic] ?? otherSurnames);
}

/** Names of their time: what parents liked before 1970 is not what they like now. One in five has a single character. */
export function fullName(surname: string, sex: Sex, birthDate: string, random: Random): string {
  const year = Number(birthDate.slice(0, 4));
  const pool = Array.from(given[sex][year < 1970 ? 0 : year < 1995 ? 1 : 2]);
  const first = random.pick(pool);
  const second = random.chance(0.2) ? '' : random.pick(pool);
  return surname + first + second;
}

export const dottedName = (sex: Sex, random: Random): string => random.pick(dottedNames[sex]);

/** The last character exchanged for one that old phones cannot show. */
export function withRareCharacter(name: string, random: Random): string {
  return Array.from(name).slice(0, -1).join('') + random.pick(rareCharacters);
}
