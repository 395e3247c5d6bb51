import { derive } from './derive';
import type { Key, Keys } from './keys';

/**
 * The county's pair of keys for rescue files: SM2, made of the key that seals values, so that it comes and goes with it.
 * The public half travels with every village bundle; the private one never leaves this module.
 */
export interface RescueKeys {
  /** Of the key in use. */
  current(): { id: string; publicKey: string };
  /** Opens a file's own key. Undefined when our key is not here any more or the text is none of ours. */
  openKey(keyId: string, sealed: string): string | undefined;
  /** Opens one part of a file; undefined when it was changed or belongs to another file. */
  openPart(body: string, sealing: { key: string; nonce: string; binding: string }): string | undefined;
}

const cipherMode = 1;
const tagLength = 32;

export function rescueKeys(keys: Keys): RescueKeys {
  let published: { id: string; publicKey: string } | undefined;
  return {
    current() {
      const key = keys.current('seal');
      if (published?.id !== key.id) {
        published = { id: key.id, publicKey: library().sm2.getPublicKeyFromPrivateKey(privateKeyOf(key)) };
      }
      return published;
    },
    openKey(keyId, sealed) {
      const key = keys.byId(keyId);
      if (key?.purpose !== 'seal') return undefined;
      return attempt(() => {
        const bytes = library().sm2.doDecrypt(sealed, privateKeyOf(key), cipherMode, { output: 'array' });
        return bytes.length === 16 ? Buffer.from(bytes).toString('hex') : undefined;
      });
    },
    openPart(body, { key, nonce, binding }) {
      return attempt(() => {
        const opened = library().sm4.decrypt(body.slice(0, -tagLength), key, {
          mode: 'gcm',
          iv: nonce,
          tag: body.slice(-tagLength),
          associatedData: Uint8Array.from(Buffer.from(binding)),
          output: 'array',
        });
        return Buffer.from(opened).toString('utf8');
      });
    },
  };
}

/** The order of SM2's group (GB/T 32918.5); a private key lies between 1 and it. */
const order = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123');

/** 48 bytes taken modulo the order: no key is likelier than another. */
function privateKeyOf({ secret }: Key): string {
  const bytes = derive(secret, 'rescue', 48);
  const number = (BigInt(`0x${bytes.toString('hex')}`) % (order - BigInt(1))) + BigInt(1);
  return number.toString(16).padStart(64, '0');
}

/** The library throws where something was changed; whoever asks tells the person that the file cannot be opened. */
function attempt(work: () => string | undefined): string | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function library(): typeof import('sm-crypto-v2') {
  return require('sm-crypto-v2');
}
