import type { Envelope } from '@/domain/operations/envelope';
import { Unreachable } from './unreachable';

/** Milliseconds after which a call counts as unanswered. */
const patience = 20_000;

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
    });
    return await answer.json();
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}
