import { type Suite, suite } from './suite';

/** HKDF (RFC 5869) over HMAC-SM3: `length` bytes for one purpose, so that no key serves two. */
export function derive(secret: Uint8Array, purpose: string, length: number, { hmac }: Suite = suite): Buffer {
  const extracted = hmac(SALT, secret);
  const info = Buffer.from(purpose);
  const blocks: Buffer[] = [];
  for (let made = 0, block: Buffer = Buffer.alloc(0); made < length; made += block.length) {
    block = hmac(extracted, block, info, Buffer.from([blocks.length + 1]));
    blocks.push(block);
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** Not secret; keeps these keys apart from any other product's made of the same secret. */
export const SALT = Buffer.from('yingtong.secrecy.v1');
