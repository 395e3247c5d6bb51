/** A condition is data, so that the same one can decide, be written into the form's documents and be frozen. */
export type Test =
  | { is: 'anyOf'; values: readonly string[] }
  | { is: 'noneOf'; values: readonly string[] }
  | { is: 'has'; values: readonly string[] }
  | { is: 'yes' }
  | { is: 'no' }
  | { is: 'given' }
  | { is: 'atLeast'; number: number }
  | { is: 'under'; number: number };

export type Condition =
  | { field: string; test: Test }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };

/** `when('jobForm', anyOf('2', '3'))`: about an earlier field of the form, or one of its facts (age, mode, …). */
export const when = (field: string, test: Test): Condition => ({ field, test });
export const all = (...conditions: Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: Condition[]): Condition => ({ any: conditions });
export const not = (condition: Condition): Condition => ({ not: condition });

export const anyOf = (...values: string[]): Test => ({ is: 'anyOf', values });
/** Answered, and with none of these. */
export const noneOf = (...values: string[]): Test => ({ is: 'noneOf', values });
/** For several codes: at least one of these is among them. */
export const has = (...values: string[]): Test => ({ is: 'has', values });
export const yes: Test = { is: 'yes' };
export const no: Test = { is: 'no' };
export const given: Test = { is: 'given' };
export const atLeast = (number: number): Test => ({ is: 'atLeast', number });
export const under = (number: number): Test => ({ is: 'under', number });

/** Reads an answer or a fact; undefined where there is none. */
export type Look = (name: string) => unknown;

/** What is not answered yet makes a test false, so a follow-up question waits for the one it follows. */
export function holds(condition: Condition | undefined, look: Look): boolean {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, look));
  if ('any' in condition) return condition.any.some((part) => holds(part, look));
  if ('not' in condition) return !holds(condition.not, look);
  return passes(condition.test, look(condition.field));
}

/** The fields and facts a condition looks at. */
export function fieldsIn(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(fieldsIn);
  if ('any' in condition) return condition.any.flatMap(fieldsIn);
  if ('not' in condition) return fieldsIn(condition.not);
  return [condition.field];
}

function passes(test: Test, value: unknown): boolean {
  switch (test.is) {
    case 'anyOf':
      return typeof value === 'string' && test.values.includes(value);
    case 'noneOf':
      return typeof value === 'string' && value !== '' && !test.values.includes(value);
    case 'has':
      return Array.isArray(value) && test.values.some((wanted) => value.includes(wanted));
    case 'yes':
      return value === true;
    case 'no':
      return value === false;
    case 'given':
      return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
    case 'atLeast':
      return typeof value === 'number' && value >= test.number;
    case 'under':
      return typeof value === 'number' && value < test.number;
    default:
      return test satisfies never;
  }
}
