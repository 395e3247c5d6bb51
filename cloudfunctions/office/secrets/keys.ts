import { type Concern, places } from '@/domain/access';
import { rotateKeys as rotateOperation, keyStatus as statusOperation } from '@/domain/operations/office/secrecy';
import { Problem } from '@/domain/problem';
import { startJob } from '../../jobs/start';
import { type Context, handle } from '../../runtime/handle';
import type { Secrecy } from '../../secrecy';
import { listJobs } from '../../store/queries/jobs/jobs';
import { rotateKeysKind } from './rotate-kind';

const wholeCounty = (_: unknown, { actor }: Context): Concern => places(actor.countyCode);

export const keyStatus = handle(statusOperation, {
  concerns: wholeCounty,
  async act(_, { actor: { countyCode }, db, services: { secrecy } }) {
    const wanted = { place: countyCode, kind: rotateKeysKind.kind, before: null, limit: 1 };
    const [job] = await listJobs(db, countyCode, wanted);
    return {
      seal: keysOf(secrecy, 'seal'),
      index: keysOf(secrecy, 'index'),
      lastJob:
        job === undefined
          ? null
          : {
              jobId: job.jobId,
              state: job.state,
              done: job.done,
              total: job.total,
              updatedAt: job.updatedAt,
              result: job.result,
            },
    };
  },
});

function keysOf(secrecy: Secrecy, purpose: 'seal' | 'index') {
  const [current = '', ...older] = secrecy.keyIds(purpose);
  return { current, older };
}

export const rotateKeys = handle(rotateOperation, {
  concerns: wholeCounty,
  async act({ reason }, { actor, db, now, note, services: { secrecy } }) {
    const { countyCode, accountId, postId, role, name } = actor;
    const [seal = '', ...olderSeals] = secrecy.keyIds('seal');
    const [index = '', ...olderIndexes] = secrecy.keyIds('index');
    if (olderSeals.length + olderIndexes.length === 0) throw new Problem('keys.nothing');
    const jobId = await startJob(db, {
      countyCode,
      kind: rotateKeysKind,
      title: '用新密钥重新加密',
      place: countyCode,
      input: { by: { postId, role, name }, reason },
      createdBy: accountId,
      now,
    });
    note({ reason, details: { seal, index, job: jobId } });
    return { jobId };
  },
});
