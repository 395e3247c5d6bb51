import { createCipheriv, createHash, createHmac, getCiphers, getHashes } from 'node:crypto';

/** The three primitives everything here is built of. Both implementations agree byte for byte. */
export interface Suite {
  readonly name: 'node' | 'library';
  /** GB/T 32905: 32 bytes. */
  sm3(...parts: readonly Uint8Array[]): Buffer;
  /** HMAC with SM3: 32 bytes. */
  hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer;
  /** GB/T 32907 in counter mode under one key of 16 bytes, prepared once. */
  counterMode(key: Uint8Array): CounterMode;
}

/** Seals and opens alike. The nonce is 16 bytes: the first counter. */
export type CounterMode = (nonce: Uint8Array, bytes: Uint8Array) => Buffer;

/** OpenSSL's implementation, about ten times faster. */
export const nodeSuite: Suite = {
  name: 'node',
  sm3(...parts) {
    const hash = createHash('sm3');
    for (const part of parts) hash.update(part);
    return hash.digest();
  },
  hmac(key, ...parts) {
    const mac = createHmac('sm3', key);
    for (const part of parts) mac.update(part);
    return mac.digest();
  },
  // Setting up a cipher costs four times what sealing a number does, so one block cipher a key is kept.
  counterMode(key) {
    const block = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    return (nonce, bytes) => mixed(bytes, block.update(counters(nonce, bytes.length)));
  },
};

/** For a Node whose OpenSSL was built without the Chinese algorithms. Loaded on first use only. */
export const librarySuite: Suite = {
  name: 'library',
  sm3: (...parts) => Buffer.from(library().sm3(Buffer.concat(parts)), 'hex'),
  hmac: (key, ...parts) =>
    Buffer.from(library().sm3(Buffer.concat(parts), { key: new Uint8Array(key), mode: 'hmac' }), 'hex'),
  counterMode(key) {
    const secret = Uint8Array.from(key);
    const options = { mode: 'ecb', padding: 'none', output: 'array' } as const;
    return (nonce, bytes) => mixed(bytes, library().sm4.encrypt(counters(nonce, bytes.length), secret, options));
  },
};

/** The fastest implementation this process has. */
export const suite: Suite = chooseSuite(getHashes(), getCiphers());

export function chooseSuite(hashes: readonly string[], ciphers: readonly string[]): Suite {
  return hashes.includes('sm3') && ciphers.includes('sm4-ecb') ? nodeSuite : librarySuite;
}

const BLOCK = 16;

/** The counters for so many bytes, one block each; encrypted they are the key stream. */
function counters(nonce: Uint8Array, bytes: number): Uint8Array {
  const all = new Uint8Array(Math.max(1, Math.ceil(bytes / BLOCK)) * BLOCK);
  all.set(nonce);
  for (let from = BLOCK; from < all.length; from += BLOCK) {
    all.copyWithin(from, from - BLOCK, from);
    for (let at = from + BLOCK - 1; at >= from; at -= 1) {
      const next = ((all[at] ?? 0) + 1) & 0xff;
      all[at] = next;
      if (next !== 0) break;
    }
  }
  return all;
}

function mixed(bytes: Uint8Array, stream: Uint8Array): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) result[at] = (bytes[at] ?? 0) ^ (stream[at] ?? 0);
  return result;
}

function library(): typeof import('sm-crypto-v2') {
  return require('sm-crypto-v2');
}
