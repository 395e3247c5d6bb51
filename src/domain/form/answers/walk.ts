import { holds, type Look } from '../declare/condition';
import type { Answers, CheckContext } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { type Field, kindOf } from '../kinds';

/** How a field that this person's form has came by its value. */
export type Standing =
  /** Put to the person. */
  | 'question'
  /** The register or a presumption says it: one tap confirms. */
  | 'confirm'
  /** Computed; shown, never typed. */
  | 'derived'
  /** Set by the function, or put to enumerators only. */
  | 'background';

export interface Walk {
  /** Fields this person's form has, in order. */
  present: Map<string, Standing>;
  /** Tidy values of those fields, empty ones left out. */
  values: Answers;
  look: Look;
}

/**
 * Goes through the form in its order, so that each condition sees the tidy answers before it.
 * The journey is computed from the answers every time and never stored.
 */
export function walk(form: FormDefinition, answers: Answers, ctx: CheckContext): Walk {
  const values: Answers = {};
  const present = new Map<string, Standing>();
  const look: Look = (name) => {
    const fact = form.facts[name];
    return fact ? fact(look, ctx) : values[name];
  };
  for (const [key, field] of Object.entries(form.fields)) {
    if (!holds(form.blockOf[key]?.askedWhen, look) || !holds(field.askedWhen, look)) continue;
    const handler = kindOf(field);
    const computed = field.derive?.(look, ctx);
    const known = handler.tidy(ctx.register?.[key] ?? ctx.held?.[key], field);
    const presumed = field.presume?.(look, ctx);
    const given = field.source === 'derived' ? undefined : (handler.tidy(answers[key], field) ?? known ?? presumed);
    const value = computed ?? given;
    if (value !== undefined) values[key] = value;
    present.set(key, standing(field, { computed, known, presumed }, look, ctx));
  }
  return { present, values, look };
}

function standing(
  field: Field,
  from: { computed: unknown; known: unknown; presumed: unknown },
  look: Look,
  ctx: CheckContext
): Standing {
  const source = field.source ?? 'asked';
  if (source === 'system') return 'background';
  if (from.computed !== undefined || source === 'derived') return 'derived';
  if (source === 'collector') return (ctx.mode ?? 'self') === 'self' ? 'background' : 'question';
  if (from.presumed !== undefined) return 'confirm';
  if (source === 'asked') return 'question';
  if (from.known !== undefined) return 'confirm';
  return holds(field.askedIfUnknown, look) ? 'question' : 'background';
}

/** Fields this person's form has, in order: questions, confirmed, derived and background ones alike. */
export const presentFields = (form: FormDefinition, answers: Answers, ctx: CheckContext): string[] => [
  ...walk(form, answers, ctx).present.keys(),
];

/**
 * The questions this person must still be put, in order: what the register knows, what is computed and what the
 * session says are not questions. Depends on the answers so far, not on whether a question is answered.
 */
export function askedFields(form: FormDefinition, answers: Answers, ctx: CheckContext): string[] {
  return [...walk(form, answers, ctx).present].filter(([, standing]) => standing === 'question').map(([key]) => key);
}
