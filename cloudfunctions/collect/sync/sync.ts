import { clockFinding, type PhoneMoment } from '@/domain/campaign/phone-clock';
import { sync as operation, type SyncResult } from '@/domain/operations/collecting/sync';
import { parseInput } from '@/domain/operations/parse';
import { readActor } from '../../runtime/actor';
import type { Call, Handler } from '../../runtime/handle';
import { noteSync } from '../../store/queries/field/phones';
import { type Begun, doBatch, knownOf } from './batch';

type Input = ReturnType<typeof read>;

/**
 * What a phone did in the field arrives: entry by entry, each by the handler of its operation and in a transaction of
 * its own, so that a batch broken off in the middle is simply sent again. The batch itself is no act and leaves no
 * audit row; each of its entries does.
 */
export const sync: Handler = { operation, run };

async function run(call: Call): Promise<unknown> {
  const input = read(call);
  const begun = await begin(input, call);
  const sent = momentOf(input, input.sentAt);
  const { entries, phoneId } = input;
  const clockOf = (entry: Input['entries'][number]) => clockFinding(momentOf(entry, entry.doneAt), sent, begun.now);
  const results = await doBatch({ entries, phoneId, clockOf }, begun, call);
  await noteBatch(input, begun, results, call);
  return operation.output.parse({ now: begun.now.toISOString(), results });
}

const read = ({ envelope }: Call) => parseInput(operation.input, envelope.input);

/** Who sends, and what is known of his entries. Errors: as `readActor`; nothing of the batch is decided then. */
function begin({ entries }: Input, { envelope, caller, services }: Call): Promise<Begun> {
  const now = services.clock.now();
  return services.store.read(async (db) => {
    const actor = await readActor(db, { ...envelope, caller }, services.county, now);
    return { actor, known: await knownOf(db, actor, entries), now };
  });
}

const momentOf = (of: { monotonic: number; boot: string }, wall: string): PhoneMoment => ({
  wall: new Date(wall),
  monotonic: of.monotonic,
  boot: of.boot,
});

async function noteBatch(input: Input, { actor, known, now }: Begun, results: readonly SyncResult[], call: Call) {
  const { phoneId, waiting, sentAt } = input;
  const entries = results.filter(({ id, is }) => is === 'received' && !known.done.includes(id)).length;
  const clockOffset = bounded(Math.round((now.getTime() - new Date(sentAt).getTime()) / 1000));
  const { accountId, postId } = actor;
  const one = { accountId, postId, phoneId, at: now, waiting, entries, clockOffset };
  await call.services.store.read((db) => noteSync(db, actor.countyCode, one));
}

/** A clock can be set to any year; a column holds 68 of them. */
const bounded = (seconds: number): number => Math.max(-2e9, Math.min(2e9, seconds));
