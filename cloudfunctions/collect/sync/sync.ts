import type { Actor } from '@/domain/access';
import { clockFinding, corrected, type PhoneMoment } from '@/domain/campaign/phone-clock';
import { parseInput } from '@/domain/operations/parse';
import { sync as operation, type SyncEntry, type SyncResult } from '@/domain/operations/sync';
import { Problem } from '@/domain/problem';
import { readActor } from '../../runtime/actor';
import type { Call, Handler } from '../../runtime/handle';
import { releaseEntries } from '../../store/queries/field/held-entries';
import { aliasesOf, type BatchKnown, knownOfBatch, noteSync } from '../../store/queries/field/phones';
import { carryOut, type Outcome, refusedAs } from './carry-out';
import { newPersonIn, personIn, rightInput } from './entry-input';
import { hold, tryHeld } from './held';

type Settled = Outcome | Extract<SyncResult, { is: 'held' }>;

type Batch = ReturnType<typeof readBatch>;

/** The platform ends the function at twenty seconds; what is not begun by then is sent again. */
const workingTime = 12_000;

/**
 * What a phone did in the field arrives: entry by entry, each by the handler of its operation and in a transaction of
 * its own, so that a batch broken off in the middle is simply sent again. The batch itself is no act and leaves no
 * audit row; each of its entries does.
 */
export const sync: Handler = { operation, run };

async function run(call: Call): Promise<unknown> {
  const batch = readBatch(call);
  const { services } = call;
  const now = services.clock.now();
  const begun = await begin(batch, call, now);
  const results = await doAll(batch, begun, call, now);
  await noteBatch(batch, begun, results, call, now);
  return reply(now, results);
}

const readBatch = ({ envelope }: Call) => parseInput(operation.input, envelope.input);

const reply = (now: Date, results: SyncResult[]): unknown =>
  operation.output.parse({ now: now.toISOString(), results });

interface Begun {
  actor: Actor;
  known: BatchKnown;
}

/** Who sends, and what is known of his entries. Errors: as `readActor`; nothing of the batch is decided then. */
function begin({ entries }: Batch, { envelope, caller, services }: Call, now: Date): Promise<Begun> {
  const { countyCode } = services.county;
  const asked = {
    ids: [...new Set(entries.flatMap(({ id, after }) => [id, ...after]))],
    persons: [...new Set(entries.map(({ input }) => personIn(input)).filter((person) => person !== ''))],
  };
  return services.store.read(async (db) => {
    const actor = await readActor(db, { ...envelope, caller }, countyCode, now);
    return { actor, known: await knownOfBatch(db, countyCode, actor.accountId, asked) };
  });
}

async function doAll(batch: Batch, begun: Begun, call: Call, now: Date): Promise<SyncResult[]> {
  const started = Date.now();
  const done = new Set(begun.known.done);
  const results: SyncResult[] = [];
  for (const entry of batch.entries) {
    if (Date.now() - started > workingTime) break;
    const outcome = await doOne(entry, { batch, begun, done, now }, call);
    if (outcome.is === 'undecided' && outcome.busy) break;
    if (outcome.is === 'undecided' || outcome.is === 'early') continue;
    results.push(outcome);
  }
  const more = results.some(({ id, is }) => is === 'received' && !begun.known.done.includes(id));
  const waiting = begun.known.held > 0 || results.some(({ is }) => is === 'held');
  if (more && waiting) await tryHeld(call.services, { accountId: begun.actor.accountId, until: started + workingTime });
  return results;
}

interface Standing {
  batch: Batch;
  begun: Begun;
  /** Entries of this account that are done: before, or earlier in this batch. */
  done: Set<string>;
  now: Date;
}

async function doOne(entry: SyncEntry, standing: Standing, call: Call): Promise<Settled> {
  const { batch, begun, done, now } = standing;
  const { id, operation: name, input: sent } = entry;
  const { known, actor } = begun;
  const kept = known.kept.find(({ entryId }) => entryId === id);
  if (kept?.state === 'dropped') return refusedAs(id, new Problem('entry.dropped', { by: kept.by, why: kept.why }));
  const clock = clockFinding(momentOf(entry, entry.doneAt), momentOf(batch, batch.sentAt), now);
  const holding = { entry, actor, phoneId: batch.phoneId, clock, now };
  if (!entry.after.every((wanted) => done.has(wanted))) return hold({ ...holding, why: 'after' }, call.services);
  const input = rightInput(sent, known.aliases, clock, now);
  const doneAt = corrected(new Date(entry.doneAt), clock, now);
  const outcome = await carryOut({ id, operation: name, input, sent, doneAt }, call);
  if (outcome.is === 'early') return hold({ ...holding, why: 'base' }, call.services);
  if (outcome.is === 'undecided') return outcome;
  if (kept !== undefined) await call.services.store.read((db) => releaseEntries(db, actor.countyCode, [id]));
  if (outcome.is === 'received') {
    done.add(id);
    if (name === 'register.addPerson') await learnAlias(known, sent, call, actor);
  }
  return outcome;
}

const momentOf = (of: { monotonic: number; boot: string }, wall: string): PhoneMoment => ({
  wall: new Date(wall),
  monotonic: of.monotonic,
  boot: of.boot,
});

/** He was known already: what follows in this batch is about the known person. */
async function learnAlias(known: BatchKnown, sent: unknown, { services }: Call, actor: Actor): Promise<void> {
  const named = newPersonIn(sent);
  if (named === '') return;
  Object.assign(known.aliases, await services.store.read((db) => aliasesOf(db, actor.countyCode, [named])));
}

async function noteBatch(batch: Batch, { actor, known }: Begun, results: SyncResult[], call: Call, now: Date) {
  const { phoneId, waiting, sentAt } = batch;
  const entries = results.filter(({ id, is }) => is === 'received' && !known.done.includes(id)).length;
  const clockOffset = Math.round((now.getTime() - new Date(sentAt).getTime()) / 1000);
  const { accountId, postId } = actor;
  const one = { accountId, postId, phoneId, at: now, waiting, entries, clockOffset: bounded(clockOffset) };
  await call.services.store.read((db) => noteSync(db, actor.countyCode, one));
}

/** A clock can be set to any year; a column holds 68 of them. */
const bounded = (seconds: number): number => Math.max(-2e9, Math.min(2e9, seconds));
