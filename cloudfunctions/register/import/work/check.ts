import { Problem } from '@/domain/problem';
import { mappingGap, type RegisterMapping } from '@/domain/register/fields';
import { findHeader } from '@/domain/register/headers';
import { isRoundedNumber } from '@/domain/register/row';
import type { Services } from '../../../runtime/services';
import type { ImportRun } from '../../../store/queries/register/import-runs';
import { fileProblem } from '../decode/faults';
import type { Row } from '../decode/source';
import { readHead, readRows } from './reader';

/** A stretch of the first reading: the header at its beginning, then so many rows at a time. */
export interface CheckPage {
  /** How many rows below the header lie before these. */
  from: number;
  header?: { line: number; headers: string[] };
  rows: number;
  /** Identity numbers that a spreadsheet rounded, in all rows so far. */
  rounded: number;
  ended: boolean;
}

export const checkRows = { aPage: 10_000 };

/**
 * Reads the file to its end, page by page, before a single row is stored: a fault on the last line must not leave half
 * a register. Errors: import.file, import.mapping.
 * @param rounded what the pages before counted
 */
export async function checkPage(services: Services, run: ImportRun, rounded: number): Promise<CheckPage> {
  const from = run.total ?? 0;
  if (run.header_line === 0) {
    const header = await readHead(services, run, headRows, (rows) => headerOf(rows, run.mapping));
    return { from, header, rows: 0, rounded: 0, ended: false };
  }
  const { rows, ended } = await readRows(services, run, from, checkRows.aPage);
  const column = run.mapping.idNumber ?? -1;
  const more = rows.filter(({ cells }) => isRoundedNumber(cells[column] ?? '')).length;
  const page = { from, rows: rows.length, rounded: rounded + more, ended };
  const total = from + page.rows;
  if (ended && total === 0) throw fileProblem('noRows');
  if (ended && page.rounded * 5 > total) throw fileProblem('roundedNumbers');
  return page;
}

/** Enough rows to find the header among. */
export const headRows = 40;

/** The header is the row that names the most fields. Errors: import.file noHeader, import.mapping. */
export function headerOf(
  rows: readonly Row[],
  mapping: RegisterMapping | undefined
): { line: number; headers: string[] } {
  const place = findHeader(rows.map(({ cells }) => cells));
  const row = place === undefined ? undefined : rows[place];
  if (row === undefined) throw fileProblem('noHeader');
  const headers = row.cells.map((cell) => cell.trim());
  while (headers.at(-1) === '') headers.pop();
  const gap = mapping === undefined ? undefined : mappingGap(mapping, headers.length);
  if (gap !== undefined) throw new Problem('import.mapping', { reason: gap });
  return { line: row.line, headers };
}

export const belowHeader = (rows: readonly Row[], line: number): Row[] => rows.filter((row) => row.line > line);
