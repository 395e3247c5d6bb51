/** ms since the page was opened; never goes back, also when the phone's clock is set. */
export const monotonic = (): number => Math.round(performance.now());
