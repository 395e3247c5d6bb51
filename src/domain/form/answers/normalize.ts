import type { Answers, CheckContext } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { walk } from './walk';

/**
 * Answers as they are stored: half-width and trimmed, identity numbers upper-case, names with one kind of dot, derived
 * values computed, and only what this person's form has — a question that no longer applies loses its answer (E8).
 * Never refuses: run `check` on the answers as they came.
 */
export const normalize = (form: FormDefinition, answers: Answers, ctx: CheckContext): Answers =>
  walk(form, answers, ctx).values;

/**
 * What the function, never the phone, says: who collected, when, from which village. Whatever the phone sent in these
 * fields is dropped.
 */
export function withSystemAnswers(form: FormDefinition, answers: Answers, system: Answers): Answers {
  const kept: Answers = {};
  for (const [key, value] of Object.entries(answers)) if (form.fields[key]?.source !== 'system') kept[key] = value;
  return { ...kept, ...system };
}
