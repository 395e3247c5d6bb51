import { newClientId } from '../ids';

/** ms since the page was opened; never goes back, also when the phone's clock is set. */
export const monotonic = (): number => Math.round(performance.now());

/** Random name of this opening of the page. */
export const boot = newClientId();
