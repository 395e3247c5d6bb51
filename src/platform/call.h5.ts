import type { Envelope } from '@/domain/operations/envelope';
import { patience, Unreachable } from './unreachable';

/** Calls a cloud function from a browser: the local cloud, or the HTTP entry of the functions in production. */
export async function callFunction(name: string, envelope: Envelope): Promise<unknown> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const answer = await fetch(`/fn/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(envelope),
      signal: giveUp.signal,
      // Who calls is in the envelope; a cookie of this host is none of the function's business.
      credentials: 'omit',
      cache: 'no-store',
    });
    return await answer.json();
  } catch {
    // No network, too late, or a gateway's own error page: in each case nobody knows whether it was carried out.
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}
