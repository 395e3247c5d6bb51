import { type Answers, type CheckContext, check, type FormDefinition } from '@/domain/form';

/** A person or unit, and whether a rule speaks up beside a field. */
export interface RuleCase {
  rule: string;
  field: string;
  who: string;
  answers: Answers;
  ctx: CheckContext;
  speaks: boolean;
}

export const broken = (form: FormDefinition, { answers, ctx, rule, field }: RuleCase): boolean =>
  check(form, answers, ctx).some((finding) => finding.rule === rule && finding.field === field);

/** Rules of the form for which the table lacks a person who breaks it, or one who keeps it. */
export function untried(form: FormDefinition, cases: readonly RuleCase[]): string[] {
  const tried = (rule: string, field: string, speaks: boolean) =>
    cases.some((one) => one.rule === rule && one.field === field && one.speaks === speaks);
  return form.rules
    .filter(({ id, field }) => !tried(id, field, true) || !tried(id, field, false))
    .map(({ id, field }) => `${id} ${field}`);
}
