import { StorageFull } from './storage-full';

/**
 * The browser's storage: IndexedDB, because localStorage is too small for a village and stops the page while it
 * writes. One key, one value, each write whole.
 */
const name = 'yingtong';
const shelf = 'kept';
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(shelf);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
  return opened;
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () =>
      reject(full(transaction.error) ? new StorageFull() : (transaction.error ?? new Error('indexedDB')));
  });
}

const full = (error: DOMException | null): boolean => error?.name === 'QuotaExceededError';

export const storage = {
  get: (key: string): Promise<unknown> => run('readonly', (store) => store.get(key)),
  set: async (key: string, value: unknown): Promise<void> => {
    await run('readwrite', (store) => store.put(value, key));
  },
  remove: async (key: string): Promise<void> => {
    await run('readwrite', (store) => store.delete(key));
  },
  keys: async (prefix: string): Promise<string[]> => {
    const keys = await run('readonly', (store) => store.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
    return keys.map(String);
  },
  /** Bytes that may still be stored; undefined where the browser does not say. */
  free: async (): Promise<number | undefined> => {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    return quota === undefined || usage === undefined ? undefined : quota - usage;
  },
};
