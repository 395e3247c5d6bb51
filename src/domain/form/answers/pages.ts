import { holds } from '../declare/condition';
import type { Answers, CheckContext, QuestionPage } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import { type Walk, walk } from './walk';

export const registerPage = 'register';
export const checkPage = 'check';

/**
 * The screens of one person in order: first, where the register knows him, one page to confirm; then one question or
 * one short group a page. Recomputed at every answer; a page keeps its id.
 */
export function questionPages(form: FormDefinition, answers: Answers, ctx: CheckContext): QuestionPage[] {
  return pagesOf(form, walk(form, answers, ctx));
}

export function pagesOf(form: FormDefinition, journey: Walk): QuestionPage[] {
  const known: string[] = [];
  const pages: QuestionPage[] = [];
  for (const [key, standing] of journey.present) {
    const field = form.fields[key];
    const block = form.blockOf[key];
    if (!field || !block) continue;
    if (standing === 'confirm' || (standing === 'derived' && field.source === 'register')) {
      if (journey.values[key] !== undefined) known.push(key);
      continue;
    }
    if (standing !== 'question') continue;
    const id = field.page ?? key;
    const open = pages.find((page) => page.id === id);
    if (open) open.fields.push(key);
    else
      pages.push({ id, title: block.pages?.[id] ?? wording(form, key, journey).ask, step: block.step, fields: [key] });
  }
  if (known.length === 0) return pages;
  return [{ id: registerPage, title: '请核对您的登记信息', step: '身份', fields: known }, ...pages];
}

/** The page on which each field of this person is shown; 'check' for what no page shows. */
export function pageOfField(pages: readonly QuestionPage[]): (field: string) => string {
  const byField = new Map<string, string>();
  for (const page of pages) for (const field of page.fields) byField.set(field, page.id);
  return (field) => byField.get(field) ?? checkPage;
}

export interface Wording {
  /** The question in the 您 form. */
  ask: string;
  hint?: string;
}

/** How a question is put to this person. */
export function questionText(form: FormDefinition, key: string, answers: Answers, ctx: CheckContext): Wording {
  return wording(form, key, walk(form, answers, ctx));
}

function wording(form: FormDefinition, key: string, { look }: Walk): Wording {
  const field = form.fields[key];
  if (!field) return { ask: key };
  const other = field.askOther?.find((one) => holds(one.when, look));
  const hint = other?.hint ?? field.hint;
  return { ask: other?.ask ?? field.ask ?? field.label, ...(hint === undefined ? {} : { hint }) };
}
