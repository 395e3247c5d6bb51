import { exportPurpose, places, roles } from '@/domain/access';
import * as operations from '@/domain/operations/office/exports';
import { Problem } from '@/domain/problem';
import { startJob } from '../../jobs/start';
import { type Context, handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { decideExport, type ExportRow, listExports } from '../../store/queries/secrecy/exports';
import { exportOf, shown } from './asking';
import { itemOf, stateLabels } from './item';
import { writeExportKind } from './write-kind';

export const exportsToApprove = handle(operations.exportsToApprove, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, state, cursor, limit }, { actor, db, now, services }) {
    const wanted = { account: null, place: divisionCode, state, before: cursor, limit: limit + 1 };
    const page = pageFrom(await listExports(db, actor.countyCode, wanted), limit, (row) => row.export_id);
    return { ...page, items: page.items.map((row) => itemOf(row, services.county, actor, now)) };
  },
});

/** A second person, in a post that this purpose names; then the file is written. */
export const approveExport = handle(operations.approveExport, {
  concerns: async ({ exportId }, context) => places((await exportOf(exportId, context)).division_code),
  async act({ exportId, answer }, context) {
    const { actor, db, now, note } = context;
    const asked = await decidable(exportId, context);
    const jobId = await startJob(db, {
      countyCode: actor.countyCode,
      kind: writeExportKind,
      title: `导出：${exportPurpose(asked.purpose).title}`,
      // One file of a place at a time: whoever approves a second one is told to wait (job.running).
      place: asked.division_code,
      input: { exportId },
      createdBy: asked.asked_account,
      now,
    });
    await decide(asked, 'making', answer, jobId, context);
    note({ subject: exportId, details: { purpose: asked.purpose, outcome: 'approved' } });
    return shown(exportId, context);
  },
});

export const refuseExport = handle(operations.refuseExport, {
  concerns: async ({ exportId }, context) => places((await exportOf(exportId, context)).division_code),
  async act({ exportId, reason }, context) {
    const asked = await decidable(exportId, context);
    await decide(asked, 'refused', reason, null, context);
    context.note({ subject: exportId, reason, details: { purpose: asked.purpose, outcome: 'refused' } });
    return shown(exportId, context);
  },
});

/** Errors: export.own, export.approver, state.wrong. */
async function decidable(exportId: string, context: Context): Promise<ExportRow> {
  const asked = await exportOf(exportId, context);
  // The same person in another post is still the same person.
  if (asked.asked_account === context.actor.accountId) throw new Problem('export.own');
  const { title, approvedBy } = exportPurpose(asked.purpose);
  if (!approvedBy.includes(context.actor.role)) {
    throw new Problem('export.approver', { purpose: title, roles: approvedBy.map((role) => roles[role]).join('或') });
  }
  if (asked.state !== 'asked') {
    throw new Problem('state.wrong', { what: '这份导出', state: stateLabels[asked.state] });
  }
  return asked;
}

const decide = (
  { export_id: exportId }: ExportRow,
  state: 'making' | 'refused',
  answer: string,
  jobId: string | null,
  { actor, db, now }: Context
): Promise<number> =>
  decideExport(db, actor.countyCode, {
    exportId,
    state,
    account: actor.accountId,
    name: actor.name,
    answer,
    jobId,
    now,
  });
