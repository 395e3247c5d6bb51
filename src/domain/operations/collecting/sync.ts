import * as z from 'zod';
import { clientId } from '../envelope';
import { command } from '../operation';
import { instant } from '../shapes';

/** What a phone did in the field, carried to the cloud in batches. */

/** Operations that a batch may hold. Named here, not imported: the phone's list of them is `src/client/outbox/carried.ts`. */
export const syncedOperations = [
  'register.addPerson',
  'collect.submitRecord',
  'collect.recordVisit',
  'collect.submitEmployer',
  'collect.attachPaper',
] as const;

/** Most entries of one batch; together with the 100 KB of a call this bounds the work of one run. */
export const mostEntriesOfBatch = 20;

export const syncEntry = z.strictObject({
  /** Made on the phone; the entry is done once under it, however often it comes. */
  id: clientId,
  operation: z.enum(syncedOperations).meta({ title: '操作' }),
  /** The input of that operation; parsed by the operation itself. */
  input: z.unknown(),
  /** Entries that must be done before this one. */
  after: z.array(clientId).max(8).default([]),
  doneAt: instant,
  /** The phone's monotonic clock when it was done and which start of the clock that counts from: set-back wall clocks show. */
  monotonic: z.number().nonnegative(),
  boot: z.string().max(64),
});
export type SyncEntry = z.output<typeof syncEntry>;

const problemReply = z.strictObject({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

/**
 * What became of one entry.
 * - received: done, now or when it came before; `reply` is the operation's own output
 * - held: kept by the cloud until what it builds on arrives; nothing more to send, asking again tells the outcome
 * - refused: not done; its author puts it right or withdraws it
 */
const result = z.discriminatedUnion('is', [
  z.strictObject({ id: z.string(), is: z.literal('received'), reply: z.unknown() }),
  z.strictObject({ id: z.string(), is: z.literal('held'), why: z.string() }),
  z.strictObject({ id: z.string(), is: z.literal('refused'), problem: problemReply }),
]);
export type SyncResult = z.output<typeof result>;

/**
 * Each entry is done by itself, in its own transaction, in the order given; one that is refused does not hold up the
 * others. An entry without a result was not decided and is sent again.
 */
export const sync = command({
  name: 'collect.sync',
  title: '上传外出采集内容',
  verb: 'signedIn',
  input: z.strictObject({
    /** Random name of this phone's outbox, for the board of who synced when. */
    phoneId: clientId,
    sentAt: instant,
    monotonic: z.number().nonnegative(),
    boot: z.string().max(64),
    /** What still waits on the phone after this batch, for the board. */
    waiting: z.int().min(0).max(100000),
    entries: z.array(syncEntry).max(mostEntriesOfBatch),
  }),
  output: z.strictObject({ now: instant, results: z.array(result) }),
});

export const syncing = [sync];
