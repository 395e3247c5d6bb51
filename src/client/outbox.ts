import { useSyncExternalStore } from 'react';
import { type SyncResult, sync, syncedOperations } from '@/domain/operations/sync';
import { Problem, type ProblemReply } from '@/domain/problem';
import {
  createIds,
  createOutbox,
  type Delivery,
  type Entry,
  isUnsent,
  type OutboxSnapshot,
  SignInNeeded,
  Unreachable,
} from '@/outbox';
import { asProblem, call, problemOf } from '@/platform/client';
import { boot, monotonic } from '@/platform/device/clock';
import { network } from '@/platform/device/network';
import { storage } from '@/platform/storage';
import { alone } from '@/platform/tabs/alone';
import { told } from '@/platform/tabs/told';
import { phoneId } from './phone';

/** The outbox of this phone: opened when somebody signs in, sent whenever there is a network, by one tab at a time. */
export const outbox = createOutbox({
  shelf: storage,
  carry,
  clock: { now: () => Date.now(), monotonic, boot },
  newId: createIds(Math.random),
  alone: (work) => alone('outbox', work),
  tabs: told('outbox'),
});

export const useOutbox = (): OutboxSnapshot => useSyncExternalStore(outbox.subscribe, outbox.snapshot, outbox.snapshot);

/** The cloud says that this account may no longer act: whoever keeps the account hears it. */
let stopped: (problem: Problem) => void = () => undefined;
export const whenStopped = (listener: typeof stopped): void => {
  stopped = listener;
};

const stops = new Set(['access.signIn', 'access.sessionEnded', 'access.suspended', 'access.ended']);
/** The cloud could not decide now; the entry is neither wrong nor lost. */
const undecided = new Set(['call.unreachable', 'call.busy', 'call.tooOften', 'internal']);

/** Residents and staff alike: what waits goes in batches, each entry under its own id and in the post it was made in. */
async function carry(entries: readonly Entry[]): Promise<Delivery[]> {
  const foreign = entries.filter(({ operation }) => !isSynced(operation));
  const known = entries.filter(({ operation }) => isSynced(operation));
  const unknown = foreign.map(({ id, operation }) =>
    refusal(id, new Problem('call.unknownOperation', { operation }).toReply())
  );
  return [...unknown, ...(await carryBatch(known))];
}

async function carryBatch(entries: readonly Entry[]): Promise<Delivery[]> {
  const [first] = entries;
  if (first === undefined) return [];
  const waiting = outbox.snapshot().entries.filter(isUnsent).length - entries.length;
  const signed = { phoneId: await phoneId(), sentAt: now(), monotonic: monotonic(), boot };
  try {
    const input = { ...signed, waiting: Math.max(0, waiting), entries: entries.map(onTheWire) };
    const { results } = await call(sync, input, { post: first.post });
    return results.map(deliveryOf);
  } catch (error) {
    const problem = problemOf(error);
    if (stops.has(problem.code)) {
      stopped(problem);
      throw new SignInNeeded();
    }
    if (undecided.has(problem.code)) throw new Unreachable();
    // The call itself was refused: which entry is to blame shows when each goes by itself.
    return entries.length === 1 ? [refusal(first.id, problem.toReply())] : oneByOne(entries);
  }
}

async function oneByOne(entries: readonly Entry[]): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const entry of entries) {
    try {
      deliveries.push(...(await carryBatch([entry])));
    } catch (error) {
      // What the earlier ones were told is not thrown away with this one's silence.
      if (deliveries.length > 0 && error instanceof Unreachable) break;
      throw error;
    }
  }
  return deliveries;
}

type Synced = (typeof syncedOperations)[number];
const isSynced = (operation: string): operation is Synced => syncedOperations.some((one) => one === operation);
const refusal = (id: string, problem: ProblemReply): Delivery => ({ id, is: 'refused', problem });

const onTheWire = ({ id, operation, input, after, doneAt, monotonic: since, boot: start }: Entry) => ({
  id,
  operation: operation as Synced,
  input,
  after: [...after],
  doneAt: new Date(doneAt).toISOString(),
  monotonic: since,
  boot: start ?? '',
});

function deliveryOf(result: SyncResult): Delivery {
  switch (result.is) {
    case 'received':
      return { id: result.id, is: 'received', reply: result.reply };
    case 'held':
      return { id: result.id, is: 'held', why: result.why };
    case 'refused':
      return refusal(result.id, asProblem(result.problem).toReply());
  }
}

const now = (): string => new Date().toISOString();

let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what is due and comes back when something is due again. */
export async function sendOutbox(force = false): Promise<void> {
  clearTimeout(timer);
  if (!network.online()) return;
  const again = await outbox.flush(force);
  clearTimeout(timer);
  // An ended sign-in is asked about again too: the author may have signed in on another page meanwhile.
  const pause = outbox.snapshot().signInNeeded ? 300_000 : 500;
  if (again !== undefined) timer = setTimeout(() => void sendOutbox(), Math.max(pause, again - Date.now()));
}

/** Call once at start: the network coming back sends at once, whatever the waiting time. */
export const watchNetwork = (): (() => void) => network.watch((online) => online && void sendOutbox(true));
