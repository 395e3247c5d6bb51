import type { OpenedForm } from '@/client/filling/use-open-form';
import { type Answers, type CheckContext, normalize, sameAsHead, secretFields, sharedFields } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { openForm } from '@/domain/operations/collecting/collect';
import { call } from '@/platform/client';
import { storage } from '@/platform/storage';

/** What a household shares, kept from the head's form while the village is on the phone; nothing secret is in it. */
const key = (accountId: string, village: string, householdId: string): string =>
  `village/${accountId}/${village}/head-${householdId}`;

const carriedFields = sharedFields(personalForm).filter((field) => !secretFields(personalForm).includes(field));

const shared = (answers: Answers): Answers =>
  Object.fromEntries(carriedFields.flatMap((field) => (answers[field] === undefined ? [] : [[field, answers[field]]])));

/** After the head's form was sent: his part that serves the others of the house. */
export async function keepHeadAnswers(
  accountId: string,
  village: string,
  { subject, register }: OpenedForm,
  answers: Answers,
  ctx: CheckContext
): Promise<void> {
  if (subject.householdId === null || register.relation !== '0') return;
  await storage.set(key(accountId, village, subject.householdId), shared(normalize(personalForm, answers, ctx)));
}

/** The head's shared answers: from this phone, else from the cloud. Undefined when neither knows them. */
export async function headAnswers(
  accountId: string,
  village: string,
  householdId: string,
  headId: string | undefined
): Promise<Answers | undefined> {
  const kept = await storage.get(key(accountId, village, householdId));
  if (typeof kept === 'object' && kept !== null) return kept as Answers;
  if (headId === undefined) return undefined;
  const asked = await call(openForm, { personId: headId }).catch(() => undefined);
  return asked?.live ? shared(asked.live.answers) : undefined;
}

/** The member's answers that change when he takes over what the head said; empty when nothing is new. */
export function takenFromHead(head: Answers, member: Answers): Answers {
  const after = sameAsHead(personalForm, head, member, carriedFields);
  return Object.fromEntries(
    carriedFields.flatMap((field) => (after[field] === member[field] ? [] : [[field, after[field]]]))
  );
}
