import * as z from 'zod';
import { rowReasons } from '@/domain/register/outcomes';
import type { Services } from '../../../runtime/services';
import type { Place } from '../../../secrecy';
import type { ImportRun } from '../../../store/queries/register/import-runs';
import type { RowNote } from './plan';

/** A doubtful or refused row as it is kept: its reason in the open, the row itself sealed. */
export interface KeptRow {
  county_code: string;
  run_id: string;
  line: number;
  outcome: string;
  reason: string;
  about: string;
  name: string;
  id_masked: string;
  village: string;
  person_id: string | null;
  sealed: Buffer;
}

export const keptRow = (
  one: RowNote,
  { run_id }: Pick<ImportRun, 'run_id'>,
  { county, secrecy }: Services
): KeptRow => ({
  county_code: county.countyCode,
  run_id,
  line: one.line,
  outcome: rowReasons[one.reason].outcome,
  reason: one.reason,
  about: one.about,
  name: one.name,
  id_masked: one.idMasked,
  village: one.village,
  person_id: one.personId,
  sealed: secrecy.seal(JSON.stringify(one.cells), sealedAt(county.countyCode, run_id, one.line)),
});

/** The cells of a kept row; none while the run that found it doubtful is still to come back for them. */
export const openRow = (
  { county, secrecy }: Services,
  row: { run_id: string; line: number; sealed: Uint8Array }
): string[] =>
  row.sealed.byteLength === 0
    ? []
    : cellsShape.parse(JSON.parse(secrecy.open(row.sealed, sealedAt(county.countyCode, row.run_id, row.line))));

const cellsShape = z.array(z.string());

const sealedAt = (county: string, runId: string, line: number): Place => ({
  county,
  table: 'import_row',
  row: `${runId}:${line}`,
  column: 'sealed',
});
