import type { Store } from '../../cloudfunctions/store/port';
import { emptyStore, type Opened, openFromTemplate } from './template';

/**
 * An empty, migrated store for one test. A test file has one embedded server, opened from a prepared copy in 0.3 s;
 * each call empties it in a few milliseconds, so the store of the test before must not be used any more.
 */
export async function freshStore(): Promise<Store> {
  opened ??= openFromTemplate();
  const { store } = await opened;
  await emptyStore(await opened);
  // Whoever closes the store of his test must not close it for the next one.
  return { ...store, close: async () => undefined };
}

let opened: Promise<Opened> | undefined;

afterAll(async () => {
  if (opened) await (await opened).store.close();
  opened = undefined;
});
