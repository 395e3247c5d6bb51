import { type CollectState, nextState, type RecordAct } from '@/domain/campaign';
import { type Delta, deltasBetween } from '@/domain/campaign/measures';
import { localDay } from '@/domain/identity';
import type { Context } from '../runtime/handle';
import { applyDeltas, factsOf } from '../store/queries/counters';
import { lockPeople, setCollectStates } from '../store/queries/people/people';
import { type RecordState, type ReviewedRecord, setRecordStates } from '../store/queries/quality/reviews';

export type Refusal = { recordId: string; why: string };

/**
 * Moves records to the state that an act leads to, and their people and the counters with them. Those that may not move
 * are left and said why. A person who was closed stays closed while his record is confirmed and accepted; sent back or
 * opened again he is due again.
 */
export async function moveRecords(
  records: readonly ReviewedRecord[],
  act: Extract<RecordAct, 'confirm' | 'accept' | 'return' | 'reopen'>,
  reason: string,
  { db, actor, now }: Context
): Promise<{ moved: ReviewedRecord[]; state: RecordState; refused: Refusal[] }> {
  const moved: ReviewedRecord[] = [];
  const refused: Refusal[] = [];
  const state = after[act];
  for (const record of records) {
    const isAuthor = record.authorAccount === actor.accountId;
    const hasConfirmed = record.confirmedBy === actor.accountId;
    const answer = nextState(record.state, act, { role: actor.role, isAuthor, hasConfirmed, reason });
    if (answer.ok) moved.push(record);
    else refused.push({ recordId: record.recordId, why: answer.message });
  }
  await setRecordStates(db, actor.countyCode, {
    recordIds: moved.map(({ recordId }) => recordId),
    state,
    by: actor.accountId,
    now,
  });
  await movePeople(moved, act, { countyCode: actor.countyCode, now }, db);
  return { moved, state, refused };
}

const after = { confirm: 'confirmed', accept: 'accepted', return: 'returned', reopen: 'collected' } as const;

async function movePeople(
  records: readonly ReviewedRecord[],
  act: keyof typeof after,
  { countyCode, now }: { countyCode: string; now: Date },
  db: Context['db']
): Promise<void> {
  const ids = records.filter(({ formId }) => formId === 'personal').map(({ subjectId }) => subjectId);
  if (ids.length === 0) return;
  const sums = new Map<string, Delta>();
  const targets = new Map<CollectState, string[]>();
  for (const row of await lockPeople(db, countyCode, ids)) {
    const before = factsOf(row);
    const state = stateOfPerson(before.collectState, act);
    if (state === before.collectState) continue;
    targets.set(state, [...(targets.get(state) ?? []), row.person_id]);
    for (const delta of deltasBetween(before, { ...before, collectState: state }, countyCode)) {
      const key = `${delta.villageCode} ${delta.measure}`;
      sums.set(key, { ...delta, by: delta.by + (sums.get(key)?.by ?? 0) });
    }
  }
  for (const [state, personIds] of targets) await setCollectStates(db, countyCode, { personIds, state, now });
  // In one order, so that two batches never wait for each other in a ring.
  const deltas = [...sums.entries()].filter(([, { by }]) => by !== 0).sort(([one], [other]) => (one < other ? -1 : 1));
  await applyDeltas(
    db,
    countyCode,
    deltas.map(([, delta]) => delta),
    localDay(now)
  );
}

function stateOfPerson(state: CollectState, act: keyof typeof after): CollectState {
  if (state !== 'closed') return after[act];
  return act === 'return' || act === 'reopen' ? 'due' : 'closed';
}
