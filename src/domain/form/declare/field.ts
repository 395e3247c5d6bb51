import type * as z from 'zod';
import type { Choices } from './choices';
import type { Condition, Look } from './condition';
import type { CheckContext, FieldClass } from './context';

/**
 * Where an answer comes from.
 * asked: a question · register: from the register, confirmed with one tap, asked only where the register is silent ·
 * derived: computed from other answers · collector: put to enumerators · system: set by the function from the session.
 */
export type Source = 'asked' | 'register' | 'derived' | 'collector' | 'system';

/** Computes a value from earlier answers; undefined where they do not say. */
export type Derive = (look: Look, ctx: CheckContext) => unknown;

/** What every field of every kind may say about itself. */
export interface FieldBase {
  /** The official words, as on the paper form and in the office. */
  label: string;
  /** The question as a resident reads it, in the 您 form. Without it the label serves. */
  ask?: string;
  /** Other words for some people; the first that fits wins. */
  askOther?: readonly { when: Condition; ask: string; hint?: string }[];
  /** An explanation or example under the question. */
  hint?: string;
  /** A made-up example inside an empty control. */
  example?: string;
  /** Default 'asked'. */
  source?: Source;
  /** Default 'personal'. */
  fieldClass?: FieldClass;
  /** Whether someone who is asked must answer; a condition makes it so for some. */
  required?: boolean | Condition;
  /** Whose form has this field at all. Everyone else's answer is dropped. Looks at earlier fields and facts only. */
  askedWhen?: Condition;
  /** For 'register' fields: who is asked where the register is silent. Default everyone. */
  askedIfUnknown?: Condition;
  /** Wins over any answer. */
  derive?: Derive;
  /** Taken for granted until the person says otherwise: shown for confirmation, not asked. */
  presume?: Derive;
  /** Neighbours with the same page id share a screen. */
  page?: string;
  /** Width on the printed form, in columns of 24, label and value together; default 8. */
  span?: number;
  /** The choice whose «other» these words explain; set by `form`. */
  companionOf?: string;
  /** The head's answer serves for the whole household. */
  sharedInHousehold?: boolean;
  /** Where the field is known from (docs/forms explains the marks). */
  evidence?: string;
}

/** Why a value cannot stand, without the field's name: «{label}» is put before it. */
export interface Fault {
  /** A numbered rule such as 'E1', or 'value'. */
  rule: string;
  says: string;
}

/** What the screen needs to show a control; the engine never names a component. */
export type Control =
  | { is: 'line'; keyboard: 'text' | 'idcard' | 'number' | 'digit' | 'phone'; max: number; unit?: string }
  | { is: 'lines'; max: number }
  | { is: 'yesNo' }
  | {
      is: 'choices';
      /** buttons up to seven, list with search beyond, tree where the list has groups. */
      how: 'buttons' | 'list' | 'tree';
      choices: Choices;
      only?: readonly string[];
      /** Put these first. */
      first?: readonly string[];
      several: boolean;
      exclusive: readonly string[];
      most?: number;
    }
  | { is: 'when'; precision: 'day' | 'month' | 'minute'; future: boolean }
  | { is: 'amount'; bands: Choices; unit: string }
  | { is: 'place'; level: 'village' | 'area' }
  | { is: 'codeText'; choices: Choices; several: boolean; most: number; textMax: number }
  | { is: 'list'; most: number; itemName: string }
  | { is: 'location' }
  | { is: 'confirm' }
  | { is: 'shown' };

/** A column of the export: `suffix` is put after the field's key, `title` after its label. */
export interface CellColumn {
  suffix: string;
  title: string;
  list?: Choices;
}

export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/**
 * Everything the product knows about one kind of field, in one place.
 * `tidy` never refuses: what it cannot read stays as it is, and `fault` speaks of it.
 */
export interface Kind<F extends FieldBase, V> {
  /** Full-width to half, spaces, case; undefined for an empty answer. */
  tidy(raw: unknown, field: F): unknown;
  /** Whether a tidy value has the shape of this kind (its rules are `fault`'s concern). */
  is(value: unknown): value is V;
  /** Without a context only what is always wrong; with one also what today or a place book makes wrong. */
  fault(value: V, field: F, ctx?: CheckContext): Fault | undefined;
  /** For an answer still being typed. */
  draft(field: F): z.ZodType;
  /** In words, for the check page, paper, comparison. Never masked here. */
  text(value: V, field: F, ctx?: CheckContext): string;
  columns(field: F): CellColumn[];
  /** As many cells as `columns`. */
  cells(value: V, field: F): string[];
  /** The codes in an answer, for the boxes of the printed form. */
  codes?(value: V): string[];
  /** The cells of each entry of a list, for the table of the printed form. */
  rows?(value: V, field: F, ctx?: CheckContext): string[][];
  control(field: F): Control;
  /** The kind's own part of the form's description: all that would change what an answer means. */
  describe(field: F): { readonly [key: string]: Plain | undefined };
  /** How a person reads what is expected when the shape is wrong, e.g. '请填写数字'. */
  expects: string;
}
