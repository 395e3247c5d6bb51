import { AsyncLocalStorage } from 'node:async_hooks';

interface Inside {
  store: object;
  /** False once the transaction has ended: what it started may live on and call the store. */
  open: boolean;
}

const inside = new AsyncLocalStorage<Inside>();

/**
 * Runs `work` marked as inside a transaction of `store`. Whoever calls that store again from within would wait for
 * the session he himself holds: the embedded store has one, a function's pool has one or two. That is a mistake in our
 * code, so it throws at once instead of hanging.
 */
export async function markInside<T>(store: object, work: () => Promise<T>): Promise<T> {
  const mark: Inside = { store, open: true };
  try {
    return await inside.run(mark, work);
  } finally {
    mark.open = false;
  }
}

export function refuseInside(store: object): void {
  const mark = inside.getStore();
  if (mark?.open && mark.store === store) {
    throw new Error('the store was called inside its own transaction: use the db that was handed in');
  }
}
