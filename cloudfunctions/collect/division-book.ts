import { areaLabel } from '@/domain/codes/areas';
import { divisionLabel, editionsWith, isEditionId } from '@/domain/divisions';
import type { DivisionBook } from '@/domain/form';

/** Names of every place a form can hold: villages of the county by edition, areas of the country. */
export const divisionBook: DivisionBook = {
  name: (code, edition) => (code.length > 6 ? (villageName(code, edition) ?? areaLabel(code)) : areaLabel(code)),
  editionsOf: (code) => [...editionsWith(code)].reverse(),
};

function villageName(code: string, edition: string | undefined): string | undefined {
  if (edition !== undefined && isEditionId(edition)) return divisionLabel(code, edition);
  const newest = editionsWith(code).at(-1);
  return newest === undefined ? undefined : divisionLabel(code, newest);
}
