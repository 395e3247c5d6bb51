import type { CheckContext } from '@/domain/form';
import type { SubmissionOutcome } from '@/domain/operations/collecting/collect';
import { submitEmployer as operation } from '@/domain/operations/collecting/employer';
import { Problem } from '@/domain/problem';
import { namedVillage } from '../../people/villages';
import { type Context, handle } from '../../runtime/handle';
import { type EmployerRow, findSubmission } from '../../store/queries/records/employers';
import type { Judged } from '../judge';
import { nextOfLate } from '../receipt-of';
import { concernOfEmployer, employerOf } from './employer-subject';
import { type Input, judgedEmployer } from './judge-employer';
import { lateEmployer } from './late-employer';
import { storeEmployer } from './store-employer';

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
  const stored = await storeEmployer(input, { employer, verdict, ctx }, context);
  return replyOf(input, { ...stored, receivedAt: context.now.toISOString(), outcome }, context);
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
