import { deltasBetween } from '@/domain/campaign/measures';
import type { CollectState } from '@/domain/campaign/record-states';
import { personalForm } from '@/domain/forms';
import type { FormMode, Receipt } from '@/domain/operations/collecting/collect';
import { dayInChina } from '../../runtime/clock';
import type { OnceContext, OnceWrite, Parameters } from '../../runtime/handle-once';
import { newId } from '../../runtime/ids';
import { counterExpressions, factsOf } from '../../store/queries/counters';
import { recordExpressions } from '../../store/queries/records/record-writes';
import type { SubmissionRow } from '../../store/queries/records/submissions';
import { newVersion } from '../new-version';
import { newReceiptNo, receiptOf } from '../receipt-of';
import { collectedAt, type judged } from './judge-record';
import type { Submission } from './look-for-subject';
import { factsAfter, type Outcome } from './person-changes';
import { modeOf } from './personal-context';
import { followUps, rowExpressions } from './submission-writes';

export interface Settled extends ReturnType<typeof judged> {
  input: Submission;
  row: SubmissionRow;
  state: CollectState;
  placed: Outcome['placed'];
  consentVersion: string;
  /** How they were collected, where whoever calls did not do it. */
  mode?: FormMode;
  /** Where the answers were merged with others. */
  outcome?: Receipt['outcome'];
}

/** Everything that a settled form writes, and the receipt for it. */
export function storing(settled: Settled, context: OnceContext, parameters: Parameters): OnceWrite<Receipt> {
  const { input, row, answers, journey, ctx, known, state, placed, consentVersion } = settled;
  const { actor, now, services, note } = context;
  const county = actor.countyCode;
  const add = (value: unknown) => parameters.add(value);
  const recordId = row.record_id ?? newId('r', now);
  const version = input.baseVersion + 1;
  const receiptNo = newReceiptNo(now);
  const mode = settled.mode ?? modeOf(actor.role, row, input.mode);
  const duplicate = row.id_owner !== null && answers.idNo !== known.idNo;
  const takesNumber = !duplicate && typeof answers.idNo === 'string' && answers.idNo !== known.idNo && mayTake(row);
  const outcome: Outcome = { state, mode, placed, takesNumber, now };
  const before = factsOf(row);
  const after = factsAfter(before, answers, outcome);
  const one = newVersion(
    personalForm,
    { answers, journey },
    ctx,
    {
      recordId,
      subjectId: row.person_id,
      villageCode: after.villageCode,
      version,
      baseVersion: input.baseVersion,
      state: 'collected',
      reasons: input.reasons,
      mode,
      respondent: typeof answers.respondent === 'string' ? answers.respondent : (row.relation_to_account ?? ''),
      consentVersion,
      submissionId: input.submissionId,
      receiptNo,
      collectedAt: collectedAt(input, now),
      paradata: input.paradata,
    },
    context
  );
  note({
    details: { recordId, version, mode, ...(settled.outcome === undefined ? {} : { outcome: settled.outcome }) },
  });
  const villageWhy = placed?.placed_reason ?? row.placed_reason;
  const receivedAt = now.toISOString();
  const told = settled.outcome ?? 'accepted';
  const received = { receiptNo, recordId, personId: row.person_id, version, receivedAt, outcome: told };
  return {
    value: receiptOf(services.county, { ...received, villageCode: after.villageCode, villageWhy, duplicate }),
    expressions: [
      ...recordExpressions(one, add),
      ...rowExpressions({ row, answers, after, outcome }, context, add),
      ...counterExpressions(county, deltasBetween(before, after, county), dayInChina(now), add),
      ...followUps({ row, placed, duplicate }, context, add),
    ],
    exactly: ['person_row'],
  };
}

/** Only one who has no number yet, or whom the register does not know, takes the one he gives. */
const mayTake = (row: SubmissionRow): boolean => row.id_cipher === null || row.origin !== 'register';
