import type { Field } from '../kinds';
import { kindOf } from '../kinds';
import { sameAnswer } from '../output/compare';

/** Whether two tidy answers to this field say the same: several choices mean the same in any order. */
export function saysSame(field: Field, one: unknown, other: unknown): boolean {
  return sameAnswer(comparable(field, one), comparable(field, other));
}

/** An answer by which it can be compared, tidied by its own kind. */
export function tidyAnswer(field: Field, value: unknown): unknown {
  return kindOf(field).tidy(value, field);
}

function comparable(field: Field, value: unknown): unknown {
  const unordered = field.kind === 'codes' || field.kind === 'codedList';
  return unordered && Array.isArray(value) ? value.map((part) => JSON.stringify(part)).sort() : value;
}
