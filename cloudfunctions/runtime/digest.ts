import { createHash } from 'node:crypto';

/** SHA-256 as hex, for tokens (random, so a plain hash suffices) and for telling two inputs apart. Never for identity numbers. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
