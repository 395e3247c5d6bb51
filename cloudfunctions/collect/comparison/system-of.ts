import type { Answers, FormDefinition } from '@/domain/form';

/** What the function said of the collecting when the answers came in: who, when, under which notice. */
export const systemOf = (form: FormDefinition, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => form.fields[key]?.source === 'system'));
