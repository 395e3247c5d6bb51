import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';

/** jsdom has neither IndexedDB nor the copying that it needs. */
globalThis.structuredClone ??= <T>(value: T): T => deserialize(serialize(value));

/** A browser that has kept nothing yet. */
export function emptyBrowserStorage(): void {
  globalThis.indexedDB = new IDBFactory();
}
