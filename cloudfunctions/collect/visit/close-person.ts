import { type ClosingClass, closingClasses } from '@/domain/campaign/closing';
import { consentText } from '@/domain/campaign/consent';
import type { Answers } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { submitRecord } from '@/domain/operations/collecting/collect';
import type { recordVisit } from '@/domain/operations/collecting/visit';
import type { InputOf } from '@/domain/operations/operation';
import type { Context } from '../../runtime/handle';
import { Parameters } from '../../runtime/handle-once';
import type { SubmissionRow } from '../../store/queries/records/submissions';
import { judged } from '../personal/judge-record';
import { writeLate } from '../personal/late-record';
import { findSubject } from '../personal/look-for-subject';
import { stateAfter } from '../personal/state-after';
import { storing } from '../personal/storing';
import { nextOfLate } from '../receipt-of';

type Visit = InputOf<typeof recordVisit>;
type CloseAs = NonNullable<Visit['closeAs']>;

/**
 * Closes a person who cannot be asked, as the form of his class that the visitor fills in for him: judged, stored and
 * reviewed like any other. Answers what is told of it.
 */
export async function closePerson(visit: Visit, closeAs: CloseAs, context: Context): Promise<string> {
  const input = submitRecord.input.parse({
    submissionId: `${visit.visitId.slice(0, 57)}-close`,
    personId: visit.personId,
    formVersion: personalForm.version,
    baseVersion: 0,
    answers: answersOf(visit, closeAs),
    mode: visit.channel,
    consentVersion: consentText.version,
    collectedAt: visit.at,
  });
  const row = await findSubject(input, context);
  const { title } = closingClasses[closeAs.populationClass satisfies ClosingClass];
  const closed = `已按“${title}”办结，等督导或镇里确认。`;
  // Sent before under the same visitId.
  if (row.first !== null) return row.first.kept === null ? closed : nextOfLate.conflict;
  const parameters = new Parameters();
  if (context.late || answeredSince(row, visit)) {
    const late = { input, row, consentVersion: consentText.version };
    const { value, expressions } = await writeLate(late, context, parameters);
    if (expressions.length > 0) await store(expressions, parameters, context);
    return value.outcome === 'accepted' ? closed : nextOfLate[value.outcome];
  }
  const based = { ...input, baseVersion: row.record_version ?? 0 };
  const settled = judged(based, row, context, consentText.version);
  const state = await stateAfter(based, row, settled.answers, context);
  const { expressions } = storing(
    { input: based, row, ...settled, state, placed: null, consentVersion: consentText.version },
    context,
    parameters
  );
  await store(expressions, parameters, context);
  return closed;
}

const store = (expressions: readonly string[], { values }: Parameters, { db }: Context): Promise<unknown> =>
  db.query(`WITH ${expressions.join(',\n')} SELECT 1 AS done`, values);

/** He answered, to somebody else or by himself, after the knock that found nobody: that is not written over. */
const answeredSince = ({ answers }: SubmissionRow, { at }: Visit): boolean =>
  typeof answers?.collectedAt === 'string' && new Date(answers.collectedAt) > new Date(at);

/** A witness who is no cadre is one of the family or the neighbours. */
function answersOf(visit: Visit, { populationClass, since, witness, reason }: CloseAs): Answers {
  const named = [reason, witness === '' ? '' : `证明人：${witness}`].filter((part) => part !== '').join('；');
  const guide = visit.cadre || (visit.channel === 'visit' ? witness : '');
  return {
    populationClass,
    ...(since === undefined ? {} : { classDate: since }),
    outcome: visit.outcome,
    ...(witness === '' ? {} : { respondent: '9' }),
    ...(guide === '' ? {} : { guide }),
    ...(named === '' ? {} : { remark: named }),
    confirmed: true,
  };
}
