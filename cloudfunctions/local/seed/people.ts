import { addDays, ageOn } from '@/domain/identity';
import { makeFamily, type Role } from './family';
import { type Ethnic, peoples } from './name-pool';
import { dottedName, fullName, surnameOf, withRareCharacter } from './names';
import type { NumberFor } from './numbers';
import type { Random } from './random';
import { residenceOf } from './residences';
import type { SeedPerson } from './types';

export interface Maker {
  random: Random;
  today: string;
  numberFor: NumberFor;
  /** Counts the county's people; every 397th has a rare character, every 491st a dotted name, every 601st no number. */
  count(): number;
  phone(): string;
}

/** At most `most` people, so that a village gets exactly its number. Ids are given by the caller. */
export function makeHousehold(maker: Maker, most: number): Omit<SeedPerson, 'personId'>[] {
  const { random } = maker;
  const ethnic = random.weighted(peoples);
  const surname = surnameOf(ethnic, random);
  const rural = random.chance(0.86);
  const hukouNature = random.chance(0.08) ? '50' : rural ? '20' : '10';
  const family = makeFamily(random).slice(0, most);
  const members = family.map((role) => ({ ...makePerson(role, ethnic, surname, maker), hukouNature }) as const);
  return withFamilyPhone(members, maker);
}

type Member = Omit<SeedPerson, 'personId'>;

function makePerson(role: Role, ethnic: Ethnic, surname: string, maker: Maker): Omit<Member, 'hukouNature'> {
  const { random, today } = maker;
  const { sex, relation } = role;
  const birthDate = bornAt(role.age, today, random);
  const age = ageOn(birthDate, today);
  const turn = maker.count();
  const own = role.kin ? ethnic : random.chance(0.7) ? ethnic : random.weighted(peoples);
  const dotted = turn % 491 === 0 && !role.kin;
  const name = dotted
    ? dottedName(sex, random)
    : fullName(role.kin ? surname : surnameOf(own, random), sex, birthDate, random);
  const numbered = turn % 601 !== 0 && !(age === 0 && random.chance(0.2));
  const residence = residenceOf(age, random);
  const ownPhone = age >= 14 && random.chance(age <= 22 ? 0.85 : age <= 62 ? 0.96 : 0.4);
  return {
    relation,
    name: turn % 397 === 0 ? withRareCharacter(name, random) : name,
    sex,
    birthDate,
    ethnic: dotted ? '05' : own,
    idType: numbered ? '1' : '2',
    idNumber: numbered ? maker.numberFor(birthDate, sex, role.marriedIn) : null,
    phone: ownPhone ? maker.phone() : null,
    phoneOwner: ownPhone ? '1' : '',
    residenceCode: residence.code,
    residenceAddress: residence.address,
  };
}

/** Old people without a telephone are reached through somebody of the household. */
export function withFamilyPhone(members: readonly Member[], { today }: Maker): Member[] {
  const shared = members.find(({ phone }) => phone !== null)?.phone ?? null;
  return members.map((member) =>
    member.phone === null && shared !== null && ageOn(member.birthDate, today) >= 60
      ? { ...member, phone: shared, phoneOwner: '2' as const }
      : member
  );
}

/** Some day on which he is that old today. */
function bornAt(age: number, today: string, random: Random): string {
  const latest = `${Number(today.slice(0, 4)) - age}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`;
  return addDays(latest, -random.whole(0, 364));
}
