import { check } from './answers/check';
import type { Answers, CheckContext, Finding } from './declare/context';
import type { FormDefinition } from './declare/form';

/** Fields for which the head's answer serves the whole household. */
export const sharedFields = (form: FormDefinition): string[] =>
  Object.entries(form.fields)
    .filter(([, field]) => field.sharedInHousehold)
    .map(([key]) => key);

/**
 * «The same as the head of household»: the member's answers with the shared ones taken from the head, for those of
 * `keys` (default all shared ones). What the head has not answered stays as the member has it. Give the head's answers
 * as `normalize` leaves them, so that the head's own name and number are among them.
 */
export function sameAsHead(
  form: FormDefinition,
  head: Answers,
  member: Answers,
  keys: readonly string[] = sharedFields(form)
): Answers {
  const shared = new Set(sharedFields(form));
  const taken: Answers = { ...member };
  for (const key of keys) if (shared.has(key) && head[key] !== undefined) taken[key] = head[key];
  return taken;
}

/** One person of a household: the answers and what they are judged against. */
export interface Member {
  answers: Answers;
  ctx: CheckContext;
}

/**
 * A whole household, person by person: each is judged with the others in view (one head, ages that fit). The result
 * has one list of findings for each member, in the same order.
 */
export function checkHousehold(form: FormDefinition, members: readonly Member[]): Finding[][] {
  return members.map((member) => {
    const others = members.filter((other) => other !== member).map(({ answers }) => answers);
    return check(form, member.answers, { ...member.ctx, others: { ...member.ctx.others, members: others } });
  });
}
