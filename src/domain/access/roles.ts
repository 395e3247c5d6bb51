/** The posts a person can hold. One account may hold several; a call is made in one of them. */
export const roles = {
  resident: '居民',
  enumerator: '采集员',
  supervisor: '公司督导',
  committee: '村（居）委会',
  town: '镇街经办',
  county: '县就业办',
  inspector: '抽查员',
  liaison: '部门联络员',
  auditor: '审计员',
  keeper: '保密员',
} as const;

export type Role = keyof typeof roles;
export const allRoles = Object.keys(roles) as Role[];

/** Staff see other people's information, so they first accept the confidentiality undertaking. */
export const isStaff = (role: Role): boolean => role !== 'resident';
