import { createIds } from '@/outbox/ids';

/** An id made on this phone that sorts by time. */
const make = createIds(Math.random);

export const newClientId = (): string => make(Date.now());
