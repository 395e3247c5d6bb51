import Taro from '@tarojs/taro';
import { utf8Bytes } from './bytes';
import { StorageFull } from './storage-full';

/**
 * WeChat's storage: 1 MB a key, 10 MB in all. The asynchronous calls are used because the synchronous ones stop the
 * page. Values pass through JSON, as on the other end.
 */
const keyLimit = 1024 * 1024;
const allLimit = 10 * 1024;

export const storage = {
  get: async (key: string): Promise<unknown> => {
    try {
      const { data } = await Taro.getStorage<string>({ key });
      return JSON.parse(data) as unknown;
    } catch {
      // WeChat answers a missing key with an error; there is no other error of reading that could be mended here.
      return undefined;
    }
  },
  set: async (key: string, value: unknown): Promise<void> => {
    const data = JSON.stringify(value);
    if (utf8Bytes(data) > keyLimit) throw new StorageFull();
    try {
      await Taro.setStorage({ key, data });
    } catch {
      throw new StorageFull();
    }
  },
  remove: async (key: string): Promise<void> => {
    await Taro.removeStorage({ key });
  },
  keys: async (prefix: string): Promise<string[]> => {
    const { keys } = await Taro.getStorageInfo();
    return keys.filter((key) => key.startsWith(prefix));
  },
  free: async (): Promise<number | undefined> => {
    const { currentSize, limitSize = allLimit } = await Taro.getStorageInfo();
    return (limitSize - currentSize) * 1024;
  },
};
