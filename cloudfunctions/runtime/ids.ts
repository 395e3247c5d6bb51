import { randomBytes, randomFillSync } from 'node:crypto';

/**
 * A new id, sortable by time: 10 characters of milliseconds and 12 of chance, base 32 (Crockford).
 * @param at the moment, from the clock of the call
 */
export function newId(prefix: string, at: Date): string {
  return `${prefix}_${base32(at.getTime(), 10)}${randomBase32(12)}`;
}

/** A one-time code that a person can read aloud and type: no 0 O 1 I L. */
export function spokenCode(length: number): string {
  return [...chance(length)].map((byte) => spokenAlphabet[byte % spokenAlphabet.length]).join('');
}

/** So many characters of an alphabet, each as likely as the next: bytes beyond its last multiple are thrown away. */
export function randomText(characters: string, length: number): string {
  const most = 256 - (256 % characters.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < most && text.length < length) text += characters.charAt(byte % characters.length);
    }
  }
  return text;
}

/** A secret token of 32 bytes for a session. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const spokenAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

function base32(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Chance is asked of the system for some hundred ids at a time: an import makes half a million of them. */
const pool = Buffer.alloc(12 * 512);
let taken = pool.length;

/** So many bytes that nobody else gets. */
function chance(length: number): Buffer {
  if (taken + length > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += length;
  return pool.subarray(taken - length, taken);
}

function randomBase32(length: number): string {
  let text = '';
  for (const byte of chance(length)) text += alphabet[byte % 32];
  return text;
}
