import type { Answers, CheckContext } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import { nameKey } from '@/domain/identity';
import { submitEmployer as operation } from '@/domain/operations/employer';
import type { InputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { namedVillage } from '../../people/villages';
import { dayInChina } from '../../runtime/clock';
import { type Context, handle } from '../../runtime/handle';
import { Parameters } from '../../runtime/handle-once';
import { newId } from '../../runtime/ids';
import { placeName } from '../../runtime/places';
import { type EmployerRow, findEmployer, findSubmission, saveEmployer } from '../../store/queries/employers';
import { recordExpressions } from '../../store/queries/record-writes';
import { changedSince } from '../changed-since';
import { divisionBook } from '../division-book';
import { type Judged, judge } from '../judge';
import { newVersion } from '../new-version';
import { newReceiptNo } from '../receipt-of';
import { answersOfEmployer, concernOfEmployer, employerOf } from './employer-subject';

type Input = InputOf<typeof operation>;

/** An employer's form arrives: the employer is made or changed, its record gets a new version. */
export const submitEmployer = handle(operation, {
  concerns: concernOfEmployer,
  async act(input, context) {
    const { actor, db, now } = context;
    const first = await findSubmission(db, actor.countyCode, input.submissionId);
    if (first !== undefined) {
      if (first.account !== actor.accountId) throw new Problem('call.replayed');
      const { record: recordId, subject: employerId, version, receipt: receiptNo, at } = first;
      return replyOf(input, { receiptNo, recordId, employerId, version, receivedAt: at }, context);
    }
    const employer = await employerOf(input, context);
    await refuseStale(input, employer, context);
    const { verdict, ctx } = judged(input, employer, context);
    const { answers } = verdict;
    await refuseKnownCode(answers, employer, context);
    const employerId = employer?.employer_id ?? newId('e', now);
    await saveEmployer(db, actor.countyCode, employerRow(employerId, input, answers, now));
    const stored = await storeVersion(input, { employer, employerId, verdict, ctx }, context);
    return replyOf(input, { ...stored, employerId, receivedAt: now.toISOString() }, context);
  },
});

async function refuseStale(input: Input, employer: EmployerRow | undefined, context: Context): Promise<void> {
  const liveVersion = employer?.version ?? 0;
  if (liveVersion === input.baseVersion) return;
  if (input.baseVersion > liveVersion) throw new Problem('record.early');
  const subject = { subjectId: employer?.employer_id ?? '', baseVersion: input.baseVersion, liveVersion };
  throw await changedSince(employerForm, subject, context);
}

function judged(input: Input, employer: EmployerRow | undefined, context: Context) {
  const { actor, now } = context;
  const said = new Date(input.collectedAt);
  const ctx: CheckContext = {
    today: dayInChina(now),
    mode: input.mode,
    sending: true,
    register: { village: input.villageCode },
    divisions: divisionBook,
  };
  const system = { enumerator: actor.name, collectedAt: (said < now ? said : now).toISOString() };
  const verdict = judge(employerForm, input, answersOfEmployer(employer, context), system, ctx);
  if (verdict.answers.village !== input.villageCode) {
    const first = '「所在村(居)」和打开的村不一致，请从单位所在的村打开再填。';
    throw new Problem('form.faults', { count: 1, first, field: 'village' });
  }
  return { verdict, ctx };
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
  stored: { receiptNo: string; recordId: string; employerId: string; version: number; receivedAt: string },
  { services }: Context
) => ({
  ...stored,
  village: namedVillage(services.county, villageCode),
  next: stored.version > 1 ? '更正已收到，以前填的内容保留在填报历史里。' : '内容已收到，镇里审核后不用再做什么。',
});
