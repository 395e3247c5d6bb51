import type { Subscription } from './subscribe-port';

/** A browser cannot receive WeChat's messages; the page says so instead of asking. */
export const askForMessages = async (): Promise<Subscription> => ({ possible: false });
