import { areaLabel } from '@/domain/codes/areas';
import type { Random } from './random';

/** Where people of the county work far from home; shares are invented, Guangdong and Zhejiang lead. */
const destinations: readonly (readonly [code: string, weight: number])[] = [
  ['441900121', 12],
  ['441900122', 8],
  ['440306', 9],
  ['440307', 6],
  ['440605', 8],
  ['440111', 6],
  ['442000', 6],
  ['330282', 7],
  ['330381', 6],
  ['330782', 5],
  ['330784', 5],
  ['331081', 4],
  ['350582', 4],
  ['320583', 3],
  ['520102', 5],
  ['522701', 6],
];

export interface Residence {
  code: string;
  address: string;
}

const home: Residence = { code: '', address: '' };

/** Of those of working age, nearly half of the younger ones live where they work; children and elders stay. */
export function residenceOf(age: number, random: Random): Residence {
  const away = age >= 18 && age <= 35 ? 0.46 : age > 35 && age <= 52 ? 0.3 : age > 52 && age <= 60 ? 0.1 : 0;
  return random.chance(away) ? residenceIn(random.weighted(destinations)) : home;
}

export function residenceIn(code: string): Residence {
  return { code, address: `${areaLabel(code) ?? ''}示例路${(Number(code.slice(-3)) % 88) + 1}号` };
}
