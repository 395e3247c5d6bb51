import type { Field, ValueOf } from '../kinds';
import { text } from '../kinds';
import { anyOf, type Condition, has, type Look, when } from './condition';
import type { Answers, CheckContext } from './context';
import type { Rule } from './rule';

export type Fields = Readonly<Record<string, Field>>;

/** A part of the paper form with its own heading. */
export interface Block<F extends Fields = Fields> {
  id: string;
  /** The official heading. */
  title: string;
  /** The step of the progress bar its questions belong to. */
  step: string;
  /** Whose form has the block at all. */
  askedWhen?: Condition;
  /** Titles of the screens that hold more than one question, by page id. */
  pages?: Readonly<Record<string, string>>;
  /** On paper the block goes on overleaf from this field. */
  overleafFrom?: string;
  fields: F;
}

export const block = <const F extends Fields>(parts: Block<F>): Block<F> => parts;

/** A value computed from answers, for conditions only: never an answer, never stored (age, mode). */
export type Fact = (look: Look, ctx: CheckContext) => unknown;

export interface FormSpec<B extends readonly Block[]> {
  name: string;
  version: number;
  /** The oldest version whose answers are still taken. */
  acceptsFrom: number;
  title: string;
  /** What this version is and how sure it is of itself. */
  note: string;
  blocks: B;
  facts: Readonly<Record<string, Fact>>;
  /** In words, for the documents. */
  factTitles: Readonly<Record<string, string>>;
  rules: readonly Rule[];
  /** For whom everything personal counts as sensitive (children under 14). */
  sensitiveWhen?: Condition;
  /** From version n to n+1, by n. */
  upgrades: Readonly<Record<number, (answers: Answers) => Answers>>;
}

/** What the engine needs of a form, whichever it is. */
export interface FormDefinition extends Omit<FormSpec<readonly Block[]>, 'blocks'> {
  blocks: readonly Block[];
  /** All fields in the order they are asked, the words for «other» right after their question. */
  fields: Fields;
  /** Field key → its block. */
  blockOf: Readonly<Record<string, Block>>;
}

export interface Form<F extends Fields> extends FormDefinition {
  fields: F;
}

/**
 * Declares a form. A choice with an `other` code gets a companion field `<key>Other` for the words (rule E15).
 * Throws on a key declared twice or a condition about a later field: a mistake in the declaration, not in answers.
 */
export function form<const B extends readonly Block[]>(spec: FormSpec<B>): Form<FieldsOf<B>> {
  const fields: Record<string, Field> = {};
  const blockOf: Record<string, Block> = {};
  for (const part of spec.blocks) {
    for (const [key, field] of Object.entries(part.fields)) {
      if (fields[key]) throw new Error(`field ${key} is declared twice`);
      fields[key] = field;
      blockOf[key] = part;
      if ('other' in field && field.other !== undefined) {
        fields[`${key}Other`] = otherWords(key, field, field.other);
        blockOf[`${key}Other`] = part;
      }
    }
  }
  // One boundary: the fields were put together from the blocks by the loop above.
  return { ...spec, fields: fields as unknown as FieldsOf<B>, blockOf };
}

function otherWords(key: string, field: Field, other: string): Field {
  return text({
    label: `${field.label}（其他）`,
    ask: '请写明是什么',
    max: 50,
    required: true,
    askedWhen: when(key, field.kind === 'codes' ? has(other) : anyOf(other)),
    page: field.page ?? key,
    companionOf: key,
    ...(field.fieldClass === undefined ? {} : { fieldClass: field.fieldClass }),
    ...(field.source === undefined ? {} : { source: field.source }),
  });
}

type Intersection<U> = (U extends unknown ? (part: U) => void : never) extends (whole: infer I) => void ? I : never;
type Merged<B extends readonly Block[]> = Intersection<B[number]['fields']>;
type WithOther<F> = F & {
  [K in keyof F & string as F[K] extends { other: string } ? `${K}Other` : never]: {
    kind: 'text';
    label: string;
    max: number;
  };
};
export type FieldsOf<B extends readonly Block[]> = WithOther<Merged<B>> extends infer F extends Fields ? F : never;

/** The answers of a form, every one optional: who is asked what is the engine's concern. */
export type AnswersOf<T extends { fields: Fields } | readonly Block[]> = T extends { fields: infer F }
  ? { [K in keyof F]?: ValueOf<F[K]> }
  : T extends readonly Block[]
    ? { [K in keyof FieldsOf<T>]?: ValueOf<FieldsOf<T>[K]> }
    : never;
