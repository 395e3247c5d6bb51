import { maskIdNumber, plainCode } from '@/domain/identity';
import type { RowReason } from '@/domain/register/outcomes';
import type { Services } from '../../../runtime/services';
import type { Db } from '../../../store/port';
import { advanceRun, type ImportRun, type RunProgress } from '../../../store/queries/register/import-runs';
import {
  demote,
  type HeadFault,
  headFaults,
  notedLines,
  settleHeads,
} from '../../../store/queries/register/import-sweep';
import { copy } from '../../../store/queries/register/import-write';
import type { Row } from '../decode/source';
import { type KeptRow, keptRow } from '../rows/kept-row';
import type { RowNote } from '../rows/plan';
import { readLines } from './reader';

/** Rows that became doubtful only when their whole household was in. */
export interface HeadPage {
  late: LateDoubt[];
  demoted: string[];
  headless: number;
  rows: Map<number, Row>;
}

interface LateDoubt {
  line: number;
  personId: string;
  reason: RowReason;
  /** How the row had been counted. */
  counted: 'added' | 'updated' | 'unchanged';
}

/** A file without heads says nothing about them. */
const namesHeads = ({ mapping }: ImportRun): boolean =>
  mapping.relation !== undefined || mapping.headName !== undefined || mapping.headIdNumber !== undefined;

export async function readHeads(services: Services, run: ImportRun): Promise<HeadPage> {
  const page: HeadPage = { late: [], demoted: [], headless: 0, rows: new Map() };
  if (!namesHeads(run)) return page;
  const { countyCode } = services.county;
  const faults = await services.store.read((db) => headFaults(db, countyCode, run.run_no, run.run_id));
  for (const fault of faults) judgeHousehold(page, fault);
  page.rows = await readLines(services, run, new Set(page.late.map(({ line }) => line)));
  return page;
}

/** No head: the household's first row is to be looked at. Two: the one it had, else the first, stays. */
function judgeHousehold(page: HeadPage, { heads, head_person_id, members }: HeadFault): void {
  const [first] = members ?? [];
  if (first === undefined) return;
  const doubt = ({ line, person_id, outcome }: HeadFault['members'][number], reason: RowReason): void => {
    page.late.push({ line, personId: person_id, reason, counted: countedAs(outcome) });
  };
  if (heads === 0) {
    page.headless += 1;
    doubt(first, 'headMissing');
    return;
  }
  const claiming = members.filter(({ relation }) => relation === '0');
  const kept = claiming.find(({ person_id }) => person_id === head_person_id) ?? claiming[0];
  for (const member of claiming.filter((one) => one !== kept)) {
    page.demoted.push(member.person_id);
    doubt(member, 'headTwice');
  }
}

const countedAs = (outcome: string | null): LateDoubt['counted'] =>
  outcome === 'updated' || outcome === 'unchanged' ? outcome : 'added';

export async function storeHeads(db: Db, page: HeadPage, run: ImportRun, services: Services, now: Date): Promise<void> {
  const { countyCode } = services.county;
  await demote(db, countyCode, page.demoted, now);
  await settleHeads(db, countyCode, run.run_no, run.run_id, now);
  const lines = page.late.map(({ line }) => line);
  const noted = await notedLines(db, countyCode, run.run_id, lines);
  const fresh = page.late.filter(({ line }) => !noted.has(line));
  await copy<KeptRow>(
    db,
    'import_row',
    keptColumns,
    fresh.map((late) => keptRow(noteOf(late, page, run), run, services))
  );
  const progress: RunProgress = { doubtful: fresh.length, headless: page.headless };
  for (const { counted } of fresh) progress[counted] = (progress[counted] ?? 0) - 1;
  await advanceRun(db, countyCode, run.run_id, progress, {});
}

const keptColumns: readonly (keyof KeptRow)[] = [
  'county_code',
  'run_id',
  'line',
  'outcome',
  'reason',
  'about',
  'name',
  'id_masked',
  'village',
  'person_id',
  'sealed',
];

function noteOf({ line, personId, reason }: LateDoubt, { rows }: HeadPage, { mapping }: ImportRun): RowNote {
  const cells = rows.get(line)?.cells ?? [];
  const written = plainCode(cells[mapping.idNumber ?? -1] ?? '');
  return {
    line,
    cells,
    reason,
    about: '',
    name: (cells[mapping.name ?? -1] ?? '').trim().slice(0, 50),
    idMasked: written === '' ? '' : maskIdNumber(written.slice(0, 18)),
    village: '',
    personId,
  };
}
