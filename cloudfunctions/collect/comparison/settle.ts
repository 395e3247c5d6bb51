import { chosenAnswers } from '@/domain/form';
import { settleComparison as operation } from '@/domain/operations/collecting/comparison';
import type { InputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../../runtime/handle';
import { type ComparisonRow, lockComparison, markSettled } from '../../store/queries/field/comparisons';
import { lockPerson } from '../../store/queries/people/people';
import { type Beside, besideEachOther, comparisonRow, concernOfComparison, mayNotChoose } from './beside';
import type { Chosen } from './chosen';
import { storeChosenEmployer } from './settle-employer';
import { storeChosenPerson } from './settle-person';

type Input = InputOf<typeof operation>;

/** A human chooses between two answers; the choice becomes a new version, and both stay in the history. */
export const settleComparison = handle(operation, {
  concerns: async ({ comparisonId }, context) =>
    concernOfComparison(await comparisonRow(comparisonId, context), context.actor),
  async act(input, context) {
    const { db, actor, now, note } = context;
    await lockComparison(db, actor.countyCode, input.comparisonId);
    const row = await comparisonRow(input.comparisonId, context);
    refuseChooser(row, context);
    // Whoever sends a form of his now waits, and then sees what was chosen.
    if (row.formId === 'personal') await lockPerson(db, actor.countyCode, row.subjectId);
    const beside = await besideEachOther(row, context);
    const liveVersion = beside.standing?.version ?? 0;
    if (row.version !== input.version || liveVersion !== input.liveVersion) {
      throw new Problem('state.changed', { what: '这份记录' });
    }
    refuseIncomplete(input, beside);
    const version = await storeChoice(row, beside, input, context);
    await markSettled(db, actor.countyCode, {
      comparisonId: input.comparisonId,
      choices: input.choices,
      liveVersion,
      version: version ?? 0,
      by: actor.accountId,
      byName: actor.name,
      at: now,
      reason: input.reason,
    });
    const details = { comparison: input.comparisonId, fields: Object.keys(input.choices), version: version ?? 0 };
    note({ subject: row.subjectId, reason: input.reason, details });
    const outcome = version === undefined ? ('kept' as const) : ('changed' as const);
    return { comparisonId: input.comparisonId, version: version ?? liveVersion, outcome };
  },
});

function refuseChooser(row: ComparisonRow, { actor }: Context): void {
  const reason = mayNotChoose(row, actor);
  if (reason !== '') throw new Problem('comparison.mayNot', { reason });
}

function refuseIncomplete({ choices }: Input, { form, merged, must }: Beside): void {
  const open = must.find((field) => choices[field] === undefined);
  if (open !== undefined) {
    throw new Problem('call.invalid', { field: form.fields[open]?.label ?? open, reason: '还没有选哪一份' });
  }
  const foreign = Object.keys(choices).find((field) => !merged.different.includes(field));
  if (foreign !== undefined) throw new Problem('state.changed', { what: '这份记录' });
}

/** The version that came of it; undefined when what stands was chosen throughout. */
async function storeChoice(
  row: ComparisonRow,
  { form, sides, merged, late }: Beside,
  { choices, reason }: Input,
  context: Context
): Promise<number | undefined> {
  const taken = new Set(merged.taken);
  const isLate = (field: string): boolean => (choices[field] ?? (taken.has(field) ? 'late' : 'live')) === 'late';
  if (!merged.different.some(isLate)) return undefined;
  const answers = chosenAnswers(form, sides, merged, choices);
  const chosen: Chosen = { row, answers, reasons: { ...late.reasons, update: reason }, late: late.answers };
  return row.formId === 'personal' ? storeChosenPerson(chosen, context) : storeChosenEmployer(chosen, context);
}
