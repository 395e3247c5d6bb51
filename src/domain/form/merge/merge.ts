import type { Answers } from '../declare/context';
import type { FormDefinition } from '../declare/form';
import type { Field } from '../kinds';
import { mergeList } from './lists';
import { saysSame, tidyAnswer } from './same';

/** Three states of one person's answers, of the form's present version and in full: a masked secret is a difference. */
export interface Sides {
  /** What the late answers started from; {} where there was nothing. */
  base: Answers;
  /** What stands now. */
  live: Answers;
  /** What came late. */
  late: Answers;
}

export interface Merged {
  /** What stands when nobody needs to be asked; of the fields in `overlaps` it has the live answer. */
  answers: Answers;
  /** Fields of which both said something new and different, in the order of the form. */
  overlaps: string[];
  /** Fields in which the late answer takes the place of the live one. */
  taken: string[];
  /** Fields that differ between live and late answers, whoever changed them. */
  different: string[];
}

/**
 * Merges field by field. Computed answers are left out: the form computes them anew from what was merged. What is said
 * about the collecting itself (how, who came along, the confirmation) is said anew by each who collects: the later
 * word is no contradiction.
 */
export function mergeAnswers(form: FormDefinition, sides: Sides): Merged {
  const merged: Merged = { answers: {}, overlaps: [], taken: [], different: [] };
  for (const [key, field] of Object.entries(form.fields)) {
    if (field.source === 'derived') continue;
    const [base, live, late] = [sides.base, sides.live, sides.late].map((side) => tidyAnswer(field, side[key]));
    const value = isOfCollecting(field) ? (late ?? live) : settle(merged, { key, field, base, live, late });
    if (value !== undefined) merged.answers[key] = value;
  }
  return merged;
}

/** Fields that say something of the person; the others say how the answers were come by. */
export const isOfCollecting = (field: Field): boolean =>
  field.source === 'collector' || field.source === 'system' || field.kind === 'confirmation';

interface Three {
  key: string;
  field: Field;
  base: unknown;
  live: unknown;
  late: unknown;
}

function settle(merged: Merged, three: Three): unknown {
  const { key, field, base, live, late } = three;
  if (saysSame(field, live, late)) return live;
  merged.different.push(key);
  if (saysSame(field, base, late)) return live;
  if (!saysSame(field, base, live)) {
    const list = field.kind === 'list' ? mergeList(field, { base, live, late }) : undefined;
    if (list === undefined) {
      merged.overlaps.push(key);
      return live;
    }
    if (!saysSame(field, list.value, live)) merged.taken.push(key);
    return list.value;
  }
  merged.taken.push(key);
  return late;
}

/**
 * Fields that somebody has just answered and that the form no longer asks once both are put together: dropping them
 * would lose a word that was said. What both only carried along may go.
 * @param kept the merged answers as the form stores them
 */
export function lostWords(form: FormDefinition, sides: Sides, { answers }: Merged, kept: Answers): string[] {
  return Object.entries(form.fields).flatMap(([key, field]) => {
    if (field.source === 'derived' || isOfCollecting(field)) return [];
    if (answers[key] === undefined || kept[key] !== undefined) return [];
    const was = tidyAnswer(field, sides.base[key]);
    return saysSame(field, was, answers[key]) ? [] : [key];
  });
}

/**
 * What stands once a human has chosen: the merged answers, and for each field named the side he chose.
 * Fields that differ and are not named stay as merged.
 */
export function chosenAnswers(
  form: FormDefinition,
  { live, late }: Sides,
  { answers }: Merged,
  choices: Readonly<Record<string, 'live' | 'late'>>
): Answers {
  const chosen: Answers = { ...answers };
  for (const [key, side] of Object.entries(choices)) {
    const field = form.fields[key];
    if (field === undefined || field.source === 'derived') continue;
    const value = tidyAnswer(field, (side === 'live' ? live : late)[key]);
    if (value === undefined) delete chosen[key];
    else chosen[key] = value;
  }
  return chosen;
}
