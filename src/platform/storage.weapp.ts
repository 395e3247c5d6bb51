import Taro from '@tarojs/taro';
import { Problem } from '@/domain/problem';
import { encryptedGrowth, storageLimit, toStored } from './storage-limits';

/**
 * WeChat's storage, by the asynchronous calls, because the synchronous ones stop the page. Values pass through JSON,
 * as on the other end. WeChat encrypts them with a key of this user on this phone (`encrypt`, which Taro's types do
 * not know); a key written encrypted must be read encrypted, so every key is.
 */
const encrypted = { encrypt: true };

export const storage = {
  get: async (key: string): Promise<unknown> => {
    try {
      return await read(key, encrypted);
    } catch (error) {
      // A missing key is an error to WeChat. Any other one must not pass for «nothing there»: a draft would be begun anew.
      if (/not found/i.test(messageOf(error))) return undefined;
    }
    try {
      // Kept by a WeChat before 2.21.3, which did not encrypt yet.
      return await read(key, {});
    } catch {
      throw new Problem('storage.unavailable');
    }
  },
  /** Errors: storage.full, storage.entry, storage.unavailable; nothing is changed then. */
  set: async (key: string, value: unknown): Promise<void> => {
    const { text } = toStored(key, value);
    try {
      await Taro.setStorage({ key, data: text, ...encrypted });
    } catch (error) {
      throw new Problem(/exceed|limit|full|quota/i.test(messageOf(error)) ? 'storage.full' : 'storage.unavailable');
    }
  },
  /** There is no other tab here: the same as `set`. */
  setAfter: (key: string, value: unknown, _stamp: string, _after: string | undefined): Promise<void> =>
    storage.set(key, value),
  remove: async (key: string): Promise<void> => {
    await Taro.removeStorage({ key });
  },
  /** In order. */
  keys: async (prefix: string): Promise<string[]> =>
    Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(prefix))
      .sort(),
  /** Bytes that may still be stored. */
  free: async (): Promise<number> => {
    const { currentSize, limitSize } = Taro.getStorageInfoSync();
    const all = limitSize > 0 ? Math.min((limitSize * 1024) / encryptedGrowth, storageLimit) : storageLimit;
    return Math.floor(all - (currentSize * 1024) / encryptedGrowth);
  },
};

async function read(key: string, how: object): Promise<unknown> {
  const { data } = await Taro.getStorage<string>({ key, ...how });
  return JSON.parse(data);
}

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : '';
