import { placeServices } from '../../../cloudfunctions/runtime/services';
import { type Key, keySet, openSecrecy } from '../../../cloudfunctions/secrecy';
import type { County } from './index';

const seal: Key = { id: 's1', purpose: 'seal', secret: Buffer.alloc(32, 1) };
const index: Key = { id: 'i1', purpose: 'index', secret: Buffer.alloc(32, 2) };
const newSeal: Key = { id: 's2', purpose: 'seal', secret: Buffer.alloc(32, 3) };
const newIndex: Key = { id: 'i2', purpose: 'index', secret: Buffer.alloc(32, 4) };

/** The county after it was started with new keys beside the old ones. */
export function withNewKeys(county: County): void {
  replace(county, [seal, index, newSeal, newIndex], { seal: 's2', index: 'i2' });
}

/** The county after the old keys were destroyed. */
export function withoutOldKeys(county: County): void {
  replace(county, [newSeal, newIndex], { seal: 's2', index: 'i2' });
}

/** A process that was not started anew yet. */
export function withOldKeys(county: County): void {
  replace(county, [seal, index], { seal: 's1', index: 'i1' });
}

function replace(county: County, keys: readonly Key[], current: { seal: string; index: string }): void {
  county.services.secrecy = openSecrecy(keySet(keys, current));
  placeServices(county.services);
}
