import * as z from 'zod';
import type { Actor } from '@/domain/access';
import { type ClockFinding, corrected } from '@/domain/campaign/phone-clock';
import { type SyncEntry, type SyncResult, syncedOperations } from '@/domain/operations/collecting/sync';
import type { Services } from '../../runtime/services';
import type { Place } from '../../secrecy';
import {
  entriesToTry,
  holdEntry,
  type KeptEntry,
  refuseEntry,
  releaseEntries,
  triedEntry,
} from '../../store/queries/field/held-entries';
import { aliasesOf } from '../../store/queries/field/phones';
import { carryOut } from './carry-out';
import { personIn, rightInput, subjectOf, villageIn } from './entry-input';

interface Holding {
  entry: SyncEntry;
  actor: Actor;
  phoneId: string;
  clock: ClockFinding | undefined;
  why: 'after' | 'base';
  now: Date;
}

/** Keeps an entry whose base has not arrived; the phone needs to send nothing more of it. */
export async function hold(
  { entry, actor, phoneId, clock, why, now }: Holding,
  { store, secrecy }: Services
): Promise<Extract<SyncResult, { is: 'held' }>> {
  const { id, operation, input, after, doneAt } = entry;
  const county = actor.countyCode;
  await store.read((db) =>
    holdEntry(db, county, {
      entryId: id,
      accountId: actor.accountId,
      postId: actor.postId,
      authorName: actor.name,
      phoneId,
      operation,
      subjectId: subjectOf(input),
      villageCode: villageIn(input),
      after,
      why,
      doneAt: new Date(doneAt),
      heldAt: now,
      sealed: secrecy.seal(JSON.stringify(input ?? null), heldPlace(county, id)),
      clockOffset: clock?.seconds ?? 0,
      clockBy: clock?.by ?? '',
    })
  );
  return { id, is: 'held', why: whyHeld[why] };
}

const whyHeld = {
  after: '已收到，要等它前面的一条送达后再办，不用重发。',
  base: '已收到，要等它依据的上一次填报送达后再办，不用重发。',
} as const;

export const heldPlace = (county: string, entryId: string): Place => ({
  county,
  table: 'held_entry',
  row: entryId,
  column: 'sealed',
});

/** Most entries that one pass does; the next batch or the timer goes on. */
const mostOfPass = 20;

/**
 * Does held entries whose turn has come, as they would have been done when they came: under their own ids, in the post
 * of their author. What is done may free others, so it goes round until nothing moves.
 * @param until when to stop, in ms since 1970
 * @returns how many left the shelf: done or refused
 */
export async function tryHeld(
  services: Services,
  { accountId, until }: { accountId: string | null; until: number }
): Promise<number> {
  const { store, county, clock } = services;
  const tried = new Set<string>();
  let settled = 0;
  for (;;) {
    const wanted = { accountId, triedBefore: clock.now(), limit: mostOfPass };
    const entries = await store.read((db) => entriesToTry(db, county.countyCode, wanted));
    const moved = await pass(
      entries.filter(({ entryId }) => !tried.has(entryId)),
      services,
      until,
      tried
    );
    settled += moved;
    if (moved === 0 || Date.now() > until) return settled;
  }
}

async function pass(
  entries: readonly KeptEntry[],
  services: Services,
  until: number,
  tried: Set<string>
): Promise<number> {
  let moved = 0;
  for (const entry of entries) {
    if (Date.now() > until) break;
    if (await tryOne(entry, services)) moved += 1;
    else tried.add(entry.entryId);
  }
  return moved;
}

const operationShape = z.enum(syncedOperations);

async function tryOne(entry: KeptEntry, services: Services): Promise<boolean> {
  const { store, secrecy, county, clock } = services;
  const { entryId: id, accountId, postId } = entry;
  const now = clock.now();
  const sent: unknown = JSON.parse(secrecy.open(entry.sealed, heldPlace(county.countyCode, id)));
  const aliases = await store.read((db) => aliasesOf(db, county.countyCode, [personIn(sent)]));
  const finding = findingOf(entry);
  const input = rightInput(sent, aliases, finding, now);
  const operation = operationShape.parse(entry.operation);
  const caller = { kind: 'account', accountId } as const;
  const doneAt = corrected(new Date(entry.doneAt), finding, now);
  const outcome = await carryOut(
    { id, operation, input, sent, doneAt },
    { caller, services, envelope: { post: postId } }
  );
  return store.read(async (db) => {
    switch (outcome.is) {
      case 'received':
        await releaseEntries(db, county.countyCode, [id]);
        return true;
      case 'refused':
        await refuseEntry(db, county.countyCode, id, outcome.problem);
        return true;
      default:
        await triedEntry(db, county.countyCode, id, now);
        return false;
    }
  });
}

const findingOf = ({ clockOffset, clockBy }: KeptEntry): ClockFinding | undefined =>
  clockBy === '' ? undefined : { seconds: clockOffset, by: clockBy === 'monotonic' ? 'monotonic' : 'wall' };
