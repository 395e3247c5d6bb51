import { useSyncExternalStore } from 'react';
import type { Operation } from '@/domain/operations/operation';
import {
  createIds,
  createOutbox,
  type Delivery,
  type Entry,
  type OutboxSnapshot,
  SignInNeeded,
  Unreachable,
} from '@/outbox';
import { call, problemOf } from '@/platform/client';
import { monotonic } from '@/platform/device/clock';
import { network } from '@/platform/device/network';
import { storage } from '@/platform/storage';
import { carried } from './carried';

/** The outbox of this phone: opened when somebody signs in, sent whenever there is a network. */
export const outbox = createOutbox({
  shelf: storage,
  carry,
  clock: { now: () => Date.now(), monotonic },
  newId: createIds(Math.random),
});

export const useOutbox = (): OutboxSnapshot => useSyncExternalStore(outbox.subscribe, outbox.snapshot, outbox.snapshot);

const operations = new Map<string, Operation>(carried.map((operation) => [operation.name, operation]));
const signInCodes = new Set(['access.signIn', 'access.sessionEnded']);
/** The cloud could not decide now; the entry is neither wrong nor lost. */
const undecided = new Set(['call.unreachable', 'call.busy', 'internal']);

/** One call an entry, in order, under the entry's own id and in the post it was made in. */
async function carry(entries: readonly Entry[]): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  for (const entry of entries) {
    const delivery = await carryOne(entry);
    if (delivery === undefined) {
      if (deliveries.length === 0) throw new Unreachable();
      break;
    }
    deliveries.push(delivery);
  }
  return deliveries;
}

async function carryOne({ id, operation, input, post }: Entry): Promise<Delivery | undefined> {
  const known = operations.get(operation);
  if (known === undefined)
    return {
      id,
      is: 'refused',
      problem: { code: 'call.unknownOperation', message: '这个版本不认识这项操作，请更新后再试。', details: {} },
    };
  try {
    return { id, is: 'received', reply: await call(known, input, { requestId: id, post }) };
  } catch (error) {
    const problem = problemOf(error);
    if (signInCodes.has(problem.code)) throw new SignInNeeded();
    if (undecided.has(problem.code)) return undefined;
    return { id, is: 'refused', problem: problem.toReply() };
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what is due and comes back when something is due again. */
export async function sendOutbox(force = false): Promise<void> {
  clearTimeout(timer);
  if (!network.online()) return;
  const again = await outbox.flush(force);
  if (again !== undefined) timer = setTimeout(() => void sendOutbox(), Math.max(500, again - Date.now()));
}

/** Call once at start: the network coming back sends at once, whatever the waiting time. */
export const watchNetwork = (): (() => void) => network.watch((online) => online && void sendOutbox(true));
