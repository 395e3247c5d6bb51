import { useSyncExternalStore } from 'react';
import { sync } from '@/domain/operations/collecting/sync';
import type { Problem } from '@/domain/problem';
import { createCarrier, createIds, createOutbox, isUnsent, type OutboxSnapshot } from '@/outbox';
import { call } from '@/platform/client';
import { boot, monotonic } from '@/platform/device/clock';
import { network } from '@/platform/device/network';
import { storage } from '@/platform/storage';
import { alone } from '@/platform/tabs/alone';
import { told } from '@/platform/tabs/told';
import { phoneId } from './phone';

/** The outbox of this phone: opened when somebody signs in, sent whenever there is a network, by one tab at a time. */
export const outbox = createOutbox({
  shelf: storage,
  carry: createCarrier({
    send: (input, post) => call(sync, input, { post }),
    sign: async () => ({ phoneId: await phoneId(), sentAt: new Date().toISOString(), monotonic: monotonic(), boot }),
    unsent: () => outbox.snapshot().entries.filter(isUnsent).length,
    stopped: (problem) => stopped(problem),
  }),
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
