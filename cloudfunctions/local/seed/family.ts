import type { Code } from '@/domain/codes';
import type { Sex } from '@/domain/identity';
import type { Random } from './random';

/** A member before he has a name: who he is in the household and how old. */
export interface Role {
  relation: Code<'relation_short'>;
  sex: Sex;
  age: number;
  /** Carries the surname of the head's family. */
  kin: boolean;
  /** Came by marriage; the number may have been given elsewhere. */
  marriedIn: boolean;
}

type Kind = 'couple' | 'threeGenerations' | 'elders' | 'alone' | 'oneParent';

const kinds: readonly (readonly [Kind, number])[] = [
  ['couple', 44],
  ['threeGenerations', 25],
  ['elders', 17],
  ['alone', 7],
  ['oneParent', 7],
];

/** Households as they are found in a village; about 3.7 people each. The head comes first. */
export function makeFamily(random: Random): Role[] {
  const kind = random.weighted(kinds);
  if (kind === 'elders') return eldersWithChildren(random);
  if (kind === 'alone') return [head(random, random.chance(0.55) ? '1' : '2', random.whole(28, 84))];
  const first = head(
    random,
    kind === 'oneParent' ? (random.chance(0.5) ? '1' : '2') : random.chance(0.88) ? '1' : '2',
    random.whole(24, 52)
  );
  const spouse = kind === 'oneParent' ? [] : [spouseOf(first, random)];
  const parents = kind === 'threeGenerations' || random.chance(0.08) ? parentsOf(first, random) : [];
  return [first, ...spouse, ...childrenOf([first, ...spouse], random), ...parents];
}

function head(_: Random, sex: Sex, age: number): Role {
  return { relation: '0', sex, age, kin: true, marriedIn: false };
}

function spouseOf(first: Role, random: Random): Role {
  const age = Math.max(20, first.age + random.whole(-5, first.sex === '1' ? 2 : 5));
  return { relation: '1', sex: first.sex === '1' ? '2' : '1', age, kin: false, marriedIn: random.chance(0.25) };
}

/** The youngest parent was 18 or more at every birth, the mother not over 44. */
function childrenOf(parents: readonly Role[], random: Random): Role[] {
  const youngest = Math.min(...parents.map(({ age }) => age));
  const mother = parents.find(({ sex }) => sex === '2')?.age ?? youngest;
  const eldest = youngest - 18;
  const least = Math.max(0, mother - 44);
  if (eldest < least) return [];
  const wanted = random.weighted([
    [0, 12],
    [1, 30],
    [2, 42],
    [3, 16],
  ] as const);
  const ages = Array.from({ length: wanted }, () => random.whole(least, Math.min(eldest, 30)));
  return ages
    .sort((a, b) => b - a)
    .map((age) => ({ relation: '2', sex: random.chance(0.52) ? '1' : '2', age, kin: true, marriedIn: false }));
}

function parentsOf(first: Role, random: Random): Role[] {
  const age = first.age + random.whole(20, 30);
  const father: Role = { relation: '3', sex: '1', age: age + random.whole(0, 5), kin: true, marriedIn: false };
  const mother: Role = { relation: '3', sex: '2', age, kin: false, marriedIn: false };
  return [father, mother].filter((parent) => parent.age < 96 && random.chance(parent.age > 75 ? 0.55 : 0.85));
}

/** An old couple, often with a son, his wife and their children in the same household book. */
function eldersWithChildren(random: Random): Role[] {
  const first = head(random, random.chance(0.8) ? '1' : '2', random.whole(58, 86));
  const spouse = random.chance(0.75) ? [spouseOf(first, random)] : [];
  if (random.chance(0.35)) return [first, ...spouse];
  const mother = [first, ...spouse].find(({ sex }) => sex === '2')?.age ?? first.age;
  const age = Math.min(first.age, mother) - random.whole(20, 30);
  const son: Role = { relation: '2', sex: '1', age, kin: true, marriedIn: false };
  if (age < 22 || random.chance(0.3)) return [first, ...spouse, son];
  const wife: Role = {
    relation: '6',
    sex: '2',
    age: Math.max(20, age + random.whole(-4, 2)),
    kin: false,
    marriedIn: random.chance(0.25),
  };
  const grandchildren = childrenOf([{ ...son }, wife], random).map((child): Role => ({ ...child, relation: '7' }));
  return [first, ...spouse, son, wife, ...grandchildren];
}
