import type { Context } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { recordEvent } from '../../store/queries/register/register-people';

/** Acts of a person's history in the register, as he and the office read them. */
export const eventTitles = {
  'register.import': '名册导入更新',
  'register.left': '移出名册',
  'register.created': '登记入册',
  'register.merge': '合并重复人员',
  'register.unmerge': '撤销合并',
  'register.joinIdentity': '补录身份证号',
  'register.transfer': '村间迁移',
  'register.place': '归属村（居）',
  'register.split': '分户',
  'register.joinHouseholds': '并户',
  'register.changeHead': '户主变更',
  'register.birth': '登记出生',
  'register.death': '登记死亡',
} as const;

export type EventAct = keyof typeof eventTitles;

export const titleOf = (act: string): string => (eventTitles as Readonly<Record<string, string>>)[act] ?? act;

/** Writes down what was done to a person, in words and without numbers. */
export async function tell(
  { db, actor, now }: Context,
  personId: string,
  act: EventAct,
  reason: string,
  changes: readonly string[]
): Promise<void> {
  const event = {
    eventId: newId('ev', now),
    personId,
    at: now,
    act,
    byName: actor.name,
    byPost: actor.postId,
    reason,
    changes,
  };
  await recordEvent(db, actor.countyCode, event);
}
