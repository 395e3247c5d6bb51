import type { Actor } from '@/domain/access';
import { type ClockFinding, corrected } from '@/domain/campaign/phone-clock';
import type { SyncEntry, SyncResult } from '@/domain/operations/collecting/sync';
import { Problem } from '@/domain/problem';
import type { Call } from '../../runtime/handle';
import type { Db } from '../../store/port';
import { releaseEntries } from '../../store/queries/field/held-entries';
import { aliasesOf, type BatchKnown, knownOfBatch, rememberRefused } from '../../store/queries/field/phones';
import { carryOut, type Outcome, refusedAs } from './carry-out';
import { newPersonIn, personIn, rightInput } from './entry-input';
import { hold, tryHeld } from './held';

/** Entries of one post and phone, in the order they are to be done. */
export interface Batch {
  entries: readonly SyncEntry[];
  phoneId: string;
  /** How far the phone's clock was off when an entry was done. */
  clockOf(entry: SyncEntry): ClockFinding | undefined;
}

export interface Begun {
  /** Who did it all. */
  actor: Actor;
  known: BatchKnown;
  now: Date;
}

export const knownOf = (db: Db, actor: Actor, entries: readonly SyncEntry[]): Promise<BatchKnown> =>
  knownOfBatch(db, actor.countyCode, actor.accountId, {
    ids: [...new Set(entries.flatMap(({ id, after }) => [id, ...after]))],
    persons: [...new Set(entries.map(({ input }) => personIn(input)).filter((person) => person !== ''))],
  });

/** The platform ends the function at twenty seconds; what is not begun by then is sent again. */
const workingTime = 12_000;

/**
 * Does a batch entry by entry. One that could not be decided has no result; when the whole store is busy the rest is
 * not tried. What is done may be what held entries were waiting for.
 */
export async function doBatch(batch: Batch, begun: Begun, call: Who): Promise<SyncResult[]> {
  const started = Date.now();
  const done = new Set(begun.known.done);
  const results: SyncResult[] = [];
  for (const entry of batch.entries) {
    if (Date.now() - started > workingTime) break;
    const outcome = await doOne(entry, { batch, begun, done }, call);
    if (outcome.is === 'undecided' && outcome.busy) break;
    if (outcome.is !== 'undecided' && outcome.is !== 'early') results.push(outcome);
  }
  const more = results.some(({ id, is }) => is === 'received' && !begun.known.done.includes(id));
  const waiting = begun.known.held > 0 || results.some(({ is }) => is === 'held');
  if (!more || !waiting) return results;
  await tryHeld(call.services, { accountId: begun.actor.accountId, until: started + workingTime });
  return results;
}

type Who = Pick<Call, 'caller' | 'services'> & {
  envelope: { session?: string | undefined; post?: string | undefined };
};
type Settled = Outcome | Extract<SyncResult, { is: 'held' }>;

interface Standing {
  batch: Batch;
  begun: Begun;
  /** Entries of this account that are done: before, or earlier in this batch. */
  done: Set<string>;
}

async function doOne(entry: SyncEntry, { batch, begun, done }: Standing, call: Who): Promise<Settled> {
  const { id, operation, input: sent } = entry;
  const { known, actor, now } = begun;
  const kept = known.kept.find(({ entryId }) => entryId === id);
  if (kept?.state === 'dropped') return refusedAs(id, new Problem('entry.dropped', { by: kept.by, why: kept.why }));
  const told = known.refused[id];
  if (told !== undefined) return { id, is: 'refused', problem: told };
  const clock = batch.clockOf(entry);
  const holding = { entry, actor, phoneId: batch.phoneId, clock, now };
  if (!entry.after.every((wanted) => done.has(wanted))) return hold({ ...holding, why: 'after' }, call.services);
  const input = rightInput(sent, known.aliases, clock, now);
  const doneAt = corrected(new Date(entry.doneAt), clock, now);
  const outcome = await carryOut({ id, operation, input, sent, doneAt }, call);
  if (outcome.is === 'early') return hold({ ...holding, why: 'base' }, call.services);
  if (outcome.is === 'undecided') return outcome;
  if (outcome.is === 'refused') {
    const refused = { entryId: id, accountId: actor.accountId, problem: outcome.problem, at: now };
    await call.services.store.read((db) => rememberRefused(db, actor.countyCode, refused));
  }
  if (kept !== undefined) await call.services.store.read((db) => releaseEntries(db, actor.countyCode, [id]));
  if (outcome.is === 'received') {
    done.add(id);
    if (operation === 'register.addPerson') await learnAlias(known, sent, call, actor);
  }
  return outcome;
}

/** He was known already: what follows in this batch is about the known person. */
async function learnAlias(known: BatchKnown, sent: unknown, { services }: Who, actor: Actor): Promise<void> {
  const named = newPersonIn(sent);
  if (named === '') return;
  Object.assign(known.aliases, await services.store.read((db) => aliasesOf(db, actor.countyCode, [named])));
}
