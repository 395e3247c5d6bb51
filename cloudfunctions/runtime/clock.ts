/** The only source of time in the cloud; tests pass their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that shows `start` now and runs on at its usual pace: the local product can be shown at any hour or phase. */
export function clockFrom(start: Date): Clock {
  const ahead = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}

/** The calendar day in China (fixed +8, no summer time) as YYYY-MM-DD. */
export const dayInChina = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
