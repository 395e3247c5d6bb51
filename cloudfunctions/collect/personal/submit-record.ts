import { ofPerson } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import { partsOfPerson } from '@/domain/campaign/parts';
import { submitRecord as operation, type Receipt } from '@/domain/operations/collecting/collect';
import { Problem } from '@/domain/problem';
import { handleOnce, type OnceContext, type OnceWrite } from '../../runtime/handle-once';
import type { SubmissionRow } from '../../store/queries/records/submissions';
import { receiptOf } from '../receipt-of';
import { judged } from './judge-record';
import { writeLate } from './late-record';
import { lookForSubject, type Submission } from './look-for-subject';
import { settleVillage } from './settle-village';
import { stateAfter } from './state-after';
import { storing } from './storing';

/**
 * A form arrives: judged again, stored as the new version of the one live record, the person and the counters moved,
 * all in one statement. Sending it twice answers with the first receipt; one that started from an older version is put
 * beside what stands.
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
    const liveVersion = row.record_version ?? 0;
    const { startedFrom } = input;
    if (startedFrom === undefined && input.baseVersion > liveVersion) throw new Problem('record.early');
    const consentVersion = agreedConsent(input, row, context);
    const beside = startedFrom === undefined ? input.baseVersion < liveVersion : liveVersion > 0;
    if (context.late || beside) return writeLate({ input, row, consentVersion }, context, parameters);
    // Whatever it started from became no record: it is the first one.
    const first = { ...input, baseVersion: liveVersion };
    const verdict = judged(first, row, context, consentVersion);
    const { answers } = verdict;
    const state = await stateAfter(first, row, answers, context);
    const placed = await settleVillage(row, answers, context);
    return storing({ ...verdict, input: first, row, state, placed, consentVersion }, context, parameters);
  },
  conflict: () => 'again',
});

/** The same submission again: its first receipt. Somebody else's submissionId is not his. */
function repeated(
  input: Submission,
  row: SubmissionRow,
  first: NonNullable<SubmissionRow['first']>,
  { actor, services }: OnceContext
): OnceWrite<Receipt> {
  if (first.account !== actor.accountId || first.subject !== row.person_id) throw new Problem('call.replayed');
  const receipt = {
    receiptNo: first.receipt,
    recordId: first.record ?? '',
    personId: input.personId,
    version: first.version,
    receivedAt: new Date(first.at).toISOString(),
    villageCode: row.village_code,
    villageWhy: row.placed_reason,
    duplicate: row.id_owner !== null,
    outcome: outcomeOf(first.kept),
  };
  return { value: receiptOf(services.county, receipt), expressions: [] };
}

/** By the kind of comparison it was kept in; null for one that became a version. */
const outcomeOf = (kept: 'conflict' | 'lease' | null): Receipt['outcome'] =>
  kept === null ? 'accepted' : kept === 'lease' ? 'comparison' : 'conflict';

/** A resident agreed in the mini-program; at the door the enumerator reads the notice out in the version that holds. */
function agreedConsent(input: Submission, row: SubmissionRow, { actor }: OnceContext): string {
  const agreed = actor.role === 'resident' ? row.consented : input.consentVersion === consentText.version;
  if (!agreed) throw new Problem('form.consent');
  return consentText.version;
}
