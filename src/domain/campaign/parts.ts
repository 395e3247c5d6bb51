/**
 * A part of a village that one enumerator holds, as one text: '' is the whole village, 三组 a group (组),
 * 522732114230 an old village merged into it, 522732114230/三组 a group of that old village (after the merger of 2018
 * a village can have two 三组). Those whom the register gives no group are the group 未分组.
 */
export interface VillagePart {
  /** '' when the part is not bound to an old village. */
  oldVillage: string;
  /** '' when it is not bound to a group. */
  group: string;
}

export function readPart(part: string): VillagePart {
  const [, oldVillage, group] = /^(\d{12})(?:\/(.*))?$/.exec(part) ?? [];
  return oldVillage === undefined ? { oldVillage: '', group: part } : { oldVillage, group: group ?? '' };
}

export function writePart({ oldVillage, group }: VillagePart): string {
  return oldVillage !== '' && group !== '' ? `${oldVillage}/${group}` : oldVillage || group;
}

const meets = (one: string, other: string): boolean => one === '' || other === '' || one === other;

/** Whether somebody could stand in both: a group may cross the border of an old village, so these two count as meeting. */
export function partsOverlap(one: string, other: string): boolean {
  const first = readPart(one);
  const second = readPart(other);
  return meets(first.oldVillage, second.oldVillage) && meets(first.group, second.group);
}

export const ungrouped = '未分组';

interface Standing {
  groupName: string;
  oldVillageCode: string;
}

/** Every part a person of the village stands in, the whole left out; for scopes that cover only a part. */
export function partsOfPerson({ groupName, oldVillageCode }: Standing): string[] {
  const group = groupName || ungrouped;
  return oldVillageCode === '' ? [group] : [group, oldVillageCode, `${oldVillageCode}/${group}`];
}

export const isInPart = (part: string, person: Standing): boolean =>
  part === '' || partsOfPerson(person).includes(part);
