import { allRoles, type Role } from './roles';

type Level = 'county' | 'town' | 'village';

/** How wide the places of a post may be; a village committee never holds a town. */
const levels: Readonly<Record<Role, readonly Level[]>> = {
  resident: [],
  enumerator: ['county', 'town', 'village'],
  supervisor: ['county', 'town'],
  committee: ['village'],
  town: ['town'],
  county: ['county'],
  inspector: ['county', 'town'],
  liaison: ['county'],
  auditor: ['county'],
  keeper: ['county'],
};

const levelNames: Readonly<Record<Level, string>> = { county: '全县', town: '镇（街道）', village: '村（居）' };

/** Managed by level: a town staffs its villages and its field work, everything else is the county's. */
const appointed: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  county: allRoles.filter((role) => role !== 'resident'),
  town: ['committee', 'enumerator'],
};

/** Whether somebody in the post `by` may set up, suspend or end a post of `role`. */
export const mayAppoint = (by: Role, role: Role): boolean => appointed[by]?.includes(role) ?? false;

export const fitsRole = (role: Role, level: Level): boolean => levels[role].includes(level);

/** 全县、镇（街道）: how wide the places of this post may be, in words. */
export const levelsOf = (role: Role): string => levels[role].map((level) => levelNames[level]).join('、');
