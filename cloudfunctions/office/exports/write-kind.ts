import * as z from 'zod';
import { exportPurpose } from '@/domain/access';
import { appendAudit } from '../../audit';
import { jobKind, type Step, type Turn } from '../../jobs/kind';
import { dayInChina } from '../../runtime/clock';
import { placeName, villagesUnder } from '../../runtime/places';
import type { Services } from '../../runtime/services';
import type { Db } from '../../store/port';
import { countExported } from '../../store/queries/secrecy/export-rows';
import { type ExportRow, findExport, readyExport } from '../../store/queries/secrecy/exports';
import { encoder, markOf } from './encoding';
import { linesOf, type Reached, start } from './record-lines';
import { type Sheet, sheetOf } from './sheet';
import { headerLine } from './watermark';

/** A page of the job writes a piece of the file until it has so many rows or has taken so long. */
export const piece = { rows: 500_000, milliseconds: 50_000 };

const cursor = z.object({
  phase: z.enum(['rows', 'joining', 'clearing']),
  /** Place in the list of villages, and where in that village. */
  village: z.int(),
  at: z.object({ state: z.string(), id: z.string() }),
  rows: z.int(),
  pieces: z.array(z.string()),
  /** The lines above the rows as the first piece begins with them: how many rows they promise, and their bytes. */
  head: z.object({ rows: z.int(), bytes: z.int() }).nullable().default(null),
});
type Cursor = z.output<typeof cursor>;
const input = z.object({ exportId: z.string() });
type WriteStep = Step<z.output<typeof input>, Cursor>;

interface Page {
  next: Cursor;
  rows: number;
  fileId?: string;
  wanted: boolean;
}

/**
 * Writes the file of an approved export, its first line naming the taker and the number of rows. Nearly always the file
 * is one piece and the rows are as many as were counted before; else the pieces, kept as they were written, are joined
 * behind a first line that says it rightly. Killed at any moment it goes on behind the last piece.
 */
export const writeExportKind = jobKind({
  kind: 'office.writeExport',
  input,
  cursor,
  first: { phase: 'rows', village: 0, at: start, rows: 0, pieces: [], head: null },
  async read(step): Promise<Page> {
    const { countyCode, cursor: before, services } = step;
    const asked = await services.store.read((db) => findExport(db, countyCode, step.input.exportId, false));
    // Cancelled meanwhile: what is written is thrown away.
    if (asked === undefined || asked.state !== 'making') return thrownAway(services, before);
    if (before.phase === 'rows') return writeRows(services, asked, before, step.now);
    if (before.phase === 'joining') return join(services, asked, before, step.now);
    await services.edges.files.delete(before.pieces);
    return { next: { ...before, pieces: [] }, rows: 0, wanted: true };
  },
  async store(db, page, step): Promise<Turn<Cursor>> {
    const { countyCode, cursor: before, now } = step;
    const { rows } = page.next;
    const turn = { cursor: page.next, done: page.rows, finished: false };
    if (!page.wanted || before.phase === 'clearing') return { ...turn, finished: true };
    if (page.fileId === undefined) return turn;
    const asked = await findExport(db, countyCode, step.input.exportId, true);
    if (asked === undefined) return { ...turn, finished: true };
    const expiresAt = new Date(now.getTime() + exportPurpose(asked.purpose).hours * 3_600_000);
    const ready = { exportId: asked.export_id, fileId: page.fileId, rows, expiresAt };
    if (await readyExport(db, countyCode, ready)) await writeAudit(db, asked, step, rows);
    else await step.services.edges.files.delete([page.fileId]);
    return { ...turn, total: rows, result: { rows } };
  },
});

async function thrownAway({ edges }: Services, before: Cursor): Promise<Page> {
  await edges.files.delete(before.pieces);
  return { next: { ...before, pieces: [] }, rows: 0, wanted: false };
}

