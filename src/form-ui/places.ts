import { areaChildren, areaLabel, areaPath, findArea, provinces } from '@/domain/codes/areas';
import { divisionLabel, divisionPath, editionsWith, isEditionId, towns, villages } from '@/domain/divisions';
import type { DivisionBook } from '@/domain/form';
import type { AreaNode } from '@/ui';

/** Names of every place a form can hold: villages of the county by edition, areas of the country. */
export const divisionBook: DivisionBook = {
  name: (code, edition) => {
    if (code.length > 6) return villageName(code, edition) ?? areaLabel(code);
    return areaLabel(code);
  },
  editionsOf: (code) => editionsWith(code).reverse(),
};

function villageName(code: string, edition: string | undefined): string | undefined {
  if (edition !== undefined && isEditionId(edition)) return divisionLabel(code, edition);
  const newest = editionsWith(code).slice(-1)[0];
  return newest === undefined ? undefined : divisionLabel(code, newest);
}

/** 镇 > 村 of one edition. */
export function villageTree(edition: string): AreaNode[] {
  if (!isEditionId(edition)) return [];
  return towns(edition).map((town) => ({
    code: town.code,
    name: town.name,
    children: villages(edition, town.code).map(({ code, name }) => ({ code, name })),
  }));
}

let areas: AreaNode[] | undefined;

/** 省 > 市 > 县 of the country; built when first asked for. */
export function areaTree(): AreaNode[] {
  areas ??= provinces().map(grow);
  return areas;
}

function grow({ code, name }: { code: string; name: string }): AreaNode {
  const children = areaChildren(code).map(grow);
  return children.length === 0 ? { code, name } : { code, name, children };
}

/** The codes from the widest place down to `code`. */
export function placePath(level: 'village' | 'area', code: string, edition: string): string[] {
  if (code === '') return [];
  if (level === 'area') return findArea(code) ? areaPath(code).map((area) => area.code) : [];
  if (!isEditionId(edition)) return [];
  return divisionPath(code, edition)
    .filter(({ level: kind }) => kind === 'town' || kind === 'village')
    .map((division) => division.code);
}
