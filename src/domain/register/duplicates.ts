/** Why two rows may be one person, strongest first. */
export const duplicateKinds = {
  sameNumber: '同一身份证号',
  sameNameBirthVillage: '同村、同名、同出生日期',
  nearNameBirth: '同出生日期、姓名差一个字',
  sharedPhone: '同一电话多户使用',
} as const;

export type DuplicateKind = keyof typeof duplicateKinds;

/** So many people of different households under one phone are unlikely all to answer it. */
export const phoneShared = 5;

export interface Evidence {
  sameName: boolean;
  sameBirth: boolean;
  sameVillage: boolean;
  sameSex: boolean;
  /** How many people share the phone. */
  people?: number | undefined;
}

/** What speaks for one person and what against, in sentences; never a number or a phone. */
export function describeEvidence(kind: DuplicateKind, evidence: Evidence): string[] {
  const told = { sameNumber: '两条登记写的是同一个身份证号。', sharedPhone: phoneSentence(evidence.people) };
  const [first] = kind === 'sameNumber' || kind === 'sharedPhone' ? [told[kind]] : [];
  const same = [
    evidence.sameName ? '姓名相同' : kind === 'nearNameBirth' ? '姓名只差一个字' : '姓名不同',
    evidence.sameBirth ? '出生日期相同' : '出生日期不同',
    evidence.sameVillage ? '在同一个村（居）' : '不在同一个村（居）',
    evidence.sameSex ? '性别相同' : '性别不同',
  ];
  return [...(first === undefined ? [] : [first]), `${same.join('，')}。`];
}

const phoneSentence = (people: number | undefined): string =>
  `同一个电话登记在${people === undefined ? '多' : people}人名下，而且不在同一户，请核对电话是谁的。`;
