import { setImmediate as eventLoop } from 'node:timers/promises';

/** Turns taken one after another, first come first served. */
export interface Queue {
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function openQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/**
 * The embedded server answers without ever leaving the microtask queue, so a long series of statements would keep
 * sockets and timers waiting. Await this before each statement: after 10 ms of work the event loop gets its turn.
 */
export function openPace(now: () => number = () => performance.now()): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since <= LONGEST_RUN_MS) return;
    await eventLoop();
    since = now();
  };
}

const LONGEST_RUN_MS = 10;
