import { randomFillSync, timingSafeEqual } from 'node:crypto';
import { derive } from './derive';
import type { Key, Keys } from './keys';
import { type CounterMode, type Suite, suite } from './suite';

/** Where a sealed value stands. Bound into the tag, so that a value moved elsewhere does not open. */
export interface Place {
  county: string;
  table: string;
  row: string;
  column: string;
}

/** A value that cannot be opened: cut, changed, moved, or its key is not here. Says which, never what was in it. */
export class SecrecyFault extends Error {
  override readonly name = 'SecrecyFault';

  constructor(readonly reason: 'shape' | 'key' | 'tag') {
    super(`sealed value cannot be opened (${reason})`);
  }
}

/**
 * Encrypt, then authenticate: SM4-CTR and HMAC-SM3 with keys derived of one secret.
 *
 *     version 1 │ length of key id 1 │ key id │ nonce 16 │ ciphertext │ tag 16
 *
 * The tag covers everything before it and the place.
 */
export function sealBytes(bytes: Uint8Array, place: Place, key: Key, use: Suite = suite): Buffer {
  const { encrypt, authenticate } = subkeys(key, use);
  const id = Buffer.from(key.id);
  const start = 2 + id.length + NONCE;
  const envelope = Buffer.allocUnsafe(start + bytes.length + TAG);
  envelope[0] = VERSION;
  envelope[1] = id.length;
  id.copy(envelope, 2);
  const nonce = takeNonce();
  nonce.copy(envelope, start - NONCE);
  encrypt(nonce, bytes).copy(envelope, start);
  const end = start + bytes.length;
  use.hmac(authenticate, envelope.subarray(0, end), placeBytes(place)).copy(envelope, end, 0, TAG);
  return envelope;
}

/** Errors: SecrecyFault. */
export function openBytes(envelope: Uint8Array, place: Place, keys: Keys, use: Suite = suite): Buffer {
  const { id, start, end } = parts(envelope);
  const key = keys.byId(id);
  if (key?.purpose !== 'seal') throw new SecrecyFault('key');
  const { encrypt, authenticate } = subkeys(key, use);
  const expected = use.hmac(authenticate, envelope.subarray(0, end), placeBytes(place)).subarray(0, TAG);
  if (!timingSafeEqual(expected, envelope.subarray(end))) throw new SecrecyFault('tag');
  return encrypt(envelope.subarray(start - NONCE, start), envelope.subarray(start, end));
}

/** Which key sealed it, without opening it. */
export function keyIdOf(envelope: Uint8Array): string {
  return parts(envelope).id;
}

const VERSION = 1;
const NONCE = 16;
const TAG = 16;

interface Parts {
  id: string;
  /** Of the ciphertext. */
  start: number;
  end: number;
}

function parts(envelope: Uint8Array): Parts {
  const length = envelope[1] ?? 0;
  const start = 2 + length + NONCE;
  const end = envelope.length - TAG;
  if (envelope[0] !== VERSION || length === 0 || end < start) throw new SecrecyFault('shape');
  return { id: Buffer.from(envelope.subarray(2, 2 + length)).toString('latin1'), start, end };
}

interface Subkeys {
  encrypt: CounterMode;
  authenticate: Buffer;
}

const derived = new WeakMap<Key, Map<Suite, Subkeys>>();

function subkeys(key: Key, use: Suite): Subkeys {
  const known = derived.get(key)?.get(use);
  if (known) return known;
  const made = {
    encrypt: use.counterMode(derive(key.secret, 'seal/sm4-ctr', 16, use)),
    authenticate: derive(key.secret, 'seal/hmac-sm3', 32, use),
  };
  derived.set(key, (derived.get(key) ?? new Map<Suite, Subkeys>()).set(use, made));
  return made;
}

/** Each part behind its length: no two places read the same. */
function placeBytes({ county, table, row, column }: Place): Buffer {
  return Buffer.from([county, table, row, column].map((part) => `${part.length}:${part}`).join(''));
}

/** Chance is asked of the system 256 nonces at a time: one call costs as much as the rest of sealing. */
const pool = Buffer.alloc(NONCE * 256);
let taken = pool.length;

function takeNonce(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += NONCE;
  return pool.subarray(taken - NONCE, taken);
}
