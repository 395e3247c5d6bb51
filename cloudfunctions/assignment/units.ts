import { ungrouped, writePart } from '@/domain/campaign/parts';
import type { PartFigures } from '../store/queries/assignment/assignments';

/** The smallest piece of work that is given away as a whole: a group, or a group of an old village. */
export interface Unit {
  villageCode: string;
  part: string;
  /** Of the people in it; both are needed to say in which lease they stand. */
  oldVillageCode: string;
  groupName: string;
  people: number;
  /** Still to be collected. */
  left: number;
}

/**
 * A village by old village and group where the register names the old village of everyone, else by group alone:
 * a group and an old village may cross, and then nobody could say who holds the people in both.
 */
export function unitsOf(figures: readonly PartFigures[]): Unit[] {
  const mixed = new Set(figures.filter((one) => one.oldVillageCode === '').map((one) => one.villageCode));
  const units = new Map<string, Unit>();
  for (const { villageCode, oldVillageCode, group, people, left } of figures) {
    const oldVillage = mixed.has(villageCode) ? '' : oldVillageCode;
    const part = writePart({ oldVillage, group: group || ungrouped });
    const key = `${villageCode} ${part}`;
    const known = units.get(key) ?? { villageCode, part, oldVillageCode, groupName: group, people: 0, left: 0 };
    units.set(key, { ...known, people: known.people + people, left: known.left + left });
  }
  return [...units.values()];
}
