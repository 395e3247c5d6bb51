import type { MessageKind, Subscription } from './subscribe-port';

/** A browser cannot receive WeChat's messages; the page says so instead of asking. */
export const askForMessages = async (_kinds: readonly MessageKind[]): Promise<Subscription> => ({ possible: false });
