import { backoffSeconds, type Entry, heldSeconds } from './entry';
import type { Delivery } from './ports';

/** The entry after the cloud's answer; one without an answer was not decided and waits for the next try. */
export function settled(entry: Entry, delivery: Delivery | undefined, now: number): Entry {
  if (delivery === undefined) return postponed(entry, now);
  switch (delivery.is) {
    case 'received':
      // What was typed about people does not stay on the phone longer than it must.
      return { ...entry, input: null, standing: { is: 'received', reply: delivery.reply, at: now } };
    case 'refused':
      return { ...entry, standing: { is: 'refused', problem: delivery.problem, at: now } };
    case 'held': {
      const tries = entry.standing.is === 'held' ? entry.standing.tries + 1 : 1;
      const notBefore = now + heldSeconds(tries) * 1000;
      return { ...entry, standing: { is: 'held', why: delivery.why, tries, notBefore } };
    }
  }
}

/** No answer: a held entry stays held, a waiting one waits longer. */
export function postponed(entry: Entry, now: number): Entry {
  const { standing } = entry;
  if (standing.is === 'held') {
    return { ...entry, standing: { ...standing, notBefore: now + heldSeconds(standing.tries) * 1000 } };
  }
  const tries = standing.is === 'waiting' ? standing.tries + 1 : 1;
  return { ...entry, standing: { is: 'waiting', tries, notBefore: now + backoffSeconds(tries) * 1000 } };
}
