import { newClientId } from '../ids';

/**
 * ms since 1970 at the latest moment seen; never goes back within a run. The logic layer of WeChat has no clock of its
 * own beside the wall clock: one that is set back is held, one that is set forward cannot be told.
 */
export function monotonic(): number {
  last = Math.max(last, Date.now());
  return last;
}

let last = 0;

/** Random name of this start of the mini-program. */
export const boot = newClientId();
