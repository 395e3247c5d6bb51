import Taro from '@tarojs/taro';
import { Problem } from '@/domain/problem';

/** WeChat's own call (2.19.0), which Taro's types know with callbacks only. */
interface Random {
  getRandomValues?(options: {
    length: number;
    success: (result: { randomValues: ArrayBuffer }) => void;
    fail: () => void;
  }): void;
}

/** Random bytes for keys, as hex. Errors: internal, where WeChat is too old to give any. */
export function randomHex(bytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const { getRandomValues } = Taro as Random;
    const none = () => reject(new Problem('internal'));
    if (getRandomValues === undefined) return none();
    getRandomValues({
      length: bytes,
      success: ({ randomValues }) =>
        resolve(Array.from(new Uint8Array(randomValues), (value) => value.toString(16).padStart(2, '0')).join('')),
      fail: none,
    });
  });
}
