import { reachOf } from '@/domain/access';
import type { CollectState } from '@/domain/campaign/record-states';
import type { Answers } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { Problem } from '@/domain/problem';
import type { Context } from '../../runtime/handle';
import { Parameters, runStatement } from '../../runtime/handle-once';
import { closingClassOf, refuseWithoutProof } from '../personal/closing';
import { judged } from '../personal/judge-record';
import { findSubject } from '../personal/look-for-subject';
import { settleVillage } from '../personal/settle-village';
import { storing } from '../personal/storing';
import type { Chosen } from './chosen';
import { modeOfRow } from './list';
import { systemOf } from './system-of';

/** The chosen answers as the person's next version: collected as the late ones were, chosen by whoever chose. */
export async function storeChosenPerson({ row, answers, reasons, late }: Chosen, context: Context): Promise<number> {
  const mode = modeOfRow(row.mode);
  const given = submitRecord.input.parse({
    submissionId: `${row.comparisonId}-chosen-${row.version}`,
    personId: row.subjectId,
    formVersion: personalForm.version,
    baseVersion: 0,
    answers,
    reasons,
    collectedAt: row.collectedAt,
    paradata: { comparison: row.comparisonId },
  });
  const subject = await findSubject(given, context);
  refuseAccepted(subject.collect_state, context);
  const input = { ...given, baseVersion: subject.record_version ?? 0, reasons: { ...subject.reasons, ...reasons } };
  const as = { mode, system: systemOf(personalForm, late), explained: true };
  const settled = judged(input, subject, context, row.consentVersion, as);
  const state = await stateOf(row.authorRole, settled.answers, { personId: row.subjectId, ...context });
  const placed = await settleVillage(subject, settled.answers, context);
  const parameters = new Parameters();
  const { consentVersion } = row;
  const whole = { ...settled, input, row: subject, state, placed, consentVersion, mode };
  const { expressions, exactly, value } = storing(whole, context, parameters);
  await runStatement(context.db, parameters, expressions, exactly ?? []);
  return value.version;
}

/** What the county has accepted only the county changes. */
function refuseAccepted(state: CollectState, { actor }: Context): void {
  if (state !== 'accepted' || reachOf(actor.role, 'record.accept') !== undefined) return;
  throw new Problem('comparison.mayNot', { reason: '这份记录已验收，要改动请由县就业办来选。' });
}

/** Closing needs its proof whoever chooses it; everything else is to be reviewed like any form. */
async function stateOf(
  authorRole: string,
  answers: Answers,
  { personId, db, actor, now }: Context & { personId: string }
): Promise<'closed' | 'collected'> {
  const closing = closingClassOf(answers);
  if (closing === undefined) return 'collected';
  const resident = authorRole === 'resident';
  await refuseWithoutProof(closing, answers, { db, county: actor.countyCode, personId, now, resident });
  return resident ? 'collected' : 'closed';
}
