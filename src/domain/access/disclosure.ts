import type { Role } from './roles';

/**
 * Which role sees what of a person, and what it may look at in full for a reason. Everything else is masked.
 * Identifiers and telephones are masked for all roles; the groups below are the sensitive classes of the law
 * (个人信息保护法 28条: health, 31条: children under 14).
 */
export const sensitiveGroups = {
  health: '健康和残疾情况',
  support: '困难和帮扶情况',
  child: '不满14周岁儿童的信息',
  location: '采集定位',
} as const;
export type SensitiveGroup = keyof typeof sensitiveGroups;
export const allSensitiveGroups = Object.keys(sensitiveGroups) as SensitiveGroup[];

/** What can be looked at in full. */
export const revealables = {
  idNumber: '公民身份号码',
  phone: '联系电话',
  disabilityNo: '残疾人证号',
  ...sensitiveGroups,
} as const;
export type Revealable = keyof typeof revealables;
export const allRevealables = Object.keys(revealables) as [Revealable, ...Revealable[]];

interface Disclosure {
  /** Seen without asking, because the work of this post is about it. */
  sees: readonly SensitiveGroup[];
  /** Shown for a reason, for minutes, counted. */
  mayReveal: readonly Revealable[];
}

const office: Disclosure = {
  sees: ['child', 'location'],
  mayReveal: ['idNumber', 'phone', 'disabilityNo', 'health', 'support'],
};
const nothing: Disclosure = { sees: [], mayReveal: [] };

/** One table, like the grants: what is not listed is masked. */
export const disclosure: Readonly<Record<Role, Disclosure>> = {
  // His own and his family's.
  resident: { sees: allSensitiveGroups, mayReveal: [] },
  // He asks these questions at the door, and dials.
  enumerator: { sees: allSensitiveGroups, mayReveal: ['phone'] },
  supervisor: { ...nothing, sees: ['location'] },
  // The village knows its children; whom it cannot meet it calls.
  committee: { sees: ['child'], mayReveal: ['phone'] },
  town: office,
  county: office,
  inspector: nothing,
  liaison: nothing,
  auditor: nothing,
  keeper: nothing,
};

export const sees = (role: Role, group: SensitiveGroup): boolean => disclosure[role].sees.includes(group);
export const mayReveal = (role: Role, what: Revealable): boolean => disclosure[role].mayReveal.includes(what);

/** What stands in place of what is not shown. */
export const veil = '（已遮盖）';
