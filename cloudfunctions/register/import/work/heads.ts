import type { RowReason } from '@/domain/register/outcomes';
import type { Services } from '../../../runtime/services';
import type { Db } from '../../../store/port';
import {
  demote,
  endOfStretch,
  type HeadFault,
  headFaults,
  notedLines,
  settleHeads,
} from '../../../store/queries/register/import-heads';
import { advanceRun, type ImportRun, type RunProgress } from '../../../store/queries/register/import-runs';
import { copy } from '../../../store/queries/register/import-write';
import type { KeptRow } from '../rows/kept-row';

/** A stretch of households, and the rows of theirs that became doubtful only when the whole household was in. */
export interface HeadPage {
  /** The household before the stretch, and its last one; undefined when none is left. */
  after: string;
  upTo: string | undefined;
  late: LateDoubt[];
  demoted: string[];
  headless: number;
}

interface LateDoubt {
  line: number;
  personId: string;
  reason: RowReason;
  /** How the row had been counted. */
  counted: 'added' | 'updated' | 'unchanged';
}

export const headStretch = { households: 5000 };

/** A file without heads says nothing about them. */
const namesHeads = ({ mapping }: ImportRun): boolean =>
  mapping.relation !== undefined || mapping.headName !== undefined || mapping.headIdNumber !== undefined;

export async function readHeads({ store, county }: Services, run: ImportRun, after: string): Promise<HeadPage> {
  const page: HeadPage = { after, upTo: undefined, late: [], demoted: [], headless: 0 };
  if (!namesHeads(run)) return page;
  return store.read(async (db) => {
    const upTo = await endOfStretch(db, county.countyCode, after, headStretch.households);
    if (upTo === undefined) return page;
    for (const fault of await headFaults(db, stretchOf(run, county.countyCode, after, upTo))) judge(page, fault);
    return { ...page, upTo };
  });
}

const stretchOf = ({ run_no, run_id }: ImportRun, county: string, after: string, upTo: string) => ({
  county,
  runNo: run_no,
  runId: run_id,
  after,
  upTo,
});

/** No head: the household's first row is to be looked at. Two: the one it had, else the first, stays. */
function judge(page: HeadPage, { heads, head_person_id, members }: HeadFault): void {
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

/** What stood on the doubtful lines is kept afterwards, in one pass over the file for all of them. */
export async function storeHeads(db: Db, page: HeadPage, run: ImportRun, county: string, now: Date): Promise<void> {
  if (page.upTo === undefined) return;
  await demote(db, county, page.demoted, now);
  await settleHeads(db, stretchOf(run, county, page.after, page.upTo), now);
  const lines = page.late.map(({ line }) => line);
  const noted = await notedLines(db, county, run.run_id, lines);
  const fresh = page.late.filter(({ line }) => !noted.has(line));
  await copy<UnkeptColumns>(
    db,
    'import_row',
    ['county_code', 'run_id', 'line', 'outcome', 'reason', 'person_id', 'sealed'],
    fresh.map(({ line, reason, personId }) => ({
      county_code: county,
      run_id: run.run_id,
      line,
      outcome: 'doubtful',
      reason,
      person_id: personId,
      sealed: Buffer.alloc(0),
    }))
  );
  const progress: RunProgress = { doubtful: fresh.length, headless: page.headless };
  for (const { counted } of fresh) progress[counted] = (progress[counted] ?? 0) - 1;
  await advanceRun(db, county, run.run_id, progress, {});
}

type UnkeptColumns = Omit<KeptRow, 'about' | 'name' | 'id_masked' | 'village'>;
