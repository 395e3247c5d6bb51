import {
  type Answers,
  blocking,
  type CheckContext,
  checkWalk,
  type Finding,
  type FormDefinition,
  submissionSchema,
  unmaskAnswers,
  upgrade,
  versionState,
  type Walk,
  walk,
  withSystemAnswers,
} from '@/domain/form';
import { Problem } from '@/domain/problem';

export interface Sent {
  formVersion: number;
  answers: Answers;
  reasons: Readonly<Record<string, string>>;
  /** Somebody has looked at all of it and given one reason: doubts need none of their own. */
  explained?: boolean;
}

export interface Judged {
  /** As they are stored: tidy, with derived values, without what this person is not asked. */
  answers: Answers;
  /** The way through the form that gave them; the paper copy is made from it. */
  journey: Walk;
}

/**
 * The answers as they are stored, judged by the form itself whatever the phone has judged already.
 * @param known what the cloud holds: masked answers that came back stand for these
 * @param system what the function says: who, when, by which edition
 * Errors: form.unknown, form.expired, form.faults, form.warnings; each names the field by its label, never the answer.
 */
export function judge(form: FormDefinition, sent: Sent, known: Answers, system: Answers, ctx: CheckContext): Judged {
  const own = withSystemAnswers(form, unmaskAnswers(form, current(form, sent), known), system);
  const parsed = schemaOf(form).safeParse(own);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw faults(parsed.error.issues.length, issue?.message ?? '', String(issue?.path[0] ?? ''));
  }
  // As they came, not as the schema tidied them: some rules ask about what was typed.
  const journey = walk(form, own, ctx);
  const blockers = blocking(checkWalk(form, journey, own, ctx), sent.reasons);
  const wrong = blockers.filter(({ severity }) => severity === 'fault');
  const [fault] = wrong;
  if (fault !== undefined) throw faults(wrong.length, fault.message, fault.field);
  const [warning] = blockers;
  if (warning !== undefined && sent.explained !== true) throw unexplained(blockers.length, warning);
  return { answers: journey.values, journey };
}

function current(form: FormDefinition, { formVersion, answers }: Sent): Answers {
  const state = versionState(form, formVersion);
  if (state === 'unknown') throw new Problem('form.unknown');
  if (state === 'expired') throw new Problem('form.expired', { version: formVersion });
  return upgrade(form, answers, formVersion);
}

const faults = (count: number, first: string, field: string): Problem =>
  new Problem('form.faults', { count, first, field });

const unexplained = (count: number, { message, field, rule }: Finding): Problem =>
  new Problem('form.warnings', { count, first: message, field, rule });

/** A schema of a hundred fields is built once a process, not once a call. */
const schemas = new WeakMap<FormDefinition, ReturnType<typeof submissionSchema>>();

function schemaOf(form: FormDefinition): ReturnType<typeof submissionSchema> {
  const known = schemas.get(form);
  if (known !== undefined) return known;
  const made = submissionSchema(form);
  schemas.set(form, made);
  return made;
}
