import { type EditionId, towns, villages } from '@/domain/divisions';
import { randomFrom } from './random';
import type { CountyWish, SeedVillage } from './types';

/** Invented shares of the county's people; 凤羽街道 exists only in the edition of 2023. */
const townShares: Readonly<Record<string, number>> = {
  '522732001': 17,
  '522732002': 8,
  '522732111': 18,
  '522732112': 10,
  '522732113': 14,
  '522732114': 17,
  '522732115': 14,
  '522732116': 8,
};

/** About this many people make a group (组) of its own. */
const groupSize = 150;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** How many people each village has, `fixed` of them in the personas' village; together exactly the wished number. */
export function planVillages({ people, seed, edition }: CountyWish, fixed: number): SeedVillage[] {
  const random = randomFrom(`villages ${seed}`);
  const weighed = towns(edition).flatMap((town) => {
    const inTown = villages(edition, town.code).map((village) => ({ village, weight: 0.7 + random.next() * 0.6 }));
    const sum = inTown.reduce((total, { weight }) => total + weight, 0);
    return inTown.map(({ village, weight }) => ({
      village,
      town: town.code,
      weight: ((townShares[town.code] ?? 10) * weight) / sum,
    }));
  });
  const shares = shareOut(
    people - fixed,
    weighed.map(({ weight }) => weight)
  );
  const home = personaVillage(edition);
  return weighed.map(({ village, town }, place) => {
    const count = (shares[place] ?? 0) + (village.code === home ? fixed : 0);
    return { code: village.code, name: village.name, town, people: count, groups: planGroups(count) };
  });
}

function planGroups(people: number): SeedVillage['groups'] {
  const count = Math.min(60, Math.max(2, Math.round(people / groupSize)));
  return shareOut(
    people,
    Array.from({ length: count }, () => 1)
  ).map((share, place) => ({
    name: `${numeral(place + 1)}组`,
    people: share,
  }));
}

/** Whole numbers in proportion to the weights that add up to the total (cumulative rounding). */
function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let [weight, given] = [0, 0];
  return weights.map((one) => {
    weight += one;
    const upTo = Math.round((total * weight) / sum);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

/** 1–99 in Chinese: 十一, 二十, 三十四. */
function numeral(number: number): string {
  if (number <= 10) return numerals[number - 1] ?? '';
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? numerals[tens - 1] : ''}十${number % 10 === 0 ? '' : numerals[(number % 10) - 1]}`;
}

/** The village the fixed personas live in: 中海村, or the first of 中和镇 where the edition has no such name. */
export function personaVillage(edition: EditionId): string {
  const inTown = villages(edition, '522732114');
  const found = inTown.find(({ stem }) => stem === '中海') ?? inTown[0];
  if (!found) throw new Error(`edition ${edition} has no 中和镇`);
  return found.code;
}
