import { Problem } from '@/domain/problem';
import { utf8Bytes } from './bytes';

/**
 * WeChat's limits, kept on every end, so that what fits in a browser fits on a phone. Bytes. WeChat has 1 MB a key and
 * 10 MB in all; what it encrypts grows by 1.4, which leaves 0.7 and 7.1 (wx.setStorage, `encrypt`).
 */
export const encryptedGrowth = 1.4;
export const entryLimit = Math.floor(0.7 * 1024 * 1024);
export const storageLimit = Math.floor(7.1 * 1024 * 1024);

/** What is written for a value. Errors: storage.entry when one key would hold more than it may. */
export function toStored(key: string, value: unknown): { text: string; bytes: number } {
  const text = JSON.stringify(value);
  const bytes = utf8Bytes(text) + utf8Bytes(key);
  if (bytes > entryLimit) throw new Problem('storage.entry');
  return { text, bytes };
}
