import type { Answers } from './declare/context';
import type { FormDefinition } from './declare/form';

/** Fields for which the head's answer serves the whole household. */
export const sharedFields = (form: FormDefinition): string[] =>
  Object.entries(form.fields)
    .filter(([, field]) => field.sharedInHousehold)
    .map(([key]) => key);

/**
 * «The same as the head of household»: the member's answers with the shared ones taken from the head, for those of
 * `keys` (default all shared ones). What the head has not answered stays as the member has it.
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
