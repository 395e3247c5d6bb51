import { type ExportPurposeName, exportPurpose, own, places, type Role, roles } from '@/domain/access';
import * as operations from '@/domain/operations/office/exports';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { pageFrom } from '../../runtime/page';
import { knownPlace, placeName } from '../../runtime/places';
import { cancelJob } from '../../store/queries/jobs/jobs';
import {
  addExport,
  countTake,
  type ExportRow,
  endExport,
  findExport,
  listExports,
  titleOfPost,
} from '../../store/queries/secrecy/exports';
import { itemOf, stateLabels } from './item';
import { fileNameOf } from './watermark';

/** How long the address of the file holds. */
const ticketSeconds = 10 * 60;

export const requestExport = handle(operations.requestExport, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ purpose, formId, divisionCode, filters, encoding, reason }, context) {
    const { actor, db, now, note, services } = context;
    knownPlace(services.county, divisionCode);
    refuseAsker(purpose, actor.role);
    const exportId = newId('x', now);
    const title = (await titleOfPost(db, actor.countyCode, actor.postId)) || roles[actor.role];
    const { accountId, postId, name } = actor;
    const asked = { exportId, purpose, formId, divisionCode, filters, encoding, reason };
    await addExport(db, actor.countyCode, { ...asked, accountId, postId, name, title, now });
    note({ subject: exportId, reason, details: { purpose, filters: { ...filters } } });
    return shown(exportId, context);
  },
});

export const myExports = handle(operations.myExports, {
  concerns: () => own,
  async act({ cursor, limit }, { actor, db, now, services }) {
    const wanted = { account: actor.accountId, place: '', state: null, before: cursor, limit: limit + 1 };
    const page = pageFrom(await listExports(db, actor.countyCode, wanted), limit, (row) => row.export_id);
    return { ...page, items: page.items.map((row) => itemOf(row, services.county, actor, now)) };
  },
});

/** The file goes with the request: what nobody wants any more must not lie about. */
export const cancelExport = handle(operations.cancelExport, {
  concerns: async ({ exportId }, context) => places((await exportOf(exportId, context)).division_code),
  async act({ exportId, reason }, context) {
    const { actor, db, now, note, services, afterCommit } = context;
    const asked = await takersOwn(exportId, context);
    if (!['asked', 'making', 'ready', 'failed'].includes(asked.state)) {
      throw new Problem('state.wrong', { what: '这份导出', state: stateLabels[asked.state] });
    }
    if (asked.job_id !== null) await cancelJob(db, actor.countyCode, asked.job_id, now);
    await endExport(db, actor.countyCode, exportId, 'cancelled');
    const { file_id: fileId } = asked;
    if (fileId !== null) afterCommit(() => services.edges.files.delete([fileId]));
    note({ subject: exportId, reason, details: { purpose: asked.purpose } });
    return shown(exportId, context);
  },
});

/** Every take is counted and recorded before the address is given; the address serves once. */
export const takeExport = handle(operations.takeExport, {
  concerns: async ({ exportId }, context) => places((await exportOf(exportId, context)).division_code),
  async act({ exportId }, context) {
    const { actor, db, now, note, services } = context;
    const asked = await takersOwn(exportId, context);
    const { times } = exportPurpose(asked.purpose);
    const over = asked.expires_at !== null && Date.parse(asked.expires_at) <= now.getTime();
    if (asked.state === 'expired' || (asked.state === 'ready' && over)) throw new Problem('export.expired');
    if (asked.state !== 'ready' || asked.file_id === null) {
      throw new Problem('state.wrong', { what: '这份导出', state: stateLabels[asked.state] });
    }
    if (asked.taken >= times) throw new Problem('export.taken', { times: asked.taken });
    await countTake(db, actor.countyCode, exportId);
    const place = placeName(services.county, asked.division_code);
    const fileName = fileNameOf({ purpose: asked.purpose, place, name: actor.name, rows: asked.rows, at: now });
    const url = await services.edges.files.downloadUrl(asked.file_id, fileName, ticketSeconds);
    // Not under a subject: it concerns everyone of the place, and they can see it.
    note({
      reason: asked.reason,
      details: { export: exportId, purpose: asked.purpose, rows: asked.rows, times: asked.taken + 1 },
    });
    return {
      url,
      fileName,
      rows: asked.rows,
      expiresAt: new Date(now.getTime() + ticketSeconds * 1000).toISOString(),
      remaining: times - asked.taken - 1,
    };
  },
  remembered: (reply) => ({ ...reply, url: '' }),
});

function refuseAsker(name: ExportPurposeName, role: Role): void {
  const { title, askedBy } = exportPurpose(name);
  if (askedBy.includes(role)) return;
  throw new Problem('export.asker', { purpose: title, roles: askedBy.map((one) => roles[one]).join('、') });
}

/** Locked, so that two takes at once are two. */
export async function exportOf(exportId: string, { actor, db }: Context): Promise<ExportRow> {
  const row = await findExport(db, actor.countyCode, exportId, true);
  if (row === undefined) throw new Problem('found.nothing', { what: '这份导出' });
  return row;
}

async function takersOwn(exportId: string, context: Context): Promise<ExportRow> {
  const row = await exportOf(exportId, context);
  if (row.asked_account !== context.actor.accountId) throw new Problem('export.taker');
  return row;
}

export const shown = async (exportId: string, context: Context) =>
  itemOf(await exportOf(exportId, context), context.services.county, context.actor, context.now);
