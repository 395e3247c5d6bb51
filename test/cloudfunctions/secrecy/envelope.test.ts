import { randomBytes } from 'node:crypto';
import { sampleIdNumber } from '@/domain/identity';
import {
  type Key,
  keyIdOf,
  keySet,
  librarySuite,
  nodeSuite,
  openSecrecy,
  type Place,
  SecrecyFault,
  sealBytes,
} from '../../../cloudfunctions/secrecy';

const key = (id: string, purpose: Key['purpose']): Key => ({ id, purpose, secret: randomBytes(32) });
const [s1, s2, i1, i2] = [key('s1', 'seal'), key('s2', 'seal'), key('i1', 'index'), key('i2', 'index')] as const;
const before = openSecrecy(keySet([s1, i1], { seal: 's1', index: 'i1' }));
const after = openSecrecy(keySet([s1, s2, i1, i2], { seal: 's2', index: 'i2' }));

const place: Place = { county: '522732', table: 'person', row: 'p_1', column: 'id_number' };
const value = 'an identity number 示例 𠮷';
const faultOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof SecrecyFault ? error.reason : error;
  }
};

describe('a sealed value', () => {
  test('opens where it was put, and reads differently each time it is sealed', () => {
    const sealed = before.seal(value, place);
    expect(before.open(sealed, place)).toBe(value);
    expect(before.seal(value, place)).not.toEqual(sealed);
    expect(sealed.includes(Buffer.from(value))).toBe(false);
    expect(before.open(before.seal('', place), place)).toBe('');
  });

  test.each<Partial<Place>>([
    { county: '522701' },
    { table: 'record' },
    { row: 'p_2' },
    { column: 'phone' },
    { table: 'person1', row: ':p_' },
  ])('does not open when it was moved to %p', (moved) => {
    const sealed = before.seal(value, place);
    expect(faultOf(() => before.open(sealed, { ...place, ...moved }))).toBe('tag');
  });

  test('does not open after any one bit of it has changed', () => {
    const sealed = before.seal(value, place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(['shape', 'key', 'tag']).toContain(faultOf(() => before.open(changed, place)));
    }
  });

  test('does not open when it was cut, and nothing else opens either', () => {
    const sealed = before.seal(value, place);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(['shape', 'key', 'tag']).toContain(faultOf(() => before.open(sealed.subarray(0, length), place)));
    }
    expect(faultOf(() => before.open(Buffer.from('not sealed at all, but long enough to be'), place))).toBe('shape');
  });

  test('does not open without its key, and an index key opens nothing', () => {
    const sealed = after.seal(value, place);
    expect(faultOf(() => before.open(sealed, place))).toBe('key');
    expect(faultOf(() => before.open(sealBytes(Buffer.from(value), place, i1), place))).toBe('key');
  });

  test('says nothing of what was in it when it fails', () => {
    const sealed = before.seal(value, place);
    try {
      before.open(sealed, { ...place, row: 'p_2' });
    } catch (error) {
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/identity|示例|p_1/);
    }
    expect.assertions(1);
  });

  test('is the same to OpenSSL and to the library', () => {
    const keys = keySet([s1, i1], { seal: 's1', index: 'i1' });
    const [withNode, withLibrary] = [openSecrecy(keys, nodeSuite), openSecrecy(keys, librarySuite)];
    expect(withLibrary.open(withNode.seal(value, place), place)).toBe(value);
    expect(withNode.open(withLibrary.seal(value, place), place)).toBe(value);
    expect(withLibrary.index('phone', '13800000000')).toEqual(withNode.index('phone', '13800000000'));
  });

  test('has a layout that later versions can read', () => {
    const sealed = before.seal('abc', place);
    expect(sealed[0]).toBe(1);
    expect(sealed[1]).toBe(2);
    expect(sealed.subarray(2, 4).toString()).toBe('s1');
    expect(sealed).toHaveLength(2 + 2 + 16 + 3 + 16);
    expect(keyIdOf(sealed)).toBe('s1');
  });
});

describe('the secret answers of a record', () => {
  const fields = { idNumber: '示例号码', phone: '示例电话', headIdNumber: '' };

  test('share one envelope and come back by name', () => {
    const sealed = before.sealSecrets(fields, { ...place, column: 'secrets' });
    expect(before.openSecrets(sealed, { ...place, column: 'secrets' })).toEqual(fields);
    expect(faultOf(() => before.openSecrets(sealed, place))).toBe('tag');
  });

  test('are refused when something else was sealed there', () => {
    const sealed = before.seal('{"phone": 1}', place);
    expect(faultOf(() => before.openSecrets(sealed, place))).toBe('shape');
  });
});

describe('the blind index', () => {
  const days = Array.from({ length: 28 }, (_, day) => `1990-01-${String(day + 1).padStart(2, '0')}`);
  const endsInX = days.map((day) => sampleIdNumber('522732', day, '1', 0)).find((number) => number.endsWith('X')) ?? '';
  const fullWidth = (digits: string): string =>
    digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  test.each([
    ['idNumber', endsInX, ` ${fullWidth(endsInX.slice(0, 17))}x `],
    ['phone', '13800000000', '+86 138-0000-0000'],
    ['disabilityNo', `${endsInX}41`, `${endsInX.toLowerCase()}41`],
  ] as const)('finds the same %s however it was typed', (kind, plain, typed) => {
    expect(before.index(kind, typed)).toEqual(before.index(kind, plain));
    expect(before.index(kind, plain)).toHaveLength(32);
  });

  test('is another one for another value, another kind and another key', () => {
    const index = before.index('idNumber', '13800000000');
    expect(before.index('idNumber', '13800000001')).not.toEqual(index);
    expect(before.index('phone', '13800000000')).not.toEqual(index);
    expect(after.index('idNumber', '13800000000')).not.toEqual(index);
  });

  test('can be looked up under the old key while it is rebuilt', () => {
    const old = before.index('phone', '13800000000');
    expect(after.indexes('phone', '13800000000')).toEqual([after.index('phone', '13800000000'), old]);
    expect(before.indexes('phone', '13800000000')).toEqual([old]);
  });
});

describe('rotation', () => {
  test('finds what is sealed under an old key and seals it under the new one, in its place', () => {
    const old = before.seal(value, place);
    expect(after.open(old, place)).toBe(value);
    expect(after.isStale(old)).toBe(true);
    const rewrapped = after.rewrap(old, place);
    expect(after.isStale(rewrapped)).toBe(false);
    expect(keyIdOf(rewrapped)).toBe('s2');
    expect(after.open(rewrapped, place)).toBe(value);
    expect(faultOf(() => after.rewrap(old, { ...place, row: 'p_2' }))).toBe('tag');
  });
});
