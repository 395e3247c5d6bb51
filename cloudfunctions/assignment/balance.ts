import { places } from '@/domain/access';
import * as operations from '@/domain/operations/office/assignment';
import { Problem } from '@/domain/problem';
import { handle } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { placeName, villagesUnder } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import * as store from '../store/queries/assignment/assignments';
import { usualEnd } from './by-hand';
import { endOfDay, partName } from './leases';
import { type Planned, planWork } from './plan';
import { type Target, targetLeases } from './targets';

/** A picture of the loads before and after; nothing changes yet. */
export const previewBalance = handle(operations.previewBalance, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act(wish, context) {
    const planned = await planWork(wish, context);
    const { plan, digest, names } = planned;
    const name = (postId: string): string => names.get(postId) ?? '';
    return {
      digest,
      ideal: plan.ideal,
      imbalance: plan.imbalance,
      loads: plan.loads.map(({ id, before, after }) => ({ postId: id, name: name(id), before, after })),
      moves: movesOf(planned, context.services.county, name),
      remarks: plan.remarks,
    };
  },
});

/** All of it or nothing: when anything it was made of has changed, nothing is applied. Errors: state.changed. */
export const applyBalance = handle(operations.applyBalance, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ digest, reason, until, ...wish }, context) {
    const { db, actor, now, note, services } = context;
    const { countyCode } = actor;
    for (const village of villagesUnder(services.county, wish.divisionCode)) {
      await store.lockVillage(db, countyCode, village);
    }
    const planned = await planWork(wish, context);
    if (planned.digest !== digest) throw new Problem('state.changed', { what: '采集分工' });
    const { add, end, keep } = targetLeases(planned);
    await store.endLeases(db, countyCode, { assignmentIds: end, state: 'takenBack', reason, now });
    const last = until ?? (await usualEnd(context));
    const leases = add.map((target) => leaseOf(target, lastDayOf(target, planned, last), actor.accountId, now));
    await store.addLeases(db, countyCode, leases);
    note({ reason, details: { given: add.length, takenBack: end.length, leaving: wish.leaving } });
    return { given: add.length, takenBack: end.length, kept: keep };
  },
});

const leaseOf = ({ postId, villageCode, part, cadre }: Target, last: string, assignedBy: string, now: Date) => ({
  assignmentId: newId('s', now),
  postId,
  villageCode,
  part,
  cadre,
  assignedBy,
  now,
  until: endOfDay(last),
});

/** Nobody's lease outlives his post. */
function lastDayOf({ postId }: Target, { workers }: Planned, last: string): string {
  const endsOn = workers.find((worker) => worker.postId === postId)?.endsOn ?? null;
  return endsOn !== null && endsOn < last ? endsOn : last;
}

/** Parts that go the same way are told as one, and as the whole village when it is all of it. */
function movesOf({ plan, units }: Planned, county: CountySettings, name: (postId: string) => string) {
  const ways = new Map<string, Planned['plan']['moves']>();
  for (const move of plan.moves) {
    const way = `${move.part.village} ${move.from ?? ''} ${move.to}`;
    ways.set(way, [...(ways.get(way) ?? []), move]);
  }
  const sizeOf = (village: string): number => units.filter(({ villageCode }) => villageCode === village).length;
  return [...ways.values()].flatMap((moves) => {
    const [first] = moves;
    if (first === undefined) return [];
    const { from, to } = first;
    const { village } = first.part;
    const told = moves.length === sizeOf(village) ? [{ part: '', load: sum(moves) }] : moves.map((move) => move.part);
    return told.map(({ part, load }) => ({
      villageCode: village,
      villageName: placeName(county, village),
      part,
      partName: partName(part),
      people: load,
      from: from === null ? null : { postId: from, name: name(from) },
      to: { postId: to, name: name(to) },
    }));
  });
}

const sum = (moves: Planned['plan']['moves']): number => moves.reduce((total, { part }) => total + part.load, 0);
