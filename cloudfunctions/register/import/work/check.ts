import { Problem } from '@/domain/problem';
import { mappingGap, type RegisterMapping } from '@/domain/register/fields';
import { findHeader } from '@/domain/register/headers';
import { isRoundedNumber } from '@/domain/register/row';
import type { Services } from '../../../runtime/services';
import type { ImportRun } from '../../../store/queries/register/import-runs';
import { fileProblem } from '../decode/faults';
import { openTable } from '../decode/open';
import type { Row } from '../decode/source';
import { sourceOf } from './reader';

/** What a whole pass over the file showed. */
export interface Checked {
  line: number;
  headers: string[];
  total: number;
}

/**
 * Reads the file to its end before a single row is stored: a fault on the last line must not leave half a register.
 * Errors: import.file, import.mapping.
 */
export async function checkFile(
  services: Services,
  run: Pick<ImportRun, 'file_id' | 'sheet' | 'mapping'>
): Promise<Checked> {
  const table = await openTable(sourceOf(services, run.file_id), { sheet: run.sheet });
  try {
    let head: Row[] = [];
    let header: { line: number; headers: string[] } | undefined;
    let total = 0;
    let rounded = 0;
    const see = (rows: readonly Row[]): void => {
      total += rows.length;
      rounded += rows.filter(({ cells }) => isRoundedNumber(cells[run.mapping.idNumber ?? -1] ?? '')).length;
    };
    for await (const { rows } of table.rows()) {
      if (header !== undefined) {
        see(rows);
        continue;
      }
      head = [...head, ...rows];
      if (head.length < headRows) continue;
      header = headerOf(head, run.mapping);
      see(belowHeader(head, header.line));
    }
    if (header === undefined) {
      header = headerOf(head, run.mapping);
      see(belowHeader(head, header.line));
    }
    if (total === 0) throw fileProblem('noRows');
    if (rounded * 5 > total) throw fileProblem('roundedNumbers');
    return { ...header, total };
  } finally {
    await table.close();
  }
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
