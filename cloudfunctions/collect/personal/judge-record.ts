import type { Answers } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import type { FormMode } from '@/domain/operations/collecting/collect';
import type { OnceContext } from '../../runtime/handle-once';
import type { SubmissionRow } from '../../store/queries/records/submissions';
import { judge } from '../judge';
import { liveAnswers, registerAnswers } from '../subject';
import type { Submission } from './look-for-subject';
import { modeOf, sendingContext, systemAnswers } from './personal-context';

/** How answers were collected that somebody else sends on: not by him who calls. */
export interface CollectedAs {
  mode?: FormMode;
  /** What the function said of the collecting when they came in. */
  system?: Answers;
  explained?: boolean;
}

/** The answers judged against what the register and the live record know. Errors: as `judge`. */
export function judged(
  input: Submission,
  row: SubmissionRow,
  context: OnceContext,
  consentVersion: string,
  as: CollectedAs = {}
) {
  const { actor, now, services } = context;
  const register = registerAnswers(row, actor.countyCode, services.secrecy);
  const known: Answers = { ...liveAnswers(row, actor.countyCode, services.secrecy), ...register };
  const ctx = sendingContext(row, register, as.mode ?? modeOf(actor.role, row, input.mode), now);
  const said = {
    collectedAt: collectedAt(input, now),
    consentVersion,
    village: input.answers.hukouVillage,
    registered: row.village_code,
  };
  const system = as.system ?? systemAnswers(context, said);
  const sent = { ...input, explained: as.explained ?? false };
  return { ...judge(personalForm, sent, known, system, ctx), ctx, known };
}

/** The phone's clock can be wrong; nothing was collected after it arrived. */
export function collectedAt(input: Submission, now: Date): Date {
  const said = new Date(input.collectedAt);
  return said < now ? said : now;
}
