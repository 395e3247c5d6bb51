import { randomBytes } from 'node:crypto';
import { sm2, sm4 } from 'sm-crypto-v2';
import type { RescueSeal } from '@/domain/rescue';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** What the phone's library does. */
export const rescueSeal: RescueSeal = {
  random: (length) => randomBytes(length).toString('hex'),
  sealKey: (key, publicKey) => sm2.doEncrypt(bytes(key), publicKey, 1),
  seal(text, { key, nonce, binding }) {
    const { output, tag } = sm4.encrypt(Uint8Array.from(Buffer.from(text)), key, {
      mode: 'gcm',
      iv: nonce,
      associatedData: Uint8Array.from(Buffer.from(binding)),
      outputTag: true,
      output: 'array',
    });
    return Buffer.concat([output, tag ?? new Uint8Array()]).toString('hex');
  },
};
