import { newId } from '../../../runtime/ids';
import { openDuplicate } from '../../../store/queries/cases';
import { copy } from '../../../store/queries/register/import-write';
import { json } from '../../../store/values';
import { keptRow } from './kept-row';
import type { Plan } from './plan';

import type { Writing } from './writing';

/** Whom the run saw, which rows are doubtful, who waits for a village, who changed. */
export async function writeTraces(plan: Plan, { db, run, services, now }: Writing): Promise<void> {
  const { countyCode } = services.county;
  const seen = plan.seen.map(([person_id, line, outcome]) => ({
    county_code: countyCode,
    run_no: run.run_no,
    person_id,
    line,
    outcome,
  }));
  await copy(db, 'import_seen', ['county_code', 'run_no', 'person_id', 'line', 'outcome'], seen);
  const notes = plan.notes.map((one) => keptRow(one, run, services));
  await copy(
    db,
    'import_row',
    [
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
    ],
    notes
  );
  const waiting = plan.waiting.map((one) => ({
    county_code: countyCode,
    case_id: newId('pc', now),
    person_id: one.personId,
    town_code: one.townCode,
    candidates: json(one.candidates),
    why: one.why,
    created_at: now,
  }));
  await copy(
    db,
    'placement_case',
    ['county_code', 'case_id', 'person_id', 'town_code', 'candidates', 'why', 'created_at'],
    waiting
  );
  const changes = plan.changes.map(({ change, personId, from, to, why }) => ({
    county_code: countyCode,
    run_id: run.run_id,
    change,
    person_id: personId,
    from_village: from,
    to_village: to,
    why,
  }));
  await copy(
    db,
    'register_change',
    ['county_code', 'run_id', 'change', 'person_id', 'from_village', 'to_village', 'why'],
    changes
  );
  for (const { personA, personB, place } of plan.rivals) {
    const pair = { caseId: newId('dc', now), kind: 'sameNumber', personA, personB, evidence: {}, place, at: now };
    await openDuplicate(db, countyCode, pair);
  }
}
