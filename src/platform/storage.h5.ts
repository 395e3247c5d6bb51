import { Problem } from '@/domain/problem';
import { storageLimit, toStored } from './storage-limits';

/**
 * The browser's storage: IndexedDB, because localStorage is too small for a village and stops the page while it
 * writes. One key, one value, each write whole. The bytes in use are counted in the same transaction as the write, so
 * that the count stays right when two tabs write at once.
 */
interface Kept {
  text: string;
  bytes: number;
}

const entries = 'entries';
const totals = 'totals';
const inUse = 'bytes';
let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= open().catch((error) => {
    // Asked again on the next use: a window in private mode may be left, a blocked upgrade ends.
    opened = undefined;
    throw error;
  });
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') {
      reject(new Problem('storage.unavailable'));
      return;
    }
    const request = indexedDB.open('yingtong', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(entries);
      request.result.createObjectStore(totals);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Problem('storage.unavailable'));
  });
}

async function read<T>(store: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(store, 'readonly');
  return answer(work(transaction.objectStore(store)));
}

/** Writes or removes one key together with the count. Errors: storage.full, and nothing is changed then. */
async function change(key: string, next: Kept | undefined): Promise<void> {
  const transaction = (await database()).transaction([entries, totals], 'readwrite', { durability: 'strict' });
  const finished = ended(transaction);
  const kept = transaction.objectStore(entries);
  const total = transaction.objectStore(totals);
  const [before, used] = await Promise.all([
    answer<Kept | undefined>(kept.get(key)),
    answer<unknown>(total.get(inUse)),
  ]);
  const bytes = countOf(used) - (before?.bytes ?? 0) + (next?.bytes ?? 0);
  if (next !== undefined && bytes > storageLimit) {
    transaction.abort();
    await finished.catch(() => undefined);
    throw new Problem('storage.full');
  }
  if (next === undefined) kept.delete(key);
  else kept.put(next, key);
  total.put(bytes, inUse);
  await finished;
}

export const storage = {
  get: async (key: string): Promise<unknown> => {
    const kept = await read<Kept | undefined>(entries, (store) => store.get(key));
    return kept === undefined ? undefined : JSON.parse(kept.text);
  },
  /** Errors: storage.full, storage.entry, storage.unavailable; nothing is changed then. */
  set: async (key: string, value: unknown): Promise<void> => change(key, toStored(key, value)),
  remove: (key: string): Promise<void> => change(key, undefined),
  /** In order. */
  keys: async (prefix: string): Promise<string[]> =>
    (await read(entries, (store) => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))).map(String),
  /** Bytes that may still be stored. */
  free: async (): Promise<number> => storageLimit - countOf(await read<unknown>(totals, (store) => store.get(inUse))),
};

const countOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(problemOf(request.error));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(problemOf(transaction.error));
  });
}

const problemOf = (error: DOMException | null): Problem =>
  new Problem(error?.name === 'QuotaExceededError' ? 'storage.full' : 'storage.unavailable');