async function writeRows(services: Services, asked: ExportRow, before: Cursor, now: Date): Promise<Page> {
  const villages = [...villagesUnder(services.county, asked.division_code)];
  // People whom no village has claimed are the county's.
  if (asked.form_id === 'personal' && asked.division_code === services.county.countyCode) villages.push('');
  const sheet = sheetOf(asked.purpose, asked.form_id, dayInChina(now));
  const encode = await encoder(asked.encoding);
  const top = before.pieces.length === 0 ? await topOf(services, asked, villages, now) : undefined;
  const above = top === undefined ? Buffer.alloc(0) : encode(top.text + sheet.heads());
  const reached = { village: before.village, at: before.at, rows: before.rows };
  const content = encoded(piecesOf(services, sheet, asked, villages, reached), encode);
  const fileId = await services.edges.files.put('export.csv', behind(above, content));
  const { village, at, rows } = reached;
  const head = top === undefined ? before.head : { rows: top.rows, bytes: above.byteLength };
  const ended = village >= villages.length;
  const next = { ...before, village, at, rows, head };
  if (ended && top?.rows === rows) {
    return { next: { ...next, phase: 'clearing' }, rows: rows - before.rows, fileId, wanted: true };
  }
  const phase = ended ? ('joining' as const) : ('rows' as const);
  return { next: { ...next, phase, pieces: [...before.pieces, fileId] }, rows: rows - before.rows, wanted: true };
}

/** The first line, by as many rows as there are now. */
async function topOf(
  services: Services,
  asked: ExportRow,
  villages: readonly string[],
  now: Date
): Promise<{ text: string; rows: number }> {
  const { states, classes } = asked.filters;
  const wanted = { formId: asked.form_id, villages, states, classes };
  const rows = await services.store.read((db) => countExported(db, services.county.countyCode, wanted));
  return { text: firstLine(services, asked, rows, now), rows };
}

function firstLine({ county }: Services, asked: ExportRow, rows: number, at: Date): string {
  const place = placeName(county, asked.division_code);
  return markOf(asked.encoding) + headerLine({ purpose: asked.purpose, place, name: asked.asked_name, rows, at });
}

/** Text of one piece; moves `reached` along as it goes. */
async function* piecesOf(
  services: Services,
  sheet: Sheet,
  asked: ExportRow,
  villages: readonly string[],
  reached: Reached & { rows: number }
): AsyncGenerator<string> {
  const { states, classes } = asked.filters;
  const wanted = { formId: asked.form_id, states, classes };
  const { clock } = services;
  const begun = { rows: reached.rows, at: clock.now().getTime() };
  for await (const page of linesOf(services, sheet, wanted, villages, reached, reached.rows)) {
    yield page.text;
    reached.rows += page.rows;
    Object.assign(reached, page.next);
    const late = clock.now().getTime() - begun.at > piece.milliseconds;
    if (late || reached.rows - begun.rows >= piece.rows) return;
  }
}

async function* behind(above: Buffer, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (above.byteLength > 0) yield above;
  yield* content;
}

async function* encoded(texts: AsyncIterable<string>, encode: (text: string) => Buffer): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield encode(text);
}

async function join(services: Services, asked: ExportRow, before: Cursor, now: Date): Promise<Page> {
  const { files } = services.edges;
  const encode = await encoder(asked.encoding);
  const sheet = sheetOf(asked.purpose, asked.form_id, dayInChina(now));
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield encode(firstLine(services, asked, before.rows, now) + sheet.heads());
    for (const [place, one] of before.pieces.entries()) yield* files.read(one, place === 0 ? before.head?.bytes : 0);
  }
  const fileId = await files.put('export.csv', whole());
  return { next: { ...before, phase: 'clearing' }, rows: 0, fileId, wanted: true };
}

/** That a file exists is recorded beside who asked and who agreed; each take is recorded when it happens. */
const writeAudit = (db: Db, asked: ExportRow, step: WriteStep, rows: number): Promise<void> =>
  appendAudit(db, {
    countyCode: step.countyCode,
    at: step.now,
    accountId: asked.asked_account,
    postId: asked.asked_post,
    role: '',
    actorName: asked.asked_name,
    act: 'office.writeExport',
    subject: asked.export_id,
    place: asked.division_code,
    reason: asked.reason,
    details: { purpose: asked.purpose, rows },
    requestId: step.jobId,
  });
