import { storage } from '@/platform/storage';

/** What of the register lies on this phone for the field: each village under a state that says until when. */
const root = (accountId: string): string => `village/${accountId}/`;

async function eraseAll(prefix: string): Promise<void> {
  for (const key of await storage.keys(prefix)) await storage.remove(key);
}

/** The account has left this phone: signed out, suspended, or somebody else has signed in. */
export async function eraseCarried(accountId: string): Promise<void> {
  for (const prefix of [root(accountId), `form/${accountId}/`]) await eraseAll(prefix);
}

/** Villages that went to somebody else while the phone was away. */
export async function eraseOthers(accountId: string, own: readonly string[]): Promise<void> {
  for (const key of await storage.keys(root(accountId))) {
    const village = key.slice(root(accountId).length).split('/')[0] ?? '';
    if (!own.some((code) => village.startsWith(code))) await storage.remove(key);
  }
}

/** Villages whose lease is over, also those that nobody opens any more. */
export async function eraseLapsed(accountId: string, now: number): Promise<void> {
  const states = (await storage.keys(root(accountId))).filter((key) => /\/(state|fetching)$/.test(key));
  for (const key of states) {
    const until = untilOf(await storage.get(key));
    // The state goes last: a phone that dies in between finishes at the next start.
    if (until !== undefined && until < now) {
      const village = key.replace(/[^/]+$/, '');
      for (const one of (await storage.keys(village)).filter((other) => other !== key)) await storage.remove(one);
      await storage.remove(key);
    }
  }
}

function untilOf(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('leasedUntil' in state)) return undefined;
  return typeof state.leasedUntil === 'string' ? Date.parse(state.leasedUntil) : undefined;
}
