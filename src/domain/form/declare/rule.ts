import type { Look } from './condition';
import type { Answers, CheckContext, Severity } from './context';

/** What a rule may look at. */
export interface Judged<A = Answers> {
  /** Tidy, with derived values, without what this person is not asked. */
  answers: A;
  /** As they came, before derived values replaced them. */
  given: Answers;
  look: Look;
  ctx: CheckContext;
  /** Whether the person's form has the field. */
  has(field: string): boolean;
}

/** A numbered rule across fields. `find` gives the sentence when it is broken, undefined when it is kept. */
export interface Rule<A = Answers> {
  /** 'E7', 'W12', …: E rules are faults, W rules warnings or hints. One number may stand on several fields. */
  id: string;
  severity: Severity;
  /** The field the sentence is shown beside. */
  field: string;
  /** What it demands, for the documents. */
  title: string;
  /** A method, so that a rule on the answers of one form fits the list of rules of any form. */
  find(judged: Judged<A>): string | undefined;
}

/** A rule that the declaration itself keeps (a check digit by its kind, a hidden block by its condition). */
export interface KeptByForm {
  id: string;
  title: string;
  /** Where it is kept. */
  by: string;
}
