import { walk } from './answers/walk';
import { holds } from './declare/condition';
import type { Answers, CheckContext, FieldClass } from './declare/context';
import type { FormDefinition } from './declare/form';
import { isRecord } from './kinds/clean';
import { maskSecret } from './kinds/identity';

export function fieldClass(form: FormDefinition, key: string): FieldClass {
  return form.fields[key]?.fieldClass ?? 'personal';
}

/** The class of a field for this very person: of a child under 14 everything personal is sensitive. */
export function fieldClassFor(form: FormDefinition, key: string, answers: Answers, ctx: CheckContext): FieldClass {
  const declared = fieldClass(form, key);
  if (declared !== 'personal' || !form.sensitiveWhen) return declared;
  return holds(form.sensitiveWhen, walk(form, answers, ctx).look) ? 'sensitive' : declared;
}

/** Identifiers and telephones: stored as ciphertext only, masked wherever they are shown. */
export const secretFields = (form: FormDefinition): string[] => fieldsOfClass(form, 'secret');

export const fieldsOfClass = (form: FormDefinition, wanted: FieldClass): string[] =>
  Object.keys(form.fields).filter((key) => fieldClass(form, key) === wanted);

/** Divides answers into what may be stored in clear and what must be ciphertext. */
export function splitSecrets(
  form: FormDefinition,
  answers: Answers
): { open: Answers; secret: Record<string, string> } {
  const open: Answers = {};
  const secret: Record<string, string> = {};
  for (const [key, value] of Object.entries(answers)) {
    if (fieldClass(form, key) === 'secret' && typeof value === 'string') secret[key] = value;
    else open[key] = value;
  }
  return { open, secret };
}

/** The same answers with identifiers and telephones masked. */
export function maskAnswers(form: FormDefinition, answers: Answers): Answers {
  const masked: Answers = {};
  for (const [key, value] of Object.entries(answers)) {
    const field = form.fields[key];
    masked[key] =
      field && fieldClass(form, key) === 'secret' && typeof value === 'string' ? maskSecret(field, value) : value;
  }
  return masked;
}

/** A secret as it may be seen; other answers as they are. */
export function mask(form: FormDefinition, key: string, value: string): string {
  const field = form.fields[key];
  return field && fieldClass(form, key) === 'secret' ? maskSecret(field, value) : value;
}

/** The register hands out masked identifiers; nobody types a star. */
export const looksMasked = (value: unknown): boolean => typeof value === 'string' && value.includes('*');

/**
 * What came back masked as it was handed out is put back in full from what the store knows. A masked value that is not
 * the known one stays masked, and `check` refuses it.
 */
export function unmaskAnswers(form: FormDefinition, answers: Answers, known: Answers): Answers {
  const full: Answers = { ...answers };
  for (const key of secretFields(form)) {
    const secret = known[key];
    if (typeof secret === 'string' && answers[key] === mask(form, key, secret)) full[key] = secret;
  }
  return full;
}

/** The open answers with one or more secrets put back, for whoever may see them. */
export const joinSecrets = (open: Answers, secret: unknown): Answers =>
  isRecord(secret) ? { ...open, ...secret } : open;
