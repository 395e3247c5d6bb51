import type { Answers } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import type { OnceContext } from '../../runtime/handle-once';
import type { SubmissionRow } from '../../store/queries/submissions';
import { judge } from '../judge';
import { liveAnswers, registerAnswers } from '../subject';
import type { Submission } from './look-for-subject';
import { modeOf, sendingContext, systemAnswers } from './personal-context';

/** The answers judged against what the register and the live record know. Errors: as `judge`. */
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

/** The phone's clock can be wrong; nothing was collected after it arrived. */
export function collectedAt(input: Submission, now: Date): Date {
  const said = new Date(input.collectedAt);
  return said < now ? said : now;
}
