import { createCipheriv, randomBytes } from 'node:crypto';
import { hkdf } from 'sm-crypto-v2';
import { chooseSuite, librarySuite, nodeSuite } from '../../../cloudfunctions/secrecy';
import { derive, SALT } from '../../../cloudfunctions/secrecy/derive';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe.each([nodeSuite, librarySuite])('the $name suite', (suite) => {
  test.each([
    // GB/T 32905-2016, appendix A.
    ['616263', '66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0'],
    ['61626364'.repeat(16), 'debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732'],
    // The empty message, as computed by every published implementation.
    ['', '1ab21d83 55cfa17f 8e611948 31e81a8f 22bec8c7 28fefb74 7ed035eb 5082aa2b'],
  ])('SM3 of %s', (message, expected) => {
    expect(suite.sm3(hex(message))).toEqual(hex(expected));
  });

  test('SM3 of a message in parts is that of the whole', () => {
    expect(suite.sm3(hex('61'), hex('62'), hex('63'))).toEqual(suite.sm3(hex('616263')));
  });

  test('SM4: one block in counter mode over zeros is the block cipher itself (GB/T 32907-2016, appendix A.1)', () => {
    const key = hex('0123456789abcdeffedcba9876543210');
    expect(suite.counterMode(key)(key, Buffer.alloc(16))).toEqual(hex('681edf34 d206965e 86b3e94f 536e4246'));
  });

  test('SM4-CTR (draft-ribose-cfrg-sm4-10, appendix A.2.5)', () => {
    const sealed = suite.counterMode(hex('0123456789abcdeffedcba9876543210'))(
      hex('000102030405060708090a0b0c0d0e0f'),
      hex(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'aa', 'bb'].map((byte) => byte.repeat(8)).join(''))
    );
    expect(sealed).toEqual(
      hex(
        'ac3236cb970cc20791364c395a1342d1 a3cbc1878c6f30cd074cce385cdd70c7' +
          'f234bc0e24c11980fd1286310ce37b92 6e02fcd0faa0baf38b2933851d824514'
      )
    );
  });

  test.each([
    // Published vectors, as GmSSL carries them.
    [
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324 25',
      'cd'.repeat(50),
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    ],
    ['0b'.repeat(32), '4869205468657265', 'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e'],
  ])('HMAC-SM3 under %s', (key, message, expected) => {
    expect(suite.hmac(hex(key), hex(message))).toEqual(hex(expected));
  });

  test('HKDF agrees with an independent implementation', () => {
    const secret = randomBytes(32);
    for (const length of [16, 32, 80]) {
      const theirs = hkdf(new Uint8Array(secret), new Uint8Array(SALT), 'seal/sm4-ctr', length);
      expect(derive(secret, 'seal/sm4-ctr', length, suite)).toEqual(Buffer.from(theirs));
    }
  });
});

const openssl = (key: Buffer, nonce: Buffer, bytes: Buffer): Buffer =>
  createCipheriv('sm4-ctr', key, nonce).update(bytes);

test('both suites agree byte for byte, at every length and across the end of the counter', () => {
  for (const length of [0, 1, 15, 16, 17, 31, 64, 65, 200, 1000]) {
    const [key, nonce, bytes] = [randomBytes(16), randomBytes(16), randomBytes(length)];
    expect(librarySuite.counterMode(key)(nonce, bytes)).toEqual(openssl(key, nonce, bytes));
    expect(nodeSuite.counterMode(key)(nonce, bytes)).toEqual(openssl(key, nonce, bytes));
    expect(librarySuite.sm3(bytes)).toEqual(nodeSuite.sm3(bytes));
    expect(librarySuite.hmac(bytes, nonce)).toEqual(nodeSuite.hmac(bytes, nonce));
  }
  const key = randomBytes(16);
  const last = Buffer.alloc(16, 0xff);
  expect(librarySuite.counterMode(key)(last, Buffer.alloc(48))).toEqual(openssl(key, last, Buffer.alloc(48)));
  expect(nodeSuite.counterMode(key)(last, Buffer.alloc(48))).toEqual(openssl(key, last, Buffer.alloc(48)));
});

test('a Node without either algorithm gets the library', () => {
  expect(chooseSuite(['sm3'], ['sm4-ecb'])).toBe(nodeSuite);
  expect(chooseSuite(['sha256'], ['sm4-ecb'])).toBe(librarySuite);
  expect(chooseSuite(['sm3'], ['aes-256-ctr'])).toBe(librarySuite);
});
