import { type Concern, places } from '@/domain/access';
import { checkAudit as checkOperation, auditStatus as statusOperation } from '@/domain/operations/office/audit';
import { chainHead } from '../../audit';
import { startJob } from '../../jobs/start';
import { type Context, handle } from '../../runtime/handle';
import { listJobs } from '../../store/queries/jobs/jobs';
import { lastCheck, lastHeads, unsealedRows } from '../../store/queries/secrecy/audit-trail';
import { auditCheckKind } from './check-kind';

const daysShown = 31;
const wholeCounty = (_: unknown, { actor }: Context): Concern => places(actor.countyCode);

export const auditStatus = handle(statusOperation, {
  concerns: wholeCounty,
  async act(_, { actor: { countyCode }, db }) {
    const head = await chainHead(db, countyCode);
    const heads = await lastHeads(db, countyCode, daysShown);
    const [job] = await listJobs(db, countyCode, {
      place: countyCode,
      kind: auditCheckKind.kind,
      before: null,
      limit: 1,
    });
    const running = job?.state === 'waiting' || job?.state === 'running';
    return {
      head: { seq: head.seq, hash: head.hash.toString('hex') },
      waiting: await unsealedRows(db, countyCode),
      lastCheck: (await lastCheck(db, countyCode)) ?? null,
      checking: job && running ? { jobId: job.jobId, done: job.done, total: job.total } : null,
      heads: heads.map(({ day, seq, hash, notice_id }) => ({
        day,
        seq,
        hash: hash.toString('hex'),
        noticeId: notice_id,
      })),
    };
  },
});

export const checkAudit = handle(checkOperation, {
  concerns: wholeCounty,
  async act(_, { actor, db, now, note }) {
    const { countyCode, accountId } = actor;
    const wanted = { countyCode, kind: auditCheckKind, title: '核验操作记录', place: countyCode, input: {} };
    const jobId = await startJob(db, { ...wanted, createdBy: accountId, now });
    note({ details: { job: jobId } });
    return { jobId };
  },
});
