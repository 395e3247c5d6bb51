/** @jest-environment node */
import type { storage as Storage } from '@/platform/storage';
import { emptyBrowserStorage } from '../support/browser-storage';

/** The copy that fake-indexeddb makes does not know keys: a key stays the same key. */
const copy = globalThis.structuredClone;
beforeAll(() => {
  globalThis.structuredClone = <T>(value: T): T => (value instanceof CryptoKey ? value : copy(value));
});
beforeEach(emptyBrowserStorage);

const reload = (): typeof Storage => {
  jest.resetModules();
  return require('../../src/platform/storage.h5').storage;
};

function raw<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('yingtong', 2);
    opening.onsuccess = () => {
      const asked = work(opening.result.transaction('entries', 'readwrite').objectStore('entries'));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    };
  });
}

const readable = (value: unknown): string =>
  JSON.stringify(value, (_, one) => (one instanceof ArrayBuffer ? Buffer.from(one).toString('latin1') : one));

test('what is typed lies in the browser as ciphertext and is read again after a reload', async () => {
  await reload().set('draft/a/personal/p', { name: 'Wei Shili' });
  expect(readable(await raw((store) => store.get('draft/a/personal/p')))).not.toContain('Shili');
  expect(await reload().get('draft/a/personal/p')).toEqual({ name: 'Wei Shili' });
});

test('what belongs to one account cannot be put in the place of another', async () => {
  const storage = reload();
  await storage.set('village/one/v/page-000', { people: 3 });
  const stolen = await raw((store) => store.get('village/one/v/page-000'));
  await raw((store) => store.put(stolen, 'village/two/v/page-000'));
  await expect(storage.get('village/two/v/page-000')).rejects.toMatchObject({ code: 'storage.unavailable' });
});

test('what an earlier version kept in the clear is still read, and sealed when it is written again', async () => {
  const storage = reload();
  await storage.set('other', 1);
  await raw((store) => store.put({ text: '{"name":"Pan"}', bytes: 20 }, 'draft/old'));
  expect(await storage.get('draft/old')).toEqual({ name: 'Pan' });
  await storage.set('draft/old', { name: 'Pan' });
  expect(readable(await raw((store) => store.get('draft/old')))).not.toContain('Pan');
});

test('quick writes of one draft end in the order in which they were typed', async () => {
  const storage = reload();
  await Promise.all([...Array(30).keys()].map((n) => storage.set('draft/1', { typed: 'x'.repeat((30 - n) * 500), n })));
  expect(await storage.get('draft/1')).toMatchObject({ n: 29 });
});

test('two tabs that type the same draft do not write over each other unseen', async () => {
  const [one, other] = [reload(), reload()];
  await one.setAfter('draft/1', 'first', 'one-1', undefined);
  await expect(other.setAfter('draft/1', 'second', 'other-1', undefined)).rejects.toMatchObject({
    code: 'storage.elsewhere',
  });
  expect(await other.get('draft/1')).toBe('first');
  await one.setAfter('draft/1', 'third', 'one-2', 'one-1');
  await one.remove('draft/1');
  await expect(one.setAfter('draft/1', 'fourth', 'one-3', 'one-2')).rejects.toMatchObject({
    code: 'storage.elsewhere',
  });
  expect(await one.get('draft/1')).toBeUndefined();
});
