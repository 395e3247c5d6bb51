import { plainHeader } from '@/domain/register/headers';
import type { Services } from '../../../runtime/services';
import type { ImportRun } from '../../../store/queries/register/import-runs';
import { fileProblem } from '../decode/faults';
import { openTable } from '../decode/open';
import type { Row, RowPiece, Source, Table } from '../decode/source';

export const sourceOf = ({ edges }: Services, fileId: string): Source => ({ read: () => edges.files.read(fileId) });

/** Rows of a file from a place on, as one page. */
export interface FilePage {
  rows: Row[];
  blank: number;
  part: number | null;
  /** Nothing comes after this page. */
  ended: boolean;
}

interface OpenFile {
  table: Table;
  pieces: AsyncIterator<RowPiece>;
  /** Rows given out so far. */
  position: number;
  waiting: Row[];
  blank: number;
  part: number | null;
  ended: boolean;
}

/** Files that the last page left open, by run: the next page goes on where it stopped, without decoding from the start. */
const openFiles = new Map<string, OpenFile>();

type RunFile = Pick<ImportRun, 'run_id' | 'file_id' | 'sheet' | 'header_line' | 'headers'>;

/**
 * The rows after the first `position` ones below the header. After a restart the file is decoded again up to there.
 * Errors: import.file.
 */
export async function readRows(services: Services, run: RunFile, position: number, count: number): Promise<FilePage> {
  const kept = openFiles.get(run.run_id);
  openFiles.delete(run.run_id);
  if (kept !== undefined && kept.position !== position) await close(kept);
  const file = kept?.position === position ? kept : await openAt(services, run, position);
  try {
    await fill(file, count);
    const page = { rows: file.waiting.splice(0, count), blank: file.blank, part: file.part, ended: false };
    file.position += page.rows.length;
    file.blank = 0;
    page.ended = file.ended && file.waiting.length === 0;
    if (page.ended) await close(file);
    else openFiles.set(run.run_id, file);
    return page;
  } catch (error) {
    await close(file);
    throw error;
  }
}

/** The header among the first `count` rows, as `find` tells it; the file stays open behind it for the rows to come. */
export async function readHead<Header extends { line: number }>(
  services: Services,
  run: Pick<ImportRun, 'run_id' | 'file_id' | 'sheet'>,
  count: number,
  find: (rows: readonly Row[]) => Header
): Promise<Header> {
  await forgetFile(run.run_id);
  const file = await openFile(services, run);
  try {
    await fill(file, count);
    const header = find(file.waiting);
    file.waiting = file.waiting.filter(({ line }) => line > header.line);
    file.blank = 0;
    openFiles.set(run.run_id, file);
    return header;
  } catch (error) {
    await close(file);
    throw error;
  }
}

/** Lets go of a file that nobody will read on, after a cancelled or broken run. */
export async function forgetFile(runId: string): Promise<void> {
  const file = openFiles.get(runId);
  openFiles.delete(runId);
  if (file !== undefined) await close(file);
}

async function openFile(services: Services, run: Pick<ImportRun, 'file_id' | 'sheet'>): Promise<OpenFile> {
  const table = await openTable(sourceOf(services, run.file_id), { sheet: run.sheet });
  const pieces = table.rows()[Symbol.asyncIterator]();
  return { table, pieces, position: 0, waiting: [], blank: 0, part: null, ended: false };
}

async function openAt(services: Services, run: RunFile, position: number): Promise<OpenFile> {
  const file = await openFile(services, run);
  try {
    await passHeader(file, run);
    while (file.position < position && !(file.ended && file.waiting.length === 0)) {
      await fill(file, 1);
      const passed = Math.min(file.waiting.length, position - file.position);
      file.waiting.splice(0, passed);
      file.position += passed;
    }
    if (position > 0) file.blank = 0;
    return file;
  } catch (error) {
    await close(file);
    throw error;
  }
}

async function passHeader(file: OpenFile, run: RunFile): Promise<void> {
  while (!file.ended && (file.waiting.at(-1)?.line ?? 0) < run.header_line) await fill(file, file.waiting.length + 1);
  const place = file.waiting.findIndex(({ line }) => line === run.header_line);
  const found = (file.waiting[place]?.cells ?? []).map(plainHeader);
  if (run.headers.some((header, column) => plainHeader(header) !== (found[column] ?? '')))
    throw fileProblem('headersChanged');
  file.waiting.splice(0, place + 1);
  // the piece with the header may hold empty rows above it and below it; those above are no rows of the register
  file.blank = Math.max(0, file.blank - Math.max(0, run.header_line - 1 - place));
}

async function fill(file: OpenFile, count: number): Promise<void> {
  while (!file.ended && file.waiting.length < count) {
    const next = await file.pieces.next();
    if (next.done) file.ended = true;
    else {
      for (const row of next.value.rows) file.waiting.push(row);
      file.blank += next.value.blank;
      file.part = next.value.part;
    }
  }
}

async function close(file: OpenFile): Promise<void> {
  await file.pieces.return?.();
  await file.table.close();
}
