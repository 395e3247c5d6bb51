import type { Clock } from '../../runtime/clock';
import { newToken } from '../../runtime/ids';

/** One-time leaves, kept in memory: a restart ends them all, and the person asks again. */
export interface Tickets<T> {
  issue(what: T, seconds: number): { ticket: string; expiresAt: Date };
  /** What the ticket stands for; it is gone afterwards. Undefined when unknown, used or expired. */
  take(ticket: string): T | undefined;
  /** Gives a ticket back after a transfer that broke off, for the rest of its time. */
  giveBack(ticket: string, what: T): void;
}

export function tickets<T>(clock: Clock): Tickets<T> {
  const open = new Map<string, { what: T; expiresAt: Date }>();
  const taken = new Map<string, Date>();
  const sweep = () => {
    for (const [ticket, { expiresAt }] of open) if (expiresAt <= clock.now()) open.delete(ticket);
    for (const [ticket, expiresAt] of taken) if (expiresAt <= clock.now()) taken.delete(ticket);
  };
  return {
    issue(what, seconds) {
      sweep();
      const ticket = newToken();
      const expiresAt = new Date(clock.now().getTime() + seconds * 1000);
      open.set(ticket, { what, expiresAt });
      return { ticket, expiresAt };
    },
    take(ticket) {
      sweep();
      const found = open.get(ticket);
      if (found === undefined) return undefined;
      open.delete(ticket);
      taken.set(ticket, found.expiresAt);
      return found.what;
    },
    giveBack(ticket, what) {
      const expiresAt = taken.get(ticket);
      if (expiresAt !== undefined) open.set(ticket, { what, expiresAt });
    },
  };
}
