import type { Told } from './told-port';

/** A mini-program has no second tab. */
export const told = (_subject: string): Told => ({ tell: () => undefined, hear: () => undefined });
