import { useSyncExternalStore } from 'react';
import { me, signOut as signOutOperation } from '@/domain/operations/account';
import type { OutputOf } from '@/domain/operations/operation';
import type { Problem } from '@/domain/problem';
import { call, problemOf } from '@/platform/client';
import { session } from '@/platform/session';
import { storage } from '@/platform/storage';
import { outbox, sendOutbox } from './outbox';

/** Who has signed in on this phone, with his posts and family; kept on the phone so that the field day starts without signal. */
export type Account = OutputOf<typeof me>;

export interface AccountState {
  account: Account | undefined;
  /** The last word of the cloud: stale when the phone has been without signal since. */
  fresh: boolean;
  problem: Problem | undefined;
  loading: boolean;
}

const key = 'account';
const listeners = new Set<() => void>();
let state: AccountState = { account: undefined, fresh: false, problem: undefined, loading: true };

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
  try {
    const account = await call(me, {});
    await storage.set(key, account);
    await begin(account, true);
    void sendOutbox();
  } catch (error) {
    const problem = problemOf(error);
    if (endings.has(problem.code)) await forget();
    publish({ problem, fresh: false, loading: false });
  }
}

async function begin(account: Account, fresh: boolean): Promise<void> {
  await outbox.open({ accountId: account.accountId, post: account.postId });
  publish({ account, fresh, problem: undefined, loading: false });
}

/** After these nobody is signed in any more; what waits in the outbox stays, tied to its account. */
const endings = new Set(['access.signIn', 'access.sessionEnded', 'access.suspended', 'access.ended']);

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
  if (accountId !== undefined) {
    const carried = [...(await storage.keys(`village/${accountId}/`)), ...(await storage.keys(`form/${accountId}/`))];
    for (const one of carried) await storage.remove(one);
  }
  publish({ account: undefined, fresh: false });
}
