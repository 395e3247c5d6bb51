import { useState } from 'react';
import type { comparison } from '@/domain/operations/collecting/comparison';
import type { OutputOf } from '@/domain/operations/operation';

export type Compared = OutputOf<typeof comparison>;
export type ComparedField = Compared['fields'][number];
export type Side = 'live' | 'late';

/** What stands where nobody has chosen yet: of fields that a human must choose, nothing. */
export function startingChoices(fields: readonly ComparedField[]): Readonly<Record<string, Side>> {
  return Object.fromEntries(
    fields.flatMap(({ field, must, suggested }) => (must ? [] : [[field, suggested] as const]))
  );
}

/** How many still have to be chosen. */
export const unchosen = (fields: readonly ComparedField[], choices: Readonly<Record<string, Side>>): number =>
  fields.filter(({ field }) => choices[field] === undefined).length;

/** Two sets of answers, field by field or all of one side. */
export function useChoosing({ fields }: Pick<Compared, 'fields'>) {
  const [choices, setChoices] = useState(() => startingChoices(fields));
  return {
    choices,
    left: unchosen(fields, choices),
    choose: (field: string, side: Side) => setChoices((before) => ({ ...before, [field]: side })),
    chooseAll: (side: Side) => setChoices(Object.fromEntries(fields.map(({ field }) => [field, side]))),
  };
}

/** The text that comes of a choice; undefined while there is none. */
export const resultOf = (one: ComparedField, choices: Readonly<Record<string, Side>>): string | undefined => {
  const side = choices[one.field];
  return side === undefined ? undefined : one[side];
};
