/** @jest-environment node */
import { sm2, sm4 } from 'sm-crypto-v2';
import { sealFrom } from '@/enumerator/rescue/seal';

const pool = Array.from({ length: 64 }, (_, place) => (place % 256).toString(16).padStart(2, '0')).join('');

test('what the phone seals, names with rare characters too, opens with the file key and only in its own place', () => {
  const seal = sealFrom(pool);
  const [key, nonce] = [seal.random(16), seal.random(12)];
  const text = '{"name":"韦𠮷·阿","answers":{"remark":"100%"}}';
  const body = seal.seal(text, { key, nonce, binding: 'file-1/1/1/1' });
  const open = (binding: string) =>
    Buffer.from(
      sm4.decrypt(body.slice(0, -32), key, {
        mode: 'gcm',
        iv: nonce,
        tag: body.slice(-32),
        associatedData: Uint8Array.from(Buffer.from(binding)),
        output: 'array',
      })
    ).toString('utf8');
  expect(open('file-1/1/1/1')).toBe(text);
  expect(() => open('file-2/1/1/1')).toThrow();
});

test('the file key goes out sealed for the county', () => {
  const county = sm2.generateKeyPairHex();
  const key = sealFrom(pool).random(16);
  const sealed = sealFrom(pool).sealKey(key, county.publicKey);
  expect(sealed).not.toContain(key);
  const opened = sm2.doDecrypt(sealed, county.privateKey, 1, { output: 'array' });
  expect(Buffer.from(opened).toString('hex')).toBe(key);
});

test('random bytes are never given twice, and too few are an error and not a weak key', () => {
  const seal = sealFrom(pool);
  expect(seal.random(16)).not.toBe(seal.random(16));
  expect(() => seal.random(64)).toThrow();
});
