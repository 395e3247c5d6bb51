import { createCipheriv, getCiphers, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Problem } from '@/domain/problem';
import { derive, type Keys } from '../../secrecy';

/** How files lie on this machine's disk: a register holds 400,000 identity numbers, so never as they came. */
export interface FileCipher {
  /** Bytes by which a file on the disk is longer than what is in it. */
  overhead: number;
  seal(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** What is in the file, from `offset` on. Errors: found.nothing when its key is not here any more. */
  open(file: string, offset: number): AsyncIterable<Uint8Array>;
  /** Whether the file lies under an older key than the one in use. */
  isStale(file: string): Promise<boolean>;
}

/** Both in counter mode, so that a file can be read from any place; which one it was stands in its first byte. */
const algorithms = { 1: 'sm4-ctr', 2: 'aes-128-ctr' } as const;
type Algorithm = keyof typeof algorithms;

const idBytes = 24;
const blockBytes = 16;
/** algorithm 1 │ key id, filled up with zeros, 24 │ first counter 16 */
const headerBytes = 1 + idBytes + blockBytes;

/**
 * Files under a key derived of the one in use. There is no tag: whoever can change the file can only spoil it, and
 * rows that were spoilt are doubtful rows of the import.
 */
export function fileCipher(keys: Keys): FileCipher {
  const own: Algorithm = getCiphers().includes(algorithms[1]) ? 1 : 2;
  const cipherOf = (algorithm: Algorithm, secret: Buffer, counter: Buffer) =>
    createCipheriv(algorithms[algorithm], derive(secret, 'files', blockBytes), counter);
  return {
    overhead: headerBytes,
    async *seal(content) {
      const key = keys.current('seal');
      const counter = randomBytes(blockBytes);
      const header = Buffer.alloc(headerBytes);
      header[0] = own;
      header.write(key.id, 1);
      counter.copy(header, 1 + idBytes);
      yield header;
      const cipher = cipherOf(own, key.secret, counter);
      for await (const piece of content) yield cipher.update(piece);
    },
    async *open(file, offset) {
      // one handle for both: between them the file may be put under a new key, with another counter
      const handle = await open(file);
      try {
        const header = await readHeader(handle);
        const key = keys.byId(keyIdOf(header));
        if (key === undefined) throw new Problem('found.nothing', { what: '文件' });
        const first = Math.floor(offset / blockBytes);
        const counter = advanced(header.subarray(1 + idBytes), first);
        const cipher = cipherOf(header[0] === 1 ? 1 : 2, key.secret, counter);
        let skip = offset % blockBytes;
        const start = headerBytes + first * blockBytes;
        for await (const piece of handle.createReadStream({ start, autoClose: false }) as AsyncIterable<Buffer>) {
          const plain = cipher.update(piece);
          yield plain.subarray(skip);
          skip = Math.max(0, skip - plain.byteLength);
        }
      } finally {
        await handle.close();
      }
    },
    async isStale(file) {
      const handle = await open(file);
      try {
        return keyIdOf(await readHeader(handle)) !== keys.current('seal').id;
      } finally {
        await handle.close();
      }
    },
  };
}

async function readHeader(handle: FileHandle): Promise<Buffer> {
  const header = Buffer.alloc(headerBytes);
  await handle.read(header, 0, headerBytes, 0);
  return header;
}

const keyIdOf = (header: Buffer): string =>
  header
    .subarray(1, 1 + idBytes)
    .toString('utf8')
    .replace(/\0+$/, '');

/** The counter some blocks further on: a number of 128 bits. */
function advanced(counter: Buffer, blocks: number): Buffer {
  const value = (BigInt(`0x${counter.toString('hex')}`) + BigInt(blocks)) & ((1n << 128n) - 1n);
  return Buffer.from(value.toString(16).padStart(32, '0'), 'hex');
}
