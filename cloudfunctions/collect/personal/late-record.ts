import { type Answers, mergeAnswers, unmaskAnswers, upgrade } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import type { Receipt } from '@/domain/operations/collecting/collect';
import type { OnceContext, OnceWrite, Parameters } from '../../runtime/handle-once';
import type { SubmissionRow } from '../../store/queries/records/submissions';
import { keepBeside } from '../late/keep';
import { baseAnswers, putBeside, unlessFaulty } from '../late/sides';
import { newReceiptNo, receiptOf } from '../receipt-of';
import { liveAnswers } from '../subject';
import { collectedAt, judged } from './judge-record';
import type { Submission } from './look-for-subject';
import { modeOf } from './personal-context';
import { settleVillage } from './settle-village';
import { stateAfter } from './state-after';
import { storing } from './storing';

interface Late {
  input: Submission;
  row: SubmissionRow;
  consentVersion: string;
}

/**
 * A form that did not come first: somebody else's answers stand already, or the village has gone to somebody else. What
 * goes together is merged; what does not is kept beside the record for a human. Nothing that stands is overwritten.
 */
export async function writeLate(
  { input, row, consentVersion }: Late,
  context: OnceContext,
  parameters: Parameters
): Promise<OnceWrite<Receipt>> {
  const { services, actor } = context;
  const base = await basedOn({ input, row, consentVersion }, context);
  // A masked answer stands for what he saw masked: the one he started from.
  const sent = { ...input, answers: unmaskAnswers(personalForm, input.answers, base) };
  const verdict = judged(sent, row, context, consentVersion);
  const late = { input: sent, row, consentVersion };
  if (context.late) return kept(late, { kind: 'lease', fields: [], answers: verdict.answers }, context, parameters);
  const standing = liveAnswers(row, actor.countyCode, services.secrecy);
  const live = upgrade(personalForm, standing, row.form_version ?? personalForm.version);
  const together = (answers: Answers): Submission => ({
    ...sent,
    answers,
    formVersion: personalForm.version,
    baseVersion: row.record_version ?? 0,
    reasons: { ...row.reasons, ...sent.reasons },
    paradata: { ...sent.paradata, mergedFrom: input.baseVersion },
  });
  const beside = putBeside(personalForm, { base, live, late: verdict.answers }, (answers) =>
    judged(together(answers), row, context, consentVersion)
  );
  if (beside.is === 'same') return same(late, context);
  if (beside.is === 'conflict') {
    return kept(late, { kind: 'conflict', fields: beside.fields, answers: verdict.answers }, context, parameters);
  }
  const { judged: whole } = beside;
  // Nobody else has said anything since: he goes on from his own.
  const alone =
    input.startedFrom !== undefined && mergeAnswers(personalForm, { base, live, late: base }).different.length === 0;
  const joined = together(whole.answers);
  const state = await stateAfter(joined, row, whole.answers, context);
  const placed = await settleVillage(row, whole.answers, context);
  const settled = {
    ...whole,
    input: joined,
    row,
    state,
    placed,
    consentVersion,
    outcome: alone ? ('accepted' as const) : ('merged' as const),
  };
  return storing(settled, context, parameters);
}

/** What he saw when he began: a version of the record, or his own form that was still on its way. */
async function basedOn({ input, row, consentVersion }: Late, context: OnceContext): Promise<Answers> {
  const { startedFrom, baseVersion, formVersion } = input;
  if (startedFrom === undefined) {
    return baseAnswers(personalForm, { subjectId: row.person_id, version: baseVersion }, context);
  }
  const seen = { ...input, answers: startedFrom };
  // Tidy like those that stand, if they can be: the form may have refused them.
  const tidy = unlessFaulty(() => judged(seen, row, context, consentVersion).answers);
  return tidy ?? upgrade(personalForm, startedFrom, formVersion);
}

/** Nothing new: the receipt of what stands. That it was said again is in the audit row. */
function same({ input, row }: Late, { now, services, note, actor }: OnceContext): OnceWrite<Receipt> {
  const version = row.record_version ?? 0;
  note({ details: { recordId: row.record_id, version, mode: modeOf(actor.role, row, input.mode), outcome: 'same' } });
  return { value: lateReceipt(row, row.receipt_no ?? '', 'same', { now, services }), expressions: [] };
}

function kept(
  { input, row, consentVersion }: Late,
  { kind, fields, answers }: { kind: 'conflict' | 'lease'; fields: string[]; answers: Answers },
  context: OnceContext,
  parameters: Parameters
): OnceWrite<Receipt> {
  const { actor, now } = context;
  const receiptNo = newReceiptNo(now);
  const given = {
    kind,
    subjectId: row.person_id,
    recordId: row.record_id,
    villageCode: row.village_code ?? '',
    baseVersion: input.baseVersion,
    liveVersion: row.record_version ?? 0,
    fields,
    mode: modeOf(actor.role, row, input.mode),
    respondent: typeof answers.respondent === 'string' ? answers.respondent : (row.relation_to_account ?? ''),
    consentVersion,
    submissionId: input.submissionId,
    receiptNo,
    collectedAt: collectedAt(input, now),
    paradata: input.paradata,
  };
  const late = { answers, reasons: input.reasons };
  const expression = keepBeside(personalForm, late, given, context, (value) => parameters.add(value));
  const outcome = kind === 'lease' ? 'comparison' : 'conflict';
  return { value: lateReceipt(row, receiptNo, outcome, context), expressions: [expression] };
}

/** What somebody is told whose answers changed nothing, or are kept beside those that stand. */
export const lateReceipt = (
  row: SubmissionRow,
  receiptNo: string,
  outcome: Receipt['outcome'],
  { now, services }: Pick<OnceContext, 'now' | 'services'>
): Receipt =>
  receiptOf(services.county, {
    receiptNo,
    recordId: row.record_id ?? '',
    personId: row.person_id,
    version: row.record_version ?? 0,
    receivedAt: now.toISOString(),
    villageCode: row.village_code,
    villageWhy: row.placed_reason,
    duplicate: false,
    outcome,
  });
