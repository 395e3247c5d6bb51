import * as z from 'zod';
import { command } from '../operation';
import { day, done, optionalLine, personId, typedIdNumber, typedName, village, villageCode } from '../shapes';

/** Which persons an account answers for: itself and its family. */

/**
 * - bound: name and number match the register
 * - declared: not in the register; kept as a new person, in a village or waiting for one
 */
const binding = z.strictObject({
  outcome: z.enum(['bound', 'declared']),
  personId: z.string(),
  name: z.string(),
  idMasked: z.string(),
  village: village.nullable(),
  /** Why this village, or why none yet: a sentence for the person. */
  why: z.string(),
});

/** Name and number must both match; a number of the register with another name is person.mismatch, five tries a day. */
export const bindSelf = command({
  name: 'account.bindSelf',
  title: '绑定本人',
  verb: 'self.declare',
  input: z.strictObject({
    name: typedName,
    idNumber: typedIdNumber,
    /** The hukou village the person says, used only when the register does not know him. */
    villageCode: villageCode.optional(),
  }),
  output: binding,
});

/** Relation to the account's own person (GB/T 4761 short list `relation_short`, seen from the account holder). */
export const familyRelations = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  parentInLaw: '岳父母或公婆',
  grandparent: '祖父母或外祖父母',
  childInLaw: '媳婿',
  grandchild: '孙子女或外孙子女',
  sibling: '兄弟姐妹',
  other: '其他亲属',
} as const;
export type FamilyRelation = keyof typeof familyRelations;
export const allFamilyRelations = Object.keys(familyRelations) as FamilyRelation[];

export const addFamilyMember = command({
  name: 'account.addFamilyMember',
  title: '添加家人',
  verb: 'self.declare',
  input: z.strictObject({
    relation: z.enum(allFamilyRelations).meta({ title: '与您的关系' }),
    name: typedName,
    /** Null for one who has no number yet (a newborn, never registered); then sex, birth date and reason are needed. */
    idNumber: typedIdNumber.nullable(),
    noNumberReason: optionalLine('没有身份证号的原因', 60),
    sex: z.enum(['1', '2']).optional().meta({ title: '性别' }),
    birthDate: day.optional().meta({ title: '出生日期' }),
    villageCode: villageCode.optional(),
  }),
  output: binding,
});

/** Ends the relation; the person's record stays. */
export const removeFamilyMember = command({
  name: 'account.removeFamilyMember',
  title: '移除家人',
  verb: 'self.declare',
  input: z.strictObject({ personId }),
  output: done,
});

export const family = [bindSelf, addFamilyMember, removeFamilyMember];
