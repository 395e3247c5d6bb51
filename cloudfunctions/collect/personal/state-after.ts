import { type CollectState, collectStates, nextState } from '@/domain/campaign/record-states';
import type { Answers } from '@/domain/form';
import { Problem } from '@/domain/problem';
import type { OnceContext } from '../../runtime/handle-once';
import type { SubmissionRow } from '../../store/queries/records/submissions';
import { closingClassOf, refuseWithoutProof } from './closing';
import type { Submission } from './look-for-subject';

/** Where the person stands once the form is taken. Errors: form.faults (proof of closing), form.warnings, person.closed, state.wrong. */
export async function stateAfter(
  input: Submission,
  row: SubmissionRow,
  answers: Answers,
  { actor, db, now }: OnceContext
): Promise<CollectState> {
  const resident = actor.role === 'resident';
  const closing = closingClassOf(answers);
  if (closing !== undefined) {
    const who = { db, county: actor.countyCode, personId: row.person_id, now, resident };
    await refuseWithoutProof(closing, answers, who);
  }
  if (row.collect_state === 'closed') throw new Problem('person.closed', { state: collectStates.closed });
  const reason = input.reasons[reasonOfUpdate] ?? '';
  const act = closing !== undefined && !resident ? 'close' : row.collect_state === 'accepted' ? 'update' : 'submit';
  const next = nextState(row.collect_state, act, {
    role: actor.role,
    isAuthor: true,
    reason: reason || closingReason(act),
  });
  if (next.ok) return next.state;
  if (next.reason === 'reason') {
    throw new Problem('form.warnings', {
      count: 1,
      first: '记录已验收，请写明这次更新的原因。',
      field: reasonOfUpdate,
    });
  }
  throw new Problem('state.wrong', { what: '这份记录', state: collectStates[row.collect_state] });
}

/** Key of `reasons` under which an update of an accepted record is explained. */
const reasonOfUpdate = 'update';

/** Closing has been proved above, field by field. */
const closingReason = (act: string): string => (act === 'close' ? '已写明' : '');
