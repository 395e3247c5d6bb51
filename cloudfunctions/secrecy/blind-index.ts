import { plainCode, readPhone } from '@/domain/identity';
import { derive } from './derive';
import type { Key } from './keys';
import { type Suite, suite } from './suite';

/** What is looked up by its exact value without being readable in the store. */
export type IndexKind = 'idNumber' | 'phone' | 'disabilityNo' | 'code' | 'request';

/**
 * HMAC-SM3 of the normalised value under a key of its own kind: 32 bytes. A plain hash of an identity number could be
 * enumerated in minutes; and a phone never meets an identity number that happens to read the same.
 */
export function blindIndex(kind: IndexKind, value: string, key: Key, use: Suite = suite): Buffer {
  return use.hmac(indexKey(kind, key, use), Buffer.from(normalized(kind, value)));
}

/** Full-width digits, spaces, a lower-case x or +86 must find the same person. */
function normalized(kind: IndexKind, value: string): string {
  if (kind !== 'phone') return plainCode(value);
  const reading = readPhone(value);
  return reading.ok ? reading.number : plainCode(value);
}

const derived = new WeakMap<Key, Map<IndexKind, Buffer>>();

function indexKey(kind: IndexKind, key: Key, use: Suite): Buffer {
  const kinds = derived.get(key) ?? new Map<IndexKind, Buffer>();
  derived.set(key, kinds);
  const known = kinds.get(kind);
  if (known) return known;
  const made = derive(key.secret, `index/${kind}`, 32, use);
  kinds.set(kind, made);
  return made;
}
