import { consentText } from '@/domain/campaign/consent';
import { looksMasked } from '@/domain/form';
import { plainCode, readPhone, upgradeOldNumber } from '@/domain/identity';
import type { submitRecord } from '@/domain/operations/collect';
import type { InputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import type { OnceContext } from '../../runtime/handle-once';
import { type SubmissionRow, submissionOf } from '../../store/queries/submissions';

export type Submission = InputOf<typeof submitRecord>;

/** Reads once what a submission is measured against. Errors: found.nothing. */
export async function lookForSubject(input: Submission, { db, actor, services }: OnceContext): Promise<SubmissionRow> {
  const { secrecy } = services;
  const number = typedNumber(input.answers.idNo);
  const phone = typedPhone(input.answers.phone);
  const row = await submissionOf(db, {
    county: actor.countyCode,
    personId: input.personId,
    accountId: actor.accountId,
    consentVersion: consentText.version,
    submissionId: input.submissionId,
    idIndexes: number === '' ? [] : secrecy.indexes('idNumber', number),
    phoneIndexes: phone === '' ? [] : secrecy.indexes('phone', phone),
    unitCode: typeof input.answers.unitUscc === 'string' ? plainCode(input.answers.unitUscc).slice(0, 18) : '',
  });
  if (row === undefined) throw new Problem('found.nothing', { what: '这个人' });
  return row;
}

function typedNumber(value: unknown): string {
  if (typeof value !== 'string' || looksMasked(value) || value.length > 40) return '';
  const number = plainCode(value);
  return /^\d{15}$/.test(number) ? upgradeOldNumber(number) : number;
}

function typedPhone(value: unknown): string {
  if (typeof value !== 'string' || looksMasked(value)) return '';
  const reading = readPhone(value);
  return reading.ok ? reading.number : '';
}
