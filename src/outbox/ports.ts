import type { ProblemReply } from '@/domain/problem';
import type { Entry } from './entry';

/** The phone's storage: each write is whole or not at all; nothing is promised across two writes. */
export interface Shelf {
  get(key: string): Promise<unknown>;
  /** Throws when the storage is full; nothing is changed then. */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  keys(prefix: string): Promise<string[]>;
}

/** What became of one entry that was sent. */
export type Delivery =
  | { id: string; is: 'received'; reply: unknown }
  | { id: string; is: 'held'; why: string }
  | { id: string; is: 'refused'; problem: ProblemReply };

/**
 * Carries entries to the cloud, in order, and answers for each that the cloud decided. An entry without an answer was
 * not decided and is tried again. Throws `Unreachable` when nothing is known, `SignInNeeded` when the sign-in is over.
 */
export type Carry = (entries: readonly Entry[]) => Promise<Delivery[]>;

/** No answer: the entry may or may not have arrived; sending it again is safe. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The session is over: everything stays, nothing is sent until somebody signs in again. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}

export interface OutboxClock {
  /** ms since 1970; can jump. */
  now(): number;
  /** ms since some start; never goes back. */
  monotonic(): number;
  /** Random name of that start. */
  boot: string;
}

/** The other tabs of the same browser: they see the same list. */
export interface Tabs {
  /** Something in the storage has changed. */
  tell(): void;
  /** Calls back when another tab told. */
  hear(changed: () => void): void;
}
