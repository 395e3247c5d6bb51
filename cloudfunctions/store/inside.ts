import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<object>();

/**
 * Runs `work` marked as inside a transaction of `store`. Whoever calls that store again from within would wait for
 * the session he himself holds: the embedded store has one, a function's pool has one or two. That is a mistake in our
 * code, so it throws at once instead of hanging.
 */
export function markInside<T>(store: object, work: () => Promise<T>): Promise<T> {
  return inside.run(store, work);
}

export function refuseInside(store: object): void {
  if (inside.getStore() === store) {
    throw new Error('the store was called inside its own transaction: use the db that was handed in');
  }
}
