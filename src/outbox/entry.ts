import type { ProblemReply } from '@/domain/problem';

/**
 * One thing done on the phone that the cloud has not confirmed yet: a form sent, a visit noted, a person added.
 * Its id is made here and is the requestId of the call, so that sending twice is the same as sending once.
 */
export interface Entry {
  /** Sorts by the order in which things were done on this phone. */
  id: string;
  /** Account and post that did it: another person signing in on this phone neither sees nor sends it. */
  accountId: string;
  post: string;
  /** Name of the operation to call, and what to call it with. */
  operation: string;
  input: unknown;
  /** Whom it is about, and words for the list: 填报 韦示例. */
  subject: string;
  title: string;
  /** Entries that must have arrived before this one: the person added at the door before his form. */
  after: readonly string[];
  /** The refused entry whose place it takes. */
  mends?: string;
  /** Wall clock, ms since 1970, and the phone's monotonic clock, ms since it started: a clock that was set back shows. */
  doneAt: number;
  monotonic: number;
  /** Which start of the monotonic clock that counts from: numbers of two starts are not compared. */
  boot: string;
  /** What the lists of this phone show of it; stays when the input is dropped with the receipt. Never a secret answer. */
  shows?: Readonly<Record<string, string>>;
  standing: Standing;
}

export type Standing =
  /** Will be sent when its turn comes. */
  | { is: 'waiting'; tries: number; notBefore: number }
  /** The cloud keeps it until what it builds on arrives there; asked again, ever more seldom, for the outcome. */
  | { is: 'held'; why: string; tries: number; notBefore: number }
  /** The cloud said no; the sentence stays until its author changes or withdraws it. */
  | { is: 'refused'; problem: ProblemReply; at: number }
  /** The cloud has it. Kept without its input until the author's list has shown it, then swept. */
  | { is: 'received'; reply: unknown; at: number };

export type EntryState = Standing['is'];

/** Seconds to wait after the nth failure in a row: 1, 2, 4 … 300. */
export const backoffSeconds = (tries: number): number => Math.min(300, 2 ** Math.max(0, tries - 1));

/** Seconds to the nth question about an entry that the cloud holds: 30, 60, 120 … 3600. */
export const heldSeconds = (tries: number): number => Math.min(3600, 30 * 2 ** Math.max(0, tries - 1));

/** No pause is longer, ms. A time further ahead was written before the clock was set back, and counts as come. */
export const longestPause = 3_600_000;

/** When an entry may go, ms since 1970; undefined for one that is decided. */
export function dueAt({ standing }: Entry, now: number): number | undefined {
  if (standing.is !== 'waiting' && standing.is !== 'held') return undefined;
  return standing.notBefore - now > longestPause ? now : standing.notBefore;
}

/** Not in the cloud's hands yet, or not decided there. */
export const isUnsent = ({ standing }: Entry): boolean => standing.is !== 'received';

export const waiting: Standing = { is: 'waiting', tries: 0, notBefore: 0 };

/** Why an entry is still here, in words for its author. `now` in ms. */
export function whyWaiting(entry: Entry, entries: readonly Entry[], now: number, online: boolean): string {
  const { standing } = entry;
  if (standing.is === 'refused') return standing.problem.message;
  if (standing.is === 'received') return '已送达';
  if (standing.is === 'held') return standing.why;
  const blocked = blockedBy(entry, entries);
  if (blocked?.standing.is === 'refused') return `要等“${blocked.title}”改好后才能发送`;
  if (blocked !== undefined) return `排在“${blocked.title}”之后`;
  if (!online) return '现在没有信号，有信号后自动发送';
  if (standing.notBefore > now) return `没有发出去，${Math.ceil((standing.notBefore - now) / 1000)} 秒后再试`;
  return '正在等待发送';
}

/** The entry that `entry` waits for, if it has not arrived yet. */
export const blockedBy = (entry: Entry, entries: readonly Entry[]): Entry | undefined =>
  entries.find((other) => entry.after.includes(other.id) && other.standing.is !== 'received');

/** Everything that waits for `id`, directly or through others, in the order of doing. */
export function buildingOn(id: string, entries: readonly Entry[]): Entry[] {
  const ids = new Set([id]);
  const found: Entry[] = [];
  for (const entry of entries) {
    if (!entry.after.some((wanted) => ids.has(wanted))) continue;
    ids.add(entry.id);
    found.push(entry);
  }
  return found;
}
