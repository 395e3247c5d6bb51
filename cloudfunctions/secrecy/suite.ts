import { createCipheriv, createHash, createHmac, getCiphers, getHashes } from 'node:crypto';

/** The three primitives everything here is built of. Both implementations agree byte for byte. */
export interface Suite {
  readonly name: 'node' | 'library';
  /** GB/T 32905: 32 bytes. */
  sm3(...parts: readonly Uint8Array[]): Buffer;
  /** HMAC with SM3: 32 bytes. */
  hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer;
  /** GB/T 32907 in counter mode; its own inverse. Key and nonce are 16 bytes. */
  ctr(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Buffer;
}

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
  ctr(key, nonce, bytes) {
    return createCipheriv('sm4-ctr', key, nonce).update(bytes);
  },
};

/** For a Node whose OpenSSL was built without the Chinese algorithms. Loaded on first use only. */
export const librarySuite: Suite = {
  name: 'library',
  sm3: (...parts) => Buffer.from(library().sm3(Buffer.concat(parts)), 'hex'),
  hmac: (key, ...parts) =>
    Buffer.from(library().sm3(Buffer.concat(parts), { key: new Uint8Array(key), mode: 'hmac' }), 'hex'),
  ctr(key, nonce, bytes) {
    if (bytes.length === 0) return Buffer.alloc(0);
    // The library has no counter mode: its key stream is the encrypted counter, block by block.
    const stream = library().sm4.encrypt(counters(nonce, Math.ceil(bytes.length / BLOCK)), new Uint8Array(key), {
      mode: 'ecb',
      padding: 'none',
      output: 'array',
    });
    return Buffer.from(bytes.map((byte, index) => byte ^ (stream[index] ?? 0)));
  },
};

/** The fastest implementation this process has. */
export const suite: Suite = chooseSuite(getHashes(), getCiphers());

export function chooseSuite(hashes: readonly string[], ciphers: readonly string[]): Suite {
  return hashes.includes('sm3') && ciphers.includes('sm4-ctr') ? nodeSuite : librarySuite;
}

const BLOCK = 16;

function counters(nonce: Uint8Array, blocks: number): Uint8Array {
  const all = new Uint8Array(blocks * BLOCK);
  const counter = Uint8Array.from(nonce);
  for (let block = 0; block < blocks; block += 1) {
    all.set(counter, block * BLOCK);
    for (let at = BLOCK - 1; at >= 0; at -= 1) {
      counter[at] = ((counter[at] ?? 0) + 1) & 0xff;
      if (counter[at] !== 0) break;
    }
  }
  return all;
}

function library(): typeof import('sm-crypto-v2') {
  return require('sm-crypto-v2');
}
