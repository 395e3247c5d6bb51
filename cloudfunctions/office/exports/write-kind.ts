import * as z from 'zod';
import { exportPurpose } from '@/domain/access';
import { appendAudit } from '../../audit';
import { jobKind, type Step, type Turn } from '../../jobs/kind';
import { dayInChina } from '../../runtime/clock';
import { placeName, villagesUnder } from '../../runtime/places';
import type { Services } from '../../runtime/services';
import type { Db } from '../../store/port';
import { type ExportRow, findExport, readyExport } from '../../store/queries/secrecy/exports';
import { encoder, markOf } from './encoding';
import { type At, linesOf, start } from './record-lines';
import { type Sheet, sheetOf } from './sheet';
import { headerLine } from './watermark';

/** A page of the job writes pieces of a file until it has so many rows or has taken so long. */
const rowsAPage = 40_000;
const longestPage = 25_000;

const cursor = z.object({
  phase: z.enum(['rows', 'joining', 'clearing']),
  /** Place in the list of villages, and where in that village. */
  village: z.int(),
  at: z.object({ state: z.string(), id: z.string() }),
  rows: z.int(),
  pieces: z.array(z.string()),
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
 * Writes the file of an approved export. Pieces are kept as they are written and joined at the end behind the line that
 * names the taker, because only then the number of rows is known. Killed at any moment it goes on behind the last piece.
 */
export const writeExportKind = jobKind({
  kind: 'office.writeExport',
  input,
  cursor,
  first: { phase: 'rows', village: 0, at: start, rows: 0, pieces: [] },
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
    const turn = { cursor: page.next, done: page.rows, finished: false };
    if (!page.wanted || before.phase === 'clearing') return { ...turn, finished: true };
    if (page.fileId === undefined) return turn;
    const asked = await findExport(db, countyCode, step.input.exportId, true);
    if (asked === undefined) return { ...turn, finished: true };
    const expiresAt = new Date(now.getTime() + exportPurpose(asked.purpose).hours * 3_600_000);
    const ready = { exportId: asked.export_id, fileId: page.fileId, rows: before.rows, expiresAt };
    if (await readyExport(db, countyCode, ready)) await writeAudit(db, asked, step);
    else await step.services.edges.files.delete([page.fileId]);
    return { ...turn, total: before.rows, result: { rows: before.rows } };
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
  const reached = { village: before.village, at: before.at, rows: before.rows };
  const content = pieces(services, sheet, asked, villages, reached);
  const piece = await services.edges.files.put('piece.csv', encoded(content, encode));
  const { village, at, rows } = reached;
  const phase = village >= villages.length ? ('joining' as const) : ('rows' as const);
  const next = { phase, village, at, rows, pieces: [...before.pieces, piece] };
  return { next, rows: rows - before.rows, wanted: true };
}

/** Text of one piece; moves `reached` along as it goes. */
async function* pieces(
  services: Services,
  sheet: Sheet,
  asked: ExportRow,
  villages: readonly string[],
  reached: { village: number; at: At; rows: number }
): AsyncGenerator<string> {
  const { states, classes } = asked.filters;
  const wanted = { formId: asked.form_id, states, classes };
  const { clock } = services;
  const begun = { rows: reached.rows, at: clock.now().getTime() };
  const full = (): boolean => reached.rows - begun.rows >= rowsAPage || clock.now().getTime() - begun.at > longestPage;
  while (reached.village < villages.length) {
    const village = villages[reached.village] ?? '';
    for await (const page of linesOf(services, sheet, wanted, village, reached.at, reached.rows)) {
      yield page.text;
      reached.rows += page.rows;
      reached.at = page.at;
      if (full()) return;
    }
    reached.village += 1;
    reached.at = start;
    if (full()) return;
  }
}

async function* encoded(texts: AsyncIterable<string>, encode: (text: string) => Buffer): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield encode(text);
}

async function join(services: Services, asked: ExportRow, before: Cursor, now: Date): Promise<Page> {
  const { files } = services.edges;
  const encode = await encoder(asked.encoding);
  const place = placeName(services.county, asked.division_code);
  const mark = { purpose: asked.purpose, place, name: asked.asked_name, rows: before.rows, at: now };
  const sheet = sheetOf(asked.purpose, asked.form_id, dayInChina(now));
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield encode(markOf(asked.encoding) + headerLine(mark) + sheet.heads());
    for (const piece of before.pieces) yield* files.read(piece);
  }
  const fileId = await files.put('export.csv', whole());
  return { next: { ...before, phase: 'clearing' }, rows: 0, fileId, wanted: true };
}

/** That a file exists is recorded beside who asked and who agreed; each take is recorded when it happens. */
const writeAudit = (db: Db, asked: ExportRow, step: WriteStep): Promise<void> =>
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
    details: { purpose: asked.purpose, rows: step.cursor.rows },
    requestId: step.jobId,
  });
