import type { SyncEntry } from '../operations/collecting/sync';
import { partBinding, type RescueContents, type RescueHeader, type RescuePart, rescueVersion } from './file';

/** The county's key that came with the village bundle. */
export interface RescueKey {
  id: string;
  /** SM2 public key, uncompressed, hex. */
  publicKey: string;
}

/** What the phone's library does; everything in hex. */
export interface RescueSeal {
  /** So many random bytes. */
  random(bytes: number): string;
  /** SM2, C1C3C2, of the bytes given in hex. */
  sealKey(key: string, publicKey: string): string;
  /** SM4-GCM of a text (UTF-8) with a tag of 16 bytes behind it. */
  seal(text: string, sealing: { key: string; nonce: string; binding: string }): string;
}

/** A part is imported by one call of 100 KB; sealed and in hex it takes twice its size. */
const partBytes = 40_000;

/**
 * The lines of a rescue file.
 * @param owner whose outbox it is, with the phone's clocks now
 * @param bytesOf bytes of a text in UTF-8
 */
export function makeRescueFile(
  fileId: string,
  owner: Omit<RescueContents, 'entries'>,
  entries: readonly SyncEntry[],
  { key, seal, bytesOf }: { key: RescueKey; seal: RescueSeal; bytesOf: (text: string) => number }
): string {
  const batches = inParts(entries, bytesOf);
  const own = seal.random(16);
  const header: RescueHeader = {
    format: 'yingtong-rescue',
    version: rescueVersion,
    fileId,
    madeAt: new Date(owner.sentAt).toISOString(),
    entries: entries.length,
    parts: batches.length,
    keyId: key.id,
    key: seal.sealKey(own, key.publicKey),
  };
  const lines = batches.map((batch, place): RescuePart => {
    const part = place + 1;
    const nonce = seal.random(12);
    const contents: RescueContents = { ...owner, entries: batch };
    const body = seal.seal(JSON.stringify(contents), { key: own, nonce, binding: partBinding(header, part) });
    return { part, nonce, body };
  });
  return `${[header, ...lines].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

const mostOfPart = 20;

/** In the order they were done; one that is larger than a part has one of its own. */
function inParts(entries: readonly SyncEntry[], bytesOf: (text: string) => number): SyncEntry[][] {
  const parts: SyncEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const own = bytesOf(JSON.stringify(entry));
    const last = parts.at(-1);
    if (last === undefined || last.length === mostOfPart || bytes + own > partBytes) {
      parts.push([entry]);
      bytes = own;
    } else {
      last.push(entry);
      bytes += own;
    }
  }
  return parts;
}
