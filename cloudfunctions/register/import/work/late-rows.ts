import { maskIdNumber, plainCode } from '@/domain/identity';
import type { Services } from '../../../runtime/services';
import { nextUnkept, type UnkeptRow, unkeptBetween } from '../../../store/queries/register/import-heads';
import type { ImportRun } from '../../../store/queries/register/import-runs';
import type { Row } from '../decode/source';
import { type KeptRow, keptRow } from '../rows/kept-row';
import { readRows } from './reader';

/** Rows that became doubtful after they had been read, as they stand in the file. */
export interface LatePage {
  /** How many rows of the file lie before this page, and how many are in it. */
  from: number;
  passed: number;
  kept: KeptRow[];
  ended: boolean;
}

/** Reads the file on in search of them, unless there are none. Errors: import.file. */
export async function readLate(services: Services, run: ImportRun, from: number, rows: number): Promise<LatePage> {
  const { store, county } = services;
  const wanted = await store.read((db) => nextUnkept(db, county.countyCode, run.run_id));
  if (wanted === undefined) return { from, passed: 0, kept: [], ended: true };
  const page = await readRows(services, run, from, rows);
  const [first, last] = [page.rows.at(0)?.line ?? 0, page.rows.at(-1)?.line ?? -1];
  const unkept = await store.read((db) => unkeptBetween(db, county.countyCode, run.run_id, first, last));
  const byLine = new Map(unkept.map((one) => [one.line, one]));
  const kept = page.rows.flatMap((row) => {
    const one = byLine.get(row.line);
    return one === undefined ? [] : [keptRow(noteOf(one, row, run), run, services)];
  });
  return { from, passed: page.rows.length, kept, ended: page.ended };
}

function noteOf({ line, reason, person_id }: UnkeptRow, { cells }: Row, { mapping }: ImportRun) {
  const written = plainCode(cells[mapping.idNumber ?? -1] ?? '');
  return {
    line,
    cells,
    reason,
    about: '',
    name: (cells[mapping.name ?? -1] ?? '').trim().slice(0, 50),
    idMasked: written === '' ? '' : maskIdNumber(written.slice(0, 18)),
    village: '',
    personId: person_id,
  };
}
