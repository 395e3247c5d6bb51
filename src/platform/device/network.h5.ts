import type { Network } from './network-port';

/** The browser only knows whether there is a network at all, not whether the cloud answers over it. */
export const network: Network = {
  online: () => navigator.onLine,
  watch(changed) {
    const tell = (): void => changed(navigator.onLine);
    addEventListener('online', tell);
    addEventListener('offline', tell);
    return () => {
      removeEventListener('online', tell);
      removeEventListener('offline', tell);
    };
  },
};
