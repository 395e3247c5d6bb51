import { divisionLabel } from '@/domain/divisions';
import { ageOn } from '@/domain/identity';
import { firstAssignments } from './assignments';
import { householdId, personId, userAccountId } from './ids';
import { sampleNumbers } from './numbers';
import { type Maker, makeHousehold } from './people';
import { residentPersonas } from './personas/accounts';
import { personaFamilies, personaMembers, personaPeople } from './personas/families';
import { randomFrom } from './random';
import { makeStaff } from './staff';
import type { CountyWish, SeedCounty, SeedHousehold, SeedPerson, SeedVillage } from './types';
import { personaVillage, planVillages } from './villages';

/**
 * An invented county: real divisions, invented people. Pure: the same wish gives the same county, person for person.
 * People come in batches made on the way, so that 400,000 need no more memory than one batch.
 */
export function generateCounty(wish: CountyWish): SeedCounty {
  const villages = planVillages(wish, personaPeople);
  const home = personaVillage(wish.edition);
  const staffPhone = phones('1549', 10_000_000);
  const accounts = [...residentPersonas(home, staffPhone), ...makeStaff(wish, villages, home, staffPhone)];
  return {
    wish,
    villages,
    accounts,
    assignments: firstAssignments(villages, accounts, home),
    batches: (people = 500) => makeBatches(wish, villages, home, people),
  };
}

function* makeBatches(
  wish: CountyWish,
  villages: readonly SeedVillage[],
  home: string,
  size: number
): Generator<SeedHousehold[]> {
  let counted = 0;
  const shared = {
    today: wish.today,
    numberFor: sampleNumbers(wish.today),
    phone: phones('154', 90_000_000),
    count: () => {
      counted += 1;
      return counted;
    },
  };
  let [batch, people]: [SeedHousehold[], number] = [[], 0];
  for (const village of villages) {
    const maker: Maker = { ...shared, random: randomFrom(`village ${wish.seed} ${village.code}`) };
    for (const household of householdsOf(village, village.code === home, maker, wish)) {
      batch.push(household);
      people += household.members.length;
      if (people < size) continue;
      yield batch;
      [batch, people] = [[], 0];
    }
  }
  if (batch.length > 0) yield batch;
}

function* householdsOf(
  village: SeedVillage,
  isHome: boolean,
  maker: Maker,
  wish: CountyWish
): Generator<SeedHousehold> {
  const families = isHome ? [...personaFamilies] : [];
  let [persons, households] = [0, 0];
  for (const group of village.groups) {
    const upTo = persons + group.people;
    while (persons < upTo || families.length > 0) {
      const fixed = families.shift();
      const made = fixed ? personaMembers(fixed, maker) : makeHousehold(maker, village.people - persons);
      households += 1;
      yield household(village, group.name, households, persons, made, fixed !== undefined, maker, wish);
      persons += made.length;
      if (persons >= village.people) return;
    }
  }
}

function household(
  village: SeedVillage,
  group: string,
  number: number,
  before: number,
  made: readonly Omit<SeedPerson, 'personId'>[],
  fixed: boolean,
  maker: Maker,
  wish: CountyWish
): SeedHousehold {
  const members = made.map((member, place) => ({ ...member, personId: personId(village.code, before + place + 1) }));
  const houseNo = `${number}号`;
  return {
    householdId: householdId(village.code, number),
    villageCode: village.code,
    villageEdition: wish.edition,
    group,
    householdNo: `${village.code.slice(9)}${String(number).padStart(5, '0')}`,
    houseNo,
    address: `三都水族自治县${divisionLabel(village.code, wish.edition)}${group}${houseNo}（示例）`,
    headPersonId: members[0]?.personId ?? '',
    members,
    persona: fixed,
    user: fixed ? null : userOf(members, village.code, number, maker, wish.today),
  };
}

/** In about one household of three somebody between 18 and 50 has bound his WeChat. */
function userOf(members: readonly SeedPerson[], village: string, number: number, { random }: Maker, today: string) {
  if (!random.chance(0.34)) return null;
  const person = members.find(({ birthDate, phone }) => {
    const age = ageOn(birthDate, today);
    return age >= 18 && age <= 50 && phone !== null;
  });
  return person ? { accountId: userAccountId(village, number), personId: person.personId } : null;
}

/** Numbers of a range no carrier has opened, in an order that looks random and never repeats below `range`. */
function phones(prefix: string, range: number): () => string {
  let given = 0;
  return () => {
    given += 1;
    return prefix + String((given * 7919) % range).padStart(11 - prefix.length, '0');
  };
}
