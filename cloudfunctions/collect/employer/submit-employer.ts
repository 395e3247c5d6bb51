import type { Answers, CheckContext } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { nameKey } from '@/domain/identity';
import type { SubmissionOutcome } from '@/domain/operations/collect';
import { submitEmployer as operation } from '@/domain/operations/employer';
import { Problem } from '@/domain/problem';
import { namedVillage } from '../../people/villages';
import { type Context, handle } from '../../runtime/handle';
import { Parameters } from '../../runtime/handle-once';
import { newId } from '../../runtime/ids';
import { placeName } from '../../runtime/places';
import { type EmployerRow, findEmployer, findSubmission, saveEmployer } from '../../store/queries/employers';
import { recordExpressions } from '../../store/queries/record-writes';
import type { Judged } from '../judge';
import { newVersion } from '../new-version';
import { newReceiptNo, nextOfLate } from '../receipt-of';
import { concernOfEmployer, employerOf } from './employer-subject';
import { type Input, judgedEmployer } from './judge-employer';
import { lateEmployer } from './late-employer';

/**
 * An employer's form arrives: the employer is made or changed, its record gets a new version. One that started from an
 * older version is put beside what stands.
 */
export const submitEmployer = handle(operation, {
  concerns: concernOfEmployer,
  async act(input, context) {
    const { actor, db, now } = context;
    const first = await findSubmission(db, actor.countyCode, input.submissionId);
    if (first !== undefined) {
      if (first.account !== actor.accountId) throw new Problem('call.replayed');
      const { record, subject: employerId, version, receipt: receiptNo, at: receivedAt, kept } = first;
      const outcome = kept === null ? 'accepted' : kept === 'lease' ? 'comparison' : 'conflict';
      const told = { receiptNo, recordId: record ?? '', employerId, version, receivedAt, outcome } as const;
      return replyOf(input, told, context);
    }
    const employer = await employerOf(input, context);
    const liveVersion = employer?.version ?? 0;
    if (input.baseVersion > liveVersion) throw new Problem('record.early');
    if (employer !== undefined && (context.late || input.baseVersion < liveVersion)) {
      const late = await lateEmployer(input, employer, context);
      if ('outcome' in late) return replyOf(input, { ...late, receivedAt: now.toISOString() }, context);
      return take(late.input, { employer, ...late.judged, outcome: 'merged' }, context);
    }
    return take(input, { employer, ...judgedEmployer(input, employer, context), outcome: 'accepted' }, context);
  },
});

interface Taken {
  employer: EmployerRow | undefined;
  verdict: Judged;
  ctx: CheckContext;
  outcome: SubmissionOutcome;
}

/** The judged answers become the employer's live record. */
async function take(input: Input, { employer, verdict, ctx, outcome }: Taken, context: Context) {
  const { actor, db, now } = context;
  const { answers } = verdict;
  await refuseKnownCode(answers, employer, context);
  const employerId = employer?.employer_id ?? newId('e', now);
  await saveEmployer(db, actor.countyCode, employerRow(employerId, input, answers, now));
  const stored = await storeVersion(input, { employer, employerId, verdict, ctx }, context);
  return replyOf(input, { ...stored, employerId, receivedAt: now.toISOString(), outcome }, context);
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

const replyOf = (
  { villageCode }: Input,
  stored: {
    receiptNo: string;
    recordId: string;
    employerId: string;
    version: number;
    receivedAt: string;
    outcome: SubmissionOutcome;
  },
  { services }: Context
) => ({
  ...stored,
  village: namedVillage(services.county, villageCode),
  next: nextOf(stored),
});

function nextOf({ outcome, version }: { outcome: SubmissionOutcome; version: number }): string {
  if (outcome !== 'accepted') return nextOfLate[outcome];
  return version > 1 ? '更正已收到，以前填的内容保留在填报历史里。' : '内容已收到，镇里审核后不用再做什么。';
}
