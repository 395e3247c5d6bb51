import { useSyncExternalStore } from 'react';
import { me, signOut as signOutOperation } from '@/domain/operations/account/account';
import type { OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, problemOf } from '@/platform/client';
import { session } from '@/platform/session';
import { storage } from '@/platform/storage';
import { eraseCarried, eraseLapsed, eraseOthers } from './carried-villages';
import { whenPageIsRefused } from './endings';
import { outbox, sendOutbox, whenStopped } from './outbox/outbox';

/** Who has signed in on this phone, with his posts and family; kept on the phone so that the field day starts without signal. */
export type Account = OutputOf<typeof me>;

export interface AccountState {
  account: Account | undefined;
  /** The last word of the cloud: stale when the phone has been without signal since. */
  fresh: boolean;
  /** The sign-in is over, but somebody in the field goes on with what the phone holds until he signs in again. */
  lapsed: boolean;
  problem: Problem | undefined;
  loading: boolean;
}

const key = 'account';
const listeners = new Set<() => void>();
let state: AccountState = { account: undefined, fresh: false, lapsed: false, problem: undefined, loading: true };

function publish(change: Partial<AccountState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAccount = (): AccountState =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => state
  );
export const currentAccount = (): Account | undefined => state.account;

/** First from the phone, then from the cloud; without signal the phone's word stands. */
export async function loadAccount(): Promise<void> {
  if (state.account === undefined) {
    const kept = me.output.safeParse(await storage.get(key));
    if (kept.success) await begin(kept.data, false);
  }
  const before = state.account?.accountId;
  try {
    const account = await call(me, {});
    if (before !== undefined && before !== account.accountId) await eraseCarried(before);
    await storage.set(key, account);
    await begin(account, true);
    void sendOutbox();
  } catch (error) {
    const problem = problemOf(error);
    await stoppedBy(problem);
    publish({ problem: firstWord(problem), fresh: false, loading: false });
  }
}

async function begin(account: Account, fresh: boolean): Promise<void> {
  await eraseLapsed(account.accountId, Date.now());
  if (fresh) {
    const scopes = account.posts.filter(({ current }) => current).flatMap((post) => post.scopes);
    await eraseOthers(
      account.accountId,
      scopes.map(({ code }) => code)
    );
  }
  await outbox.open({ accountId: account.accountId, post: account.postId });
  await outbox.sweep(Date.now() - shownFor);
  publish({ account, fresh, lapsed: fresh ? false : state.lapsed, problem: undefined, loading: false });
}

/** ms that the author's list shows what has arrived. */
const shownFor = 3 * 86_400_000;

/** After these nobody is signed in any more; what waits in the outbox stays, tied to its account. */
const endings = new Set(['access.signIn', 'access.sessionEnded', 'access.suspended', 'access.ended']);
/** Over by date only: the person may go on with what his phone holds. A suspended account may not. */
const expiries = new Set(['access.signIn', 'access.sessionEnded']);

async function stoppedBy(problem: Problem): Promise<void> {
  const { code } = problem;
  if (!endings.has(code)) return;
  if (expiries.has(code) && state.account?.role === 'enumerator') return publish({ lapsed: true });
  await forget();
  publish({ problem: firstWord(problem) });
}

whenStopped((problem) => void stoppedBy(problem));

/** Of several calls of a page that are refused at once the first says why. */
let leaving = false;
whenPageIsRefused(async (problem) => {
  if (leaving || state.account === undefined || !endings.has(problem.code)) return;
  leaving = true;
  await stoppedBy(problem);
  leaving = false;
});

/** Asked again after his sign-in was ended, the cloud knows nobody any more; why it ended stays the better answer. */
function firstWord(problem: Problem): Problem {
  const { account, problem: earlier } = state;
  const known = account === undefined && earlier !== undefined && endings.has(earlier.code);
  return known && problem.code === 'access.signIn' ? earlier : problem;
}

/** The post in which the next calls are made. */
export async function choosePost(postId: string): Promise<void> {
  await session.choosePost(postId);
  await loadAccount();
}

export async function signOut(): Promise<void> {
  await call(signOutOperation, {}).catch((error: unknown) => {
    // Without signal the session ends on the phone at once and in the cloud by its date.
    if (problemOf(error).code !== 'call.unreachable') throw error;
  });
  await forget();
}

/** Nothing of other people stays on the phone; what waits in the outbox and the drafts stay for their author. */
async function forget(): Promise<void> {
  const accountId = state.account?.accountId;
  await session.end();
  await storage.remove(key);
  if (accountId !== undefined) await eraseCarried(accountId);
  publish({ account: undefined, fresh: false, lapsed: false });
}
