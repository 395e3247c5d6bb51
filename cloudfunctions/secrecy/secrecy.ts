import * as z from 'zod';
import { blindIndex, type IndexKind } from './blind-index';
import { keyIdOf, openBytes, type Place, SecrecyFault, sealBytes } from './envelope';
import type { Keys, Purpose } from './keys';
import { type RescueKeys, rescueKeys } from './rescue';
import { type Suite, suite } from './suite';

/** Everything that turns identity into what may be stored, and back. */
export interface Secrecy {
  /** One value, bound to where it stands. */
  seal(text: string, place: Place): Buffer;
  /** Errors: SecrecyFault when it was changed, moved or its key is not here. */
  open(sealed: Uint8Array, place: Place): string;
  /** The secret answers of one record in one envelope: one nonce and one tag for all of them. */
  sealSecrets(fields: Readonly<Record<string, string>>, place: Place): Buffer;
  openSecrets(sealed: Uint8Array, place: Place): Record<string, string>;
  /** 32 bytes by which the exact value is found, and by which it is unique. */
  index(kind: IndexKind, value: string): Buffer;
  /** Under every index key, the current one first; more than one only while the index is being rebuilt. */
  indexes(kind: IndexKind, value: string): Buffer[];
  /** True when the value is sealed under an older key than the one in use. */
  isStale(sealed: Uint8Array): boolean;
  /** The same value under the key in use; the rotation job calls it row by row. */
  rewrap(sealed: Uint8Array, place: Place): Buffer;
  /** Ids of the keys of a purpose, the one in use first. */
  keyIds(purpose: Purpose): string[];
  /** The county's pair of keys for what phones in need hand over. */
  rescue: RescueKeys;
}

export function openSecrecy(keys: Keys, use: Suite = suite): Secrecy {
  const seal = (text: string, place: Place): Buffer => sealBytes(Buffer.from(text), place, keys.current('seal'), use);
  const open = (sealed: Uint8Array, place: Place): string => openBytes(sealed, place, keys, use).toString('utf8');
  return {
    seal,
    open,
    sealSecrets: (fields, place) => seal(JSON.stringify(fields), place),
    openSecrets: (sealed, place) => secretFields(open(sealed, place)),
    index: (kind, value) => blindIndex(kind, value, keys.current('index'), use),
    indexes: (kind, value) => keys.all('index').map((key) => blindIndex(kind, value, key, use)),
    isStale: (sealed) => keyIdOf(sealed) !== keys.current('seal').id,
    rewrap: (sealed, place) => sealBytes(openBytes(sealed, place, keys, use), place, keys.current('seal'), use),
    keyIds: (purpose) => keys.all(purpose).map(({ id }) => id),
    rescue: rescueKeys(keys),
  };
}

const fieldsShape = z.record(z.string(), z.string());

function secretFields(text: string): Record<string, string> {
  const fields = fieldsShape.safeParse(JSON.parse(text));
  if (!fields.success) throw new SecrecyFault('shape');
  return fields.data;
}
