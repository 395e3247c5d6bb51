import { type Condition, holds } from '../declare/condition';
import type { Answers, CheckContext, Finding, Reasons, Severity } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { type Field, kindOf } from '../kinds';
import { looksMasked } from '../privacy';
import { pageOfField, pagesOf } from './pages';
import { type Standing, type Walk, walk } from './walk';

type Found = Omit<Finding, 'page'>;

/**
 * Everything to mend, to confirm or to consider, in the order of the form. Takes the answers as they came and tidies
 * them itself. No message holds an answer.
 */
export const check = (form: FormDefinition, answers: Answers, ctx: CheckContext): Finding[] =>
  checkWalk(form, walk(form, answers, ctx), answers, ctx);

/** The same for whoever has gone through the form already: a walk costs as much as the rest of the judging. */
export function checkWalk(form: FormDefinition, journey: Walk, answers: Answers, ctx: CheckContext): Finding[] {
  const found = [...fieldFindings(form, journey, ctx), ...ruleFindings(form, journey, answers, ctx)];
  if (found.length === 0) return [];
  const pageOf = pageOfField(pagesOf(form, journey));
  const place = new Map(Object.keys(form.fields).map((key, index): [string, number] => [key, index]));
  return found
    .map((finding) => ({ ...finding, page: pageOf(finding.field) }))
    .sort((one, other) => (place.get(one.field) ?? 0) - (place.get(other.field) ?? 0));
}

function fieldFindings(form: FormDefinition, { present, values, look }: Walk, ctx: CheckContext): Found[] {
  const found: Found[] = [];
  for (const [key, standing] of present) {
    const field = form.fields[key];
    if (!field) continue;
    const value = values[key];
    if (value === undefined) {
      if (standing === 'question' && isRequired(field.required, look))
        found.push({ field: key, rule: 'required', severity: 'fault', message: missing(field) });
    } else {
      const finding = valueFinding(key, field, value, standing, ctx);
      if (finding) found.push(finding);
    }
  }
  return found;
}

function valueFinding(key: string, field: Field, value: unknown, standing: Standing, ctx: CheckContext) {
  if (standing === 'derived' || isHeld(key, value, ctx)) return undefined;
  const kind = kindOf(field);
  const fault = kind.is(value) ? kind.fault(value, field, ctx) : { rule: 'value', says: `填得不对，${kind.expects}` };
  return (
    fault && { field: key, rule: fault.rule, severity: 'fault' as const, message: sentence(field.label, fault.says) }
  );
}

/** Handed out masked and sent back as it was: the function puts the real one back and judges that. */
const isHeld = (key: string, value: unknown, ctx: CheckContext): boolean =>
  ctx.held?.[key] === value || (looksMasked(value) && ctx.register?.[key] === value);

function ruleFindings(form: FormDefinition, journey: Walk, given: Answers, ctx: CheckContext): Found[] {
  const judged = {
    answers: wellShaped(form, journey.values),
    given,
    look: journey.look,
    ctx,
    has: (field: string) => journey.present.has(field),
  };
  const found: Found[] = [];
  for (const rule of form.rules) {
    if (!journey.present.has(rule.field)) continue;
    const message = rule.find(judged);
    if (message !== undefined)
      found.push({ field: rule.field, rule: rule.id, severity: rule.severity, message: ended(message) });
  }
  return found;
}

/** Rules read answers as their types say; what is not of its kind has its own finding already. */
function wellShaped(form: FormDefinition, values: Answers): Answers {
  const shaped: Answers = {};
  for (const [key, value] of Object.entries(values)) {
    const field = form.fields[key];
    if (field && kindOf(field).is(value)) shaped[key] = value;
  }
  return shaped;
}

const isRequired = (required: boolean | Condition | undefined, look: Walk['look']): boolean =>
  typeof required === 'object' ? holds(required, look) : (required ?? false);

/** The sentence for a field that must be answered and is not. */
export function missing(field: Field): string {
  const control = kindOf(field).control(field).is;
  const verb =
    control === 'choices' || control === 'yesNo' || control === 'when' || control === 'place' ? '选择' : '填写';
  return control === 'confirm' ? `请确认「${field.label}」。` : `请${verb}「${field.label}」。`;
}

/** «{label}» and what is wrong with it, as one sentence. */
export const sentence = (label: string, says: string): string => ended(`「${label}」${says}`);

const ended = (message: string): string => (/[。！？]$/.test(message) ? message : `${message}。`);

/** Names a warning, so that a reason can be kept beside it. */
export const findingKey = (finding: { rule: string; field: string }): string => `${finding.rule}:${finding.field}`;

/** What still keeps the form from being sent: every fault, and every warning without a reason of two characters. */
export function blocking(findings: readonly Finding[], reasons: Reasons): Finding[] {
  return findings.filter(
    (finding) =>
      finding.severity === 'fault' ||
      (finding.severity === 'warning' && (reasons[findingKey(finding)] ?? '').trim().length < 2)
  );
}

export const ofSeverity = (findings: readonly Finding[], severity: Severity): Finding[] =>
  findings.filter((finding) => finding.severity === severity);
