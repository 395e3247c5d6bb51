import { consentText } from '@/domain/campaign/consent';
import { looksMasked } from '@/domain/form';
import { plainCode, readPhone, upgradeOldNumber } from '@/domain/identity';
import type { submitRecord } from '@/domain/operations/collecting/collect';
import type { InputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import type { OnceContext } from '../../runtime/handle-once';
import type { Services } from '../../runtime/services';
import type { Secrecy } from '../../secrecy';
import {
  type SubmissionKey,
  type SubmissionRow,
  submissionOf,
  submissionQuery,
} from '../../store/queries/records/submissions';

export type Submission = InputOf<typeof submitRecord>;

/** What a submission is measured against, read together with the account that sends it. */
export const lookForSubject = (input: Submission, { secrecy }: Services, add: (value: unknown) => string): string =>
  submissionQuery(keyOf(input, secrecy), add);

/** The same for an account that has been read already. Errors: found.nothing. */
export async function findSubject(input: Submission, { db, actor, services }: OnceContext): Promise<SubmissionRow> {
  const asker = { county: actor.countyCode, accountId: actor.accountId };
  const row = await submissionOf(db, asker, keyOf(input, services.secrecy));
  if (row === undefined) throw new Problem('found.nothing', { what: '这个人' });
  return row;
}

function keyOf(input: Submission, secrecy: Secrecy): SubmissionKey {
  const number = typedNumber(input.answers.idNo);
  const phone = typedPhone(input.answers.phone);
  return {
    personId: input.personId,
    consentVersion: consentText.version,
    submissionId: input.submissionId,
    idIndexes: number === '' ? [] : secrecy.indexes('idNumber', number),
    phoneIndexes: phone === '' ? [] : secrecy.indexes('phone', phone),
    unitCode: typeof input.answers.unitUscc === 'string' ? plainCode(input.answers.unitUscc).slice(0, 18) : '',
  };
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
