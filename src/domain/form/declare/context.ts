import type { Choices } from './choices';

/** The answers of one form as data: field key → value. Typed per form by `AnswersOf<typeof personalForm>`. */
export type Answers = Record<string, unknown>;

/** From a date on, people of these ages count as of working age (男 16–60, 女 16–55 in 2017). */
export interface WorkingAge {
  /** YYYY-MM-DD, the first day it holds. */
  from: string;
  /** Youngest age in full years. */
  youngest: number;
  /** The age in full years at which each leaves it; a man of exactly this age is still in. */
  oldestMan: number;
  oldestWoman: number;
}

/** Names of places, given by whoever knows divisions and areas; the form itself knows only the shape of codes. */
export interface DivisionBook {
  /** The name of a 2–12 digit code; for a village, in that edition. Undefined when there is no such place. */
  name(code: string, edition?: string): string | undefined;
  /** Editions in which the code exists, newest first; empty when in none. */
  editionsOf?(code: string): readonly string[];
}

/** Who fills in: the resident himself, an enumerator at the door, or one on the telephone. */
export type Mode = 'self' | 'visit' | 'phone';

/** Facts on other people and places that only the register can supply. All optional: unknown means not checked. */
export interface OtherFacts {
  /** E4: another living record of the county has this identity number. */
  idNumberTaken?: boolean;
  /** W24: how many people of other households gave this telephone number. */
  phoneOtherHouseholds?: number;
  /** W24: the number belongs to an enumerator or a cadre. */
  phoneOfStaff?: boolean;
  /** E9, W10: the answers of the other members of the household. */
  members?: readonly Answers[];
  /** W36: what the employers' file says of the named unit. */
  unit?: { known: boolean; total?: number; peopleNaming?: number };
}

/** What a form is judged against. Everything that is not an answer comes in here; nothing is read from outside. */
export interface CheckContext {
  /** Today in Sandu, YYYY-MM-DD (+8). */
  today: string;
  /** Default 'self'. Collection questions are put to enumerators only. */
  mode?: Mode;
  /** Someone of the family or the village answers for this person. */
  proxy?: boolean;
  /** The answers are being sent: the confirmation is demanded too. */
  sending?: boolean;
  /** What the register already knows of this person: shown for one-tap confirmation, never asked again. */
  register?: Answers;
  /**
   * Secret answers that the cloud holds, masked. An answer equal to one of them stands for it and is not judged here;
   * the function puts the real one back and judges that.
   */
  held?: Readonly<Record<string, string>>;
  /** Settings in order of their date; the form has the law of 2017 and 2025 as default. */
  workingAge?: readonly WorkingAge[];
  divisions?: DivisionBook;
  others?: OtherFacts;
}

export type Severity = 'fault' | 'warning' | 'hint';

/** One thing to mend (fault), to confirm with a reason (warning) or to consider (hint). */
export interface Finding {
  field: string;
  /** The page of `questionPages` that shows the field; 'check' when no page does. */
  page: string;
  /** 'E1' … 'W36' as numbered in docs/forms, or 'required', 'value'. */
  rule: string;
  severity: Severity;
  /** A sentence for people: names the field by its label, says what is wrong and what to do. Never the answer. */
  message: string;
}

/** Reasons for warnings, by `findingKey`. They travel and are kept beside the answers. */
export type Reasons = Record<string, string>;

/** `id` 'register' holds what the register knows, for one-tap confirmation; the others hold questions. */
export interface QuestionPage {
  id: string;
  title: string;
  /** 身份 基本 工作 技能 愿望 采集: the steps of the progress bar. */
  step: string;
  fields: string[];
}

export interface Change {
  field: string;
  label: string;
  /** Readable words; '（未填）' where there was nothing. Identifiers and telephones are masked. */
  before: string;
  after: string;
}

export interface Column {
  key: string;
  /** The field it comes from; a field may fill several columns. */
  field: string;
  title: string;
  fieldClass: FieldClass;
  /** The code list of a code column. */
  list?: Choices;
}

/**
 * secret: identifiers and telephones, stored as ciphertext only · sensitive: health, disability, poverty, children ·
 * personal: everything else about a person · open: may be shown to anyone.
 */
export type FieldClass = 'open' | 'personal' | 'sensitive' | 'secret';
