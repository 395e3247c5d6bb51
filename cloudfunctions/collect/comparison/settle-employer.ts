import { employerForm } from '@/domain/forms';
import { submitEmployer } from '@/domain/operations/collecting/employer';
import type { Context } from '../../runtime/handle';
import { employerOf } from '../employer/employer-subject';
import { judgedEmployer } from '../employer/judge-employer';
import { storeEmployer } from '../employer/store-employer';
import type { Chosen } from './chosen';
import { systemOf } from './system-of';

/** The chosen answers as the employer's next version. */
export async function storeChosenEmployer({ row, answers, reasons, late }: Chosen, context: Context): Promise<number> {
  const employer = await employerOf({ employerId: row.subjectId }, context);
  const input = submitEmployer.input.parse({
    submissionId: `${row.comparisonId}-chosen-${row.version}`,
    villageCode: row.villageCode,
    employerId: row.subjectId,
    formVersion: employerForm.version,
    baseVersion: employer?.version ?? 0,
    answers,
    reasons: { ...employer?.reasons, ...reasons },
    mode: row.mode === 'phone' ? 'phone' : 'visit',
    collectedAt: row.collectedAt,
    paradata: { comparison: row.comparisonId },
  });
  const as = { system: systemOf(employerForm, late), explained: true };
  const { verdict, ctx } = judgedEmployer(input, employer, context, as);
  const { version } = await storeEmployer(input, { employer, verdict, ctx }, context);
  return version;
}
