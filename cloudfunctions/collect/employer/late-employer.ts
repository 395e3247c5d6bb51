import { type Answers, unmaskAnswers, upgrade } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import type { SubmissionOutcome } from '@/domain/operations/collecting/collect';
import type { Context } from '../../runtime/handle';
import { Parameters } from '../../runtime/handle-once';
import type { EmployerRow } from '../../store/queries/records/employers';
import { keepBeside } from '../late/keep';
import { type Beside, baseAnswers, putBeside } from '../late/sides';
import { newReceiptNo } from '../receipt-of';
import { answersOfEmployer } from './employer-subject';
import { type Input, type JudgedEmployer, judgedEmployer } from './judge-employer';

export interface LateEmployer {
  outcome: Exclude<SubmissionOutcome, 'accepted'>;
  receiptNo: string;
  recordId: string;
  employerId: string;
  version: number;
}

/** The late form merged, as it is to be stored, or told: nothing new, or kept beside the record for a human. */
export async function lateEmployer(
  input: Input,
  employer: EmployerRow,
  context: Context
): Promise<LateEmployer | { input: Input; judged: JudgedEmployer }> {
  const { employer_id: employerId, version } = employer;
  const base = await baseAnswers(employerForm, { subjectId: employerId, version: input.baseVersion }, context);
  const sent = { ...input, answers: unmaskAnswers(employerForm, input.answers, base) };
  const { verdict } = judgedEmployer(sent, employer, context);
  const stands = { recordId: employer.record_id ?? '', employerId, version: version ?? 0 };
  if (context.late) {
    const receiptNo = await keep(sent, { employer, answers: verdict.answers, kind: 'lease', fields: [] }, context);
    return { ...stands, receiptNo, outcome: 'comparison' };
  }
  const live = upgrade(employerForm, answersOfEmployer(employer, context), employer.form_version ?? 1);
  const together = (answers: Answers): Input => ({
    ...sent,
    answers,
    formVersion: employerForm.version,
    baseVersion: version ?? 0,
    reasons: { ...employer.reasons, ...sent.reasons },
    paradata: { ...sent.paradata, mergedFrom: input.baseVersion },
  });
  const sides = { base, live, late: verdict.answers };
  const beside: Beside = putBeside(
    employerForm,
    sides,
    (answers) => judgedEmployer(together(answers), employer, context).verdict
  );
  if (beside.is === 'same') return { ...stands, receiptNo: employer.receipt_no ?? '', outcome: 'same' };
  if (beside.is === 'conflict') {
    const { fields } = beside;
    const receiptNo = await keep(sent, { employer, answers: verdict.answers, kind: 'conflict', fields }, context);
    return { ...stands, receiptNo, outcome: 'conflict' };
  }
  const joined = together(beside.judged.answers);
  return { input: joined, judged: judgedEmployer(joined, employer, context) };
}

async function keep(
  input: Input,
  late: { employer: EmployerRow; answers: Answers; kind: 'conflict' | 'lease'; fields: string[] },
  context: Context
): Promise<string> {
  const { employer, answers, kind, fields } = late;
  const receiptNo = newReceiptNo(context.now);
  const parameters = new Parameters();
  const expression = keepBeside(
    employerForm,
    { answers, reasons: input.reasons },
    {
      kind,
      subjectId: employer.employer_id,
      recordId: employer.record_id,
      villageCode: employer.village_code,
      baseVersion: input.baseVersion,
      liveVersion: employer.version ?? 0,
      fields,
      mode: input.mode,
      respondent: '',
      consentVersion: '',
      submissionId: input.submissionId,
      receiptNo,
      collectedAt: new Date(String(answers.collectedAt)),
      paradata: input.paradata,
    },
    context,
    (value) => parameters.add(value)
  );
  await context.db.query(`WITH ${expression} SELECT 1 AS done`, parameters.values);
  return receiptNo;
}
