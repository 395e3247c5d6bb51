/** Why two rows may be one person, strongest first. */
export const duplicateKinds = {
  sameNumber: '同一身份证号',
  sameNameBirthVillage: '同村、同名、同出生日期',
  nearNameBirth: '同出生日期、姓名差一个字',
  sharedPhone: '同一电话多户使用',
  claimed: '申报时号码已有人登记',
} as const;

export type DuplicateKind = keyof typeof duplicateKinds;
