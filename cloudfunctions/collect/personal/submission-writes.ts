import type { PersonFacts } from '@/domain/campaign/measures';
import type { Answers } from '@/domain/form';
import type { PlacedPerson } from '../../people/place';
import type { OnceContext } from '../../runtime/handle-once';
import { newId } from '../../runtime/ids';
import { duplicateInsert, placementInsert, placementUpdate } from '../../store/queries/cases';
import { answeredExpression, personExpression } from '../../store/queries/records/record-writes';
import type { SubmissionRow } from '../../store/queries/records/submissions';
import { type Outcome, personChanges } from './person-changes';

type Add = (value: unknown) => string;

/** The person's own row, changed if nobody changed it since it was read. */
export function rowExpressions(
  { row, answers, after, outcome }: { row: SubmissionRow; answers: Answers; after: PersonFacts; outcome: Outcome },
  { actor, now, services }: OnceContext,
  add: Add
): string[] {
  const changes = personChanges(row, actor.countyCode, answers, after, outcome, services.secrecy);
  const person = { county: actor.countyCode, personId: row.person_id, version: row.version, at: now };
  return [personExpression(person, changes, add)];
}

/** What else a submission sets going: a human for a doubtful number or village, a reminder that has done its work. */
export function followUps(
  { row, placed, duplicate }: { row: SubmissionRow; placed: PlacedPerson | null; duplicate: boolean },
  { actor, now }: OnceContext,
  add: Add
): string[] {
  const county = actor.countyCode;
  const expressions: string[] = [];
  if (placed?.queue) {
    const opened = { caseId: newId('pc', now), personId: row.person_id, ...placed.queue, at: now };
    expressions.push(`placement_row AS (${placementInsert(county, opened, add)})`);
  } else if (placed !== null) {
    const settled = { personId: row.person_id, villageCode: placed.village_code, by: actor.accountId, at: now };
    expressions.push(`placement_row AS (${placementUpdate(county, settled, add)})`);
  }
  if (duplicate && row.id_owner !== null) {
    const doubt = {
      caseId: newId('dc', now),
      kind: 'claimed',
      personA: row.person_id,
      personB: row.id_owner,
      evidence: { claimedBy: row.person_id },
      place: row.id_owner_village ?? row.village_code ?? '',
      at: now,
    };
    expressions.push(`duplicate_row AS (${duplicateInsert(county, doubt, add)})`);
  }
  if (row.reminded) expressions.push(answeredExpression(county, row.person_id, now, add));
  return expressions;
}
