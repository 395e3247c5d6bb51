import { ofPerson } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import { deltasBetween } from '@/domain/campaign/measures';
import { partsOfPerson } from '@/domain/campaign/parts';
import type { CollectState } from '@/domain/campaign/record-states';
import type { Answers } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { submitRecord as operation, type Receipt } from '@/domain/operations/collect';
import { Problem } from '@/domain/problem';
import { dayInChina } from '../../runtime/clock';
import { handleOnce, type OnceContext, type OnceWrite, type Parameters } from '../../runtime/handle-once';
import { newId } from '../../runtime/ids';
import { counterExpressions, factsOf } from '../../store/queries/counters';
import { recordExpressions } from '../../store/queries/record-writes';
import type { SubmissionRow } from '../../store/queries/submissions';
import { changedSince } from '../changed-since';
import { judge } from '../judge';
import { newVersion } from '../new-version';
import { newReceiptNo, receiptOf } from '../receipt-of';
import { liveAnswers, registerAnswers } from '../subject';
import { lookForSubject, type Submission } from './look-for-subject';
import { factsAfter, type Outcome } from './person-changes';
import { modeOf, sendingContext, systemAnswers } from './personal-context';
import { settleVillage } from './settle-village';
import { stateAfter } from './state-after';
import { followUps, rowExpressions } from './submission-writes';

/**
 * A form arrives: judged again, stored as the new version of the one live record, the person and the counters moved,
 * all in one statement. Sending it twice answers with the first receipt.
 */
export const submitRecord = handleOnce(operation, {
  look: lookForSubject,
  missing: '这个人',
  concerns: (_input, row: SubmissionRow, { actor }) =>
    ofPerson(
      row.person_id,
      row.village_code ?? actor.countyCode,
      partsOfPerson({ groupName: row.group_name, oldVillageCode: row.old_village_code })
    ),
  async write(input, row, context, parameters) {
    if (row.first !== null) return repeated(input, row, row.first, context);
    await refuseStale(input, row, context);
    const consentVersion = agreedConsent(input, row, context);
    const verdict = judged(input, row, context, consentVersion);
    const { answers } = verdict;
    const state = await stateAfter(input, row, answers, context);
    const placed = await settleVillage(row, answers, context);
    return storing({ ...verdict, input, row, state, placed, consentVersion }, context, parameters);
  },
  conflict: () => 'again',
});

export interface Settled extends ReturnType<typeof judged> {
  input: Submission;
  row: SubmissionRow;
  state: CollectState;
  placed: Outcome['placed'];
  consentVersion: string;
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
  const mode = modeOf(actor.role, row, input.mode);
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
  note({ details: { recordId, version, mode } });
  const villageWhy = placed?.placed_reason ?? row.placed_reason;
  const received = { receiptNo, recordId, personId: row.person_id, version, receivedAt: now.toISOString() };
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

/** The phone's clock can be wrong; nothing was collected after it arrived. */
function collectedAt(input: Submission, now: Date): Date {
  const said = new Date(input.collectedAt);
  return said < now ? said : now;
}

export function judged(input: Submission, row: SubmissionRow, context: OnceContext, consentVersion: string) {
  const { actor, now, services } = context;
  const register = registerAnswers(row, actor.countyCode, services.secrecy);
  const known: Answers = { ...liveAnswers(row, actor.countyCode, services.secrecy), ...register };
  const ctx = sendingContext(row, register, modeOf(actor.role, row, input.mode), now);
  const said = {
    collectedAt: collectedAt(input, now),
    consentVersion,
    village: input.answers.hukouVillage,
    registered: row.village_code,
  };
  const system = systemAnswers(context, said);
  return { ...judge(personalForm, input, known, system, ctx), ctx, known };
}

/** The same submission again: its first receipt. Somebody else's submissionId is not his. */
function repeated(
  input: Submission,
  row: SubmissionRow,
  first: NonNullable<SubmissionRow['first']>,
  { actor, services }: OnceContext
): OnceWrite<Receipt> {
  if (first.account !== actor.accountId || first.record !== row.record_id) throw new Problem('call.replayed');
  const receipt = {
    receiptNo: first.receipt,
    recordId: first.record,
    personId: input.personId,
    version: first.version,
    receivedAt: new Date(first.at).toISOString(),
    villageCode: row.village_code,
    villageWhy: row.placed_reason,
    duplicate: row.id_owner !== null,
  };
  return { value: receiptOf(services.county, receipt), expressions: [] };
}

async function refuseStale(input: Submission, row: SubmissionRow, context: OnceContext): Promise<void> {
  const liveVersion = row.record_version ?? 0;
  if (liveVersion === input.baseVersion) return;
  const { baseVersion } = input;
  if (baseVersion > liveVersion) throw new Problem('record.early');
  throw await changedSince(personalForm, { subjectId: row.person_id, baseVersion, liveVersion }, context);
}

/** A resident agreed in the mini-program; at the door the enumerator reads the notice out in the version that holds. */
function agreedConsent(input: Submission, row: SubmissionRow, { actor }: OnceContext): string {
  const agreed = actor.role === 'resident' ? row.consented : input.consentVersion === consentText.version;
  if (!agreed) throw new Problem('form.consent');
  return consentText.version;
}
