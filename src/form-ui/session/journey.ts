import {
  type Answers,
  blocking,
  type CheckContext,
  check,
  checkPage,
  type Finding,
  type FormDefinition,
  type QuestionPage,
  questionPages,
  type Reasons,
} from '@/domain/form';

/** Where a person is in his form: computed from the answers every time, never stored. */
export interface Journey {
  pages: QuestionPage[];
  /** Names of the steps in order, the last one being 核对. */
  steps: string[];
  findings: Finding[];
  /** What still keeps the form from being sent. */
  blocking: Finding[];
}

export const lastStep = '核对';

export function journeyOf(form: FormDefinition, answers: Answers, reasons: Reasons, ctx: CheckContext): Journey {
  const pages = questionPages(form, answers, ctx);
  const findings = check(form, answers, ctx);
  return {
    pages,
    steps: [...new Set(pages.map(({ step }) => step)), lastStep],
    findings,
    blocking: blocking(findings, reasons),
  };
}

/** The page with this id, or where a page of it would be now: an answer may have taken it away. */
export function placeOf(pages: readonly QuestionPage[], id: string): number {
  if (id === checkPage) return pages.length;
  return Math.max(
    pages.findIndex((page) => page.id === id),
    0
  );
}

export const stepIndex = ({ pages, steps }: Journey, place: number): number =>
  steps.indexOf(pages[place]?.step ?? lastStep);

/** What is wrong on one page, in its order. */
export const onPage = (findings: readonly Finding[], page: QuestionPage): Finding[] =>
  findings.filter(({ field }) => page.fields.includes(field));

/** The sentence to show beside a field, worst first. */
export function findingFor(findings: readonly Finding[], field: string): Finding | undefined {
  const order = { fault: 0, warning: 1, hint: 2 };
  return findings.filter((finding) => finding.field === field).sort((a, b) => order[a.severity] - order[b.severity])[0];
}
