import { defaultEdition, divisionLabel, type EditionId, findDivision, isEditionId, villages } from '@/domain/divisions';
import { Problem } from '@/domain/problem';
import type { CountySettings } from './services';

/** The edition of divisions that the county works with; every name on a page comes from it. */
export const editionOf = ({ divisionEdition }: CountySettings): EditionId =>
  isEditionId(divisionEdition) ? divisionEdition : defaultEdition;

/** 中和镇中海村; the code itself where the edition has no such place, so that nothing disappears from a list. */
export const placeName = (county: CountySettings, code: string): string =>
  divisionLabel(code, editionOf(county)) ?? code;

/** Only the last part: 中海村. */
export const shortName = (county: CountySettings, code: string): string =>
  findDivision(code, editionOf(county))?.name ?? code;

/** The villages of a county, a town, or the village itself. Errors: division.unknown. */
export function villagesUnder(county: CountySettings, code: string): string[] {
  const { level } = knownPlace(county, code);
  if (level === 'village') return [code];
  return villages(editionOf(county), level === 'town' ? code : undefined).map((village) => village.code);
}

/** What a place is divided into for a page: towns, villages, nothing. Errors: division.unknown. */
export function childrenOf(county: CountySettings, code: string): string[] {
  const { level } = knownPlace(county, code);
  if (level === 'village') return [];
  const under = villagesUnder(county, code);
  return level === 'town' ? under : [...new Set(under.map((village) => village.slice(0, 9)))];
}

/** A county, town or village of the edition in use. Errors: division.unknown. */
export function knownPlace(county: CountySettings, code: string): { level: 'county' | 'town' | 'village' } {
  const division = findDivision(code, editionOf(county));
  const level = division?.level;
  if (!code.startsWith(county.countyCode)) throw new Problem('division.unknown', { code });
  if (level !== 'county' && level !== 'town' && level !== 'village') throw new Problem('division.unknown', { code });
  return { level };
}
