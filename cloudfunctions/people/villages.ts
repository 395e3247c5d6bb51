import { divisionPath } from '@/domain/divisions';
import type { Village } from '@/domain/operations/shapes';
import { editionOf } from '../runtime/places';
import type { CountySettings } from '../runtime/services';

/** A village with its town, named by the edition in use; the code itself where the edition has no such place. */
export const villageOf = (county: CountySettings, code: string | null): Village | null =>
  code === null || code === '' ? null : namedVillage(county, code);

export function namedVillage(county: CountySettings, code: string): Village {
  const path = divisionPath(code, editionOf(county));
  const town = path.find(({ level }) => level === 'town');
  const village = path.find(({ level }) => level === 'village');
  return {
    code,
    name: village?.name ?? code,
    townCode: town?.code ?? code.slice(0, 9),
    townName: town?.name ?? code.slice(0, 9),
  };
}
