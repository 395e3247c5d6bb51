import { ageOn } from '@/domain/identity';
import type { EditionChange } from '@/domain/register/outcomes';
import { dayInChina } from '../../../runtime/clock';
import { newId } from '../../../runtime/ids';
import type { Services } from '../../../runtime/services';
import type { Db } from '../../../store/port';
import { applyDeltas, factsOf } from '../../../store/queries/counters';
import { advanceRun, type ImportRun } from '../../../store/queries/register/import-runs';
import {
  countMissing,
  leaveRegister,
  type MissingRow,
  nextMissing,
} from '../../../store/queries/register/import-sweep';
import { copy } from '../../../store/queries/register/import-write';
import { Tally } from '../rows/tally';

/**
 * A file that misses more than one person in twenty is more likely incomplete than the county emptied: an officer
 * looks first.
 */
const mostLeaving = 0.05;
const fewLeaving = 5;

export const asksFirst = ({ missing, all }: { missing: number; all: number }): boolean =>
  missing > fewLeaving && missing > all * mostLeaving;

export const countLeaving = (db: Db, run: ImportRun, county: string): Promise<{ missing: number; all: number }> =>
  countMissing(db, { county, runNo: run.run_no, covers: run.covers });

/** From this age on somebody who is missing may have died; only a human finds out. */
const oldAge = 80;

/** Takes the next people who are not in the edition out of the register; answers whether that was all. */
export async function sweepPage(
  db: Db,
  run: ImportRun,
  { county }: Services,
  now: Date,
  size: number
): Promise<boolean> {
  const { countyCode } = county;
  const sweep = { county: countyCode, runNo: run.run_no, covers: run.covers };
  const people = await nextMissing(db, sweep, run.swept_to, size);
  const reason = `${run.edition_date}的户籍名册里没有此人`;
  const ids = people.map(({ person_id }) => person_id);
  if (ids.length > 0) await leaveRegister(db, countyCode, ids, reason, now);
  const tally = new Tally();
  for (const row of people) {
    tally.add(factsOf(row), -1);
    tally.add({ ...factsOf(row), counted: false }, 1);
  }
  await applyDeltas(db, countyCode, tally.deltas(countyCode), dayInChina(now));
  const changes = people.map((row) => ({ row, ...changeOf(row, run.edition_date) }));
  await copy(
    db,
    'register_change',
    ['county_code', 'run_id', 'change', 'person_id', 'from_village', 'to_village', 'why'],
    changes.map(({ row, change, why }) => ({
      county_code: countyCode,
      run_id: run.run_id,
      change,
      person_id: row.person_id,
      from_village: row.village_code,
      to_village: null,
      why,
    }))
  );
  await copy(
    db,
    'person_event',
    ['county_code', 'event_id', 'person_id', 'at', 'act', 'by_name', 'by_post', 'reason', 'changes'],
    changes.map(({ row, why }) => ({
      county_code: countyCode,
      event_id: newId('ev', now),
      person_id: row.person_id,
      at: now,
      act: 'register.left',
      by_name: run.started_name,
      by_post: run.started_post,
      reason: `名册“${run.file_name}”`,
      changes: [`移出名册：${why}`],
    }))
  );
  const died = changes.filter(({ change }) => change === 'died').length;
  const progress = { left_count: people.length - died, died };
  await advanceRun(db, countyCode, run.run_id, progress, { sweptTo: ids.at(-1) ?? run.swept_to });
  return people.length < size;
}

function changeOf(
  { birth_date, population_class }: MissingRow,
  editionDate: string
): { change: EditionChange; why: string } {
  if (population_class === '09') return { change: 'died', why: '已登记死亡，新名册里没有' };
  const old = birth_date !== null && ageOn(birth_date, editionDate) >= oldAge;
  return old
    ? { change: 'died', why: `年满${oldAge}岁，新名册里没有，请核实是否去世` }
    : { change: 'left', why: '新名册里没有，请核实去向' };
}
