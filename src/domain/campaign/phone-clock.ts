/** What a phone says of its clocks. */
export interface PhoneMoment {
  /** By the wall clock, which anyone can set. */
  wall: Date;
  /** Milliseconds of the clock that only runs forward, and which start of it that counts from. */
  monotonic: number;
  boot: string;
}

/**
 * How far the phone's wall clock was off when something was done.
 * - monotonic: measured, the phone was not started anew in between
 * - wall: the clock is as far off now; supposed to have been so then
 */
export interface ClockFinding {
  /** To be added to what the wall clock said: positive when it was behind. */
  seconds: number;
  by: 'monotonic' | 'wall';
}

/** Less is the way through the network. */
const noticed = 60;

/**
 * Tells what was done when by the time that passed on the phone until it was sent.
 * @param now the cloud's own time when the batch arrived
 * @returns undefined where the wall clock was right
 */
export function clockFinding(done: PhoneMoment, sent: PhoneMoment, now: Date): ClockFinding | undefined {
  const sameRun = done.boot === sent.boot && done.monotonic <= sent.monotonic;
  const seconds = sameRun
    ? (now.getTime() - (sent.monotonic - done.monotonic) - done.wall.getTime()) / 1000
    : (now.getTime() - sent.wall.getTime()) / 1000;
  if (Math.abs(seconds) < noticed) return undefined;
  return { seconds: Math.round(seconds), by: sameRun ? 'monotonic' : 'wall' };
}

/** The same instant by a right clock; nothing was done after `now`. */
export function corrected(said: Date, finding: ClockFinding | undefined, now: Date): Date {
  const at = said.getTime() + (finding?.seconds ?? 0) * 1000;
  return new Date(Math.min(at, now.getTime()));
}
