import { type Answers, type CheckContext, type DivisionBook, normalize, presentFields } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { randomFrom } from '../random';
import type { SeedHousehold, SeedPerson } from '../types';
import { type Asked, givers } from './givers';
import { type Profile, profileOf } from './profile';

export interface AnswerWish {
  person: SeedPerson;
  household: SeedHousehold;
  seed: number;
  /** The day of collecting, YYYY-MM-DD. */
  today: string;
  mode: 'self' | 'visit' | 'phone';
  /** The village secretary who leads the visit. */
  cadre: string;
  cadrePhone: string;
  divisions?: DivisionBook;
}

export interface InventedAnswers {
  answers: Answers;
  /** What they were judged against; the same context finds no fault in them. */
  context: CheckContext;
  profile: Profile;
}

/**
 * What an invented person answers: complete, agreeing with itself, the same for the same wish. Follows the form's own
 * conditions, so that a new question shows in the test and not as a wrong record.
 */
export function inventAnswers(wish: AnswerWish): InventedAnswers {
  const { person, household, seed, today, mode, cadre, cadrePhone, divisions } = wish;
  const random = randomFrom(`answers ${seed} ${person.personId}`);
  const profile = profileOf(person, today, random);
  const asked: Asked = { person, household, profile, today, cadre, cadrePhone, mode, random };
  const register = registerFacts(person, household);
  const context: CheckContext = { today, mode, proxy: false, register, ...(divisions ? { divisions } : {}) };
  const answers: Answers = { ...register };
  const tried = new Set<string>();
  // Each answer can open further questions; every field is tried once, so this ends.
  for (;;) {
    const open = presentFields(personalForm, answers, context).filter((field) => !tried.has(field));
    if (open.length === 0) return { answers: normalize(personalForm, answers, context), context, profile };
    for (const field of open) {
      tried.add(field);
      const value = answers[field] ?? givers[field]?.(asked);
      if (value !== undefined) answers[field] = value;
    }
  }
}

function registerFacts(person: SeedPerson, household: SeedHousehold): Answers {
  const head = household.members.find(({ personId }) => personId === household.headPersonId);
  return {
    idType: person.idType,
    ...(person.idNumber === null ? {} : { idNo: person.idNumber }),
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    ethnic: person.ethnic,
    hukouNature: person.hukouNature,
    hukouVillage: household.villageCode,
    hukouAddress: household.group,
    divisionEdition: household.villageEdition,
    householdNo: household.householdNo,
    relation: person.relation,
    ...(head ? { headName: head.name } : {}),
    ...(head?.idNumber ? { headIdNo: head.idNumber } : {}),
  };
}
