import { Problem } from '@/domain/problem';
import { canSeal, type Sealed, sealed, sealingKey, unsealed } from './sealing';
import { storageLimit, toStored } from './storage-limits';

/**
 * The browser's storage: IndexedDB, because localStorage is too small for a village and stops the page while it
 * writes. One key, one value, each write whole. The bytes in use are counted in the same transaction as the write, so
 * that the count stays right when two tabs write at once. Values are sealed where the browser can.
 */
interface Kept {
  /** Of a browser that cannot seal, or of an earlier version of this product. */
  text?: string;
  sealed?: Sealed;
  bytes: number;
  /** Which write this is, for `setAfter`. */
  stamp?: string;
}

const entries = 'entries';
const totals = 'totals';
const keys = 'keys';
const inUse = 'bytes';
let opened: Promise<Opened> | undefined;

interface Opened {
  database: IDBDatabase;
  key: CryptoKey | undefined;
}

function ready(): Promise<Opened> {
  opened ??= open().catch((error) => {
    // Asked again on the next use: a window in private mode may be left, a blocked upgrade ends.
    opened = undefined;
    throw error instanceof Problem ? error : new Problem('storage.unavailable');
  });
  return opened;
}

async function open(): Promise<Opened> {
  const database = await openDatabase();
  const store = () => database.transaction(keys, 'readwrite').objectStore(keys);
  return { database, key: canSeal() ? await sealingKey(store) : undefined };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') {
      reject(new Problem('storage.unavailable'));
      return;
    }
    const request = indexedDB.open('yingtong', 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const name of [entries, totals, keys]) {
        if (!result.objectStoreNames.contains(name)) result.createObjectStore(name);
      }
    };
    request.onsuccess = () => {
      // A newer version in another tab must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(new Problem('storage.unavailable'));
  });
}

async function read<T>(store: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await ready()).database.transaction(store, 'readonly');
  return answer(work(transaction.objectStore(store)));
}

interface Condition {
  /** Errors: storage.elsewhere when what is stored now is not that write. */
  after: string | undefined;
}

/** Writes or removes one key together with the count. Errors: storage.full, and nothing is changed then. */
async function change(key: string, next: Kept | undefined, condition?: Condition): Promise<void> {
  const { database } = await ready();
  const transaction = database.transaction([entries, totals], 'readwrite', { durability: 'strict' });
  const finished = ended(transaction);
  const kept = transaction.objectStore(entries);
  const total = transaction.objectStore(totals);
  const [before, used] = await Promise.all([
    answer<Kept | undefined>(kept.get(key)),
    answer<unknown>(total.get(inUse)),
  ]);
  const bytes = countOf(used) - (before?.bytes ?? 0) + (next?.bytes ?? 0);
  const refuse = async (problem: Problem): Promise<never> => {
    transaction.abort();
    await finished.catch(() => undefined);
    throw problem;
  };
  if (condition && before?.stamp !== condition.after) await refuse(new Problem('storage.elsewhere'));
  if (next !== undefined && bytes > storageLimit && bytes > countOf(used)) await refuse(new Problem('storage.full'));
  if (next === undefined) kept.delete(key);
  else kept.put(next, key);
  total.put(bytes, inUse);
  await finished;
}

/** Sealing takes its own time: writes of a key must still end in the order in which they began. */
const lastWrite = new Map<string, Promise<unknown>>();

function write(key: string, value: unknown, stamp?: string, condition?: Condition): Promise<void> {
  const before = lastWrite.get(key) ?? Promise.resolve();
  const mine = before
    .catch(() => undefined)
    .then(async () => {
      const { text, bytes } = toStored(key, value);
      const secret = (await ready()).key;
      const content = secret === undefined ? { text } : { sealed: await sealed(secret, key, text) };
      await change(key, { ...content, bytes, ...(stamp === undefined ? {} : { stamp }) }, condition);
    });
  lastWrite.set(key, mine);
  const forget = () => {
    if (lastWrite.get(key) === mine) lastWrite.delete(key);
  };
  mine.then(forget, forget);
  return mine;
}

async function textOf(key: string, { text, sealed: secret }: Kept): Promise<string> {
  if (secret === undefined) return text ?? 'null';
  const { key: own } = await ready();
  if (own === undefined) throw new Problem('storage.unavailable');
  return unsealed(own, key, secret).catch(() => {
    throw new Problem('storage.unavailable');
  });
}

export const storage = {
  get: async (key: string): Promise<unknown> => {
    const kept = await read<Kept | undefined>(entries, (store) => store.get(key));
    return kept === undefined ? undefined : JSON.parse(await textOf(key, kept));
  },
  /** Errors: storage.full, storage.entry, storage.unavailable; nothing is changed then. */
  set: (key: string, value: unknown): Promise<void> => write(key, value),
  /**
   * Like `set`, but only over the write that this page made or read last: `after` is its stamp, undefined for none.
   * Errors: also storage.elsewhere, when another tab has written or removed it since.
   */
  setAfter: (key: string, value: unknown, stamp: string, after: string | undefined): Promise<void> =>
    write(key, value, stamp, { after }),
  remove: async (key: string): Promise<void> => {
    await lastWrite.get(key)?.catch(() => undefined);
    await change(key, undefined);
  },
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
