import type { Answers, CheckContext } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { nameKey } from '@/domain/identity';
import { Problem } from '@/domain/problem';
import type { Context } from '../../runtime/handle';
import { Parameters } from '../../runtime/handle-once';
import { newId } from '../../runtime/ids';
import { placeName } from '../../runtime/places';
import { type EmployerRow, findEmployer, saveEmployer } from '../../store/queries/records/employers';
import { recordExpressions } from '../../store/queries/records/record-writes';
import type { Judged } from '../judge';
import { newVersion } from '../new-version';
import { newReceiptNo } from '../receipt-of';
import type { Input } from './judge-employer';

/** The judged answers become the employer's live record. Errors: employer.exists. */
export async function storeEmployer(
  input: Input,
  { employer, verdict, ctx }: Omit<Settled, 'employerId'>,
  context: Context
): Promise<{ receiptNo: string; recordId: string; employerId: string; version: number }> {
  const { actor, db, now } = context;
  const { answers } = verdict;
  await refuseKnownCode(answers, employer, context);
  const employerId = employer?.employer_id ?? newId('e', now);
  await saveEmployer(db, actor.countyCode, employerRow(employerId, input, answers, now));
  const stored = await storeVersion(input, { employer, employerId, verdict, ctx }, context);
  return { ...stored, employerId };
}

/** One credit code is one employer of the county. */
async function refuseKnownCode(answers: Answers, employer: EmployerRow | undefined, context: Context): Promise<void> {
  const { actor, db, services } = context;
  if (typeof answers.uscc !== 'string') return;
  const holder = await findEmployer(db, actor.countyCode, { uscc: answers.uscc });
  if (holder === undefined || holder.employer_id === employer?.employer_id) return;
  throw new Problem('employer.exists', { name: holder.name, village: placeName(services.county, holder.village_code) });
}

const employerRow = (employerId: string, input: Input, answers: Answers, at: Date) => ({
  employerId,
  name: String(answers.name ?? ''),
  nameKey: nameKey(String(answers.name ?? '')),
  uscc: typeof answers.uscc === 'string' ? answers.uscc : null,
  village: input.villageCode,
  staffTotal: typeof answers.total === 'number' ? answers.total : null,
  at,
});

interface Settled {
  employer: EmployerRow | undefined;
  employerId: string;
  verdict: Judged;
  ctx: CheckContext;
}

async function storeVersion(input: Input, settled: Settled, context: Context) {
  const { db, now, note } = context;
  const { employer, employerId, verdict, ctx } = settled;
  const recordId = employer?.record_id ?? newId('r', now);
  const version = input.baseVersion + 1;
  const receiptNo = newReceiptNo(now);
  const one = newVersion(
    employerForm,
    verdict,
    ctx,
    {
      recordId,
      subjectId: employerId,
      villageCode: input.villageCode,
      version,
      baseVersion: input.baseVersion,
      state: 'collected',
      reasons: input.reasons,
      mode: input.mode,
      respondent: '',
      consentVersion: '',
      submissionId: input.submissionId,
      receiptNo,
      collectedAt: new Date(String(verdict.answers.collectedAt)),
      paradata: input.paradata,
    },
    context
  );
  const parameters = new Parameters();
  const expressions = recordExpressions(one, (value) => parameters.add(value));
  await db.query(`WITH ${expressions.join(',\n')} SELECT 1 AS done`, parameters.values);
  note({ subject: employerId, details: { recordId, version } });
  return { receiptNo, recordId, version };
}
