import { sm2, sm4 } from 'sm-crypto-v2';
import type { RescueSeal } from '@/domain/rescue';

/**
 * The phone's side of a rescue file.
 * @param pool random bytes in hex, enough for all that will be asked
 */
export function sealFrom(pool: string): RescueSeal {
  let used = 0;
  return {
    random(bytes) {
      const taken = pool.slice(used, used + bytes * 2);
      used += bytes * 2;
      if (taken.length < bytes * 2) throw new Error('The pool of random bytes is too small.');
      return taken;
    },
    sealKey: (key, publicKey) => sm2.doEncrypt(bytesOfHex(key), publicKey, 1),
    seal(text, { key, nonce, binding }) {
      const { output, tag } = sm4.encrypt(bytesOfText(text), key, {
        mode: 'gcm',
        iv: nonce,
        associatedData: bytesOfText(binding),
        outputTag: true,
        output: 'array',
      });
      return hexOf(output) + hexOf(tag ?? new Uint8Array());
    },
  };
}

const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const hexOf = (bytes: ArrayLike<number>): string =>
  Array.from(bytes, (value) => value.toString(16).padStart(2, '0')).join('');

/** WeChat has no TextEncoder. */
function bytesOfText(text: string): Uint8Array {
  const escaped = unescaped(encodeURIComponent(text));
  return Uint8Array.from(escaped, (character) => character.charCodeAt(0));
}

const unescaped = (encoded: string): string =>
  encoded.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
