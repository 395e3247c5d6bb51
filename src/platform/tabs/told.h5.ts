import type { Told } from './told-port';

/** Tells the other tabs of this browser that something was stored. */
export function told(subject: string): Told {
  if (typeof BroadcastChannel === 'function') {
    const channel = new BroadcastChannel(`yingtong/${subject}`);
    return {
      tell: () => channel.postMessage(''),
      hear: (changed) => channel.addEventListener('message', () => changed()),
    };
  }
  const key = `told/${subject}`;
  return {
    // Every write must be a change, or the other tabs do not hear it.
    tell: () => localStorage.setItem(key, `${Date.now()} ${Math.random()}`),
    hear: (changed) => addEventListener('storage', (event) => event.key === key && changed()),
  };
}
