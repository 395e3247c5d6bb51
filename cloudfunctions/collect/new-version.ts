import type { CheckContext, FormDefinition } from '@/domain/form';
import { paperOfWalk, splitSecrets } from '@/domain/form';
import type { OnceContext } from '../runtime/handle-once';
import type { NewVersion } from '../store/queries/records/record-writes';
import type { Judged } from './judge';
import { paperKey, versionPlace } from './subject';

type Given = Omit<
  NewVersion,
  'county' | 'answers' | 'sealed' | 'author' | 'receivedAt' | 'employmentState' | 'formId' | 'formVersion'
>;

/** A version as it is stored: open answers readable, secret ones and the frozen paper copy in one envelope. */
export function newVersion(
  form: FormDefinition,
  { answers, journey }: Judged,
  ctx: CheckContext,
  given: Given,
  { actor, now, services }: OnceContext
): NewVersion {
  const { open, secret } = splitSecrets(form, answers);
  const paper = JSON.stringify(paperOfWalk(form, journey, ctx));
  const place = versionPlace(actor.countyCode, given.recordId, given.version);
  return {
    ...given,
    county: actor.countyCode,
    formId: form.name,
    formVersion: form.version,
    answers: open,
    sealed: services.secrecy.sealSecrets({ ...secret, [paperKey]: paper }, place),
    employmentState: typeof answers.state === 'string' ? answers.state : '',
    author: { accountId: actor.accountId, postId: actor.postId, name: actor.name, role: actor.role },
    receivedAt: now,
  };
}
