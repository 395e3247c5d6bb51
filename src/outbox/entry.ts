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
  /** Wall clock, ms since 1970, and the phone's monotonic clock, ms since it started: a clock that was set back shows. */
  doneAt: number;
  monotonic: number;
  standing: Standing;
}

export type Standing =
  /** Will be sent when its turn comes. */
  | { is: 'waiting'; tries: number; notBefore: number }
  /** The cloud said no; the sentence stays until its author changes or withdraws it. */
  | { is: 'refused'; problem: ProblemReply; at: number }
  /** The cloud has it. Kept until the author's list has shown it, then swept. */
  | { is: 'received'; reply: unknown; at: number };

export type EntryState = Standing['is'];

/** Seconds to wait after the nth failure in a row: 1, 2, 4 … 300. */
export const backoffSeconds = (tries: number): number => Math.min(300, 2 ** Math.max(0, tries - 1));

export const waiting: Standing = { is: 'waiting', tries: 0, notBefore: 0 };

/** Why an entry is still here, in words for its author. `now` in ms. */
export function whyWaiting(entry: Entry, entries: readonly Entry[], now: number, online: boolean): string {
  const { standing } = entry;
  if (standing.is === 'refused') return standing.problem.message;
  if (standing.is === 'received') return '已送达';
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
