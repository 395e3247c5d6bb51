import {
  type Suite as Cryptography,
  type Keys,
  keySet,
  librarySuite,
  newKeysText,
  nodeSuite,
  openSecrecy,
  readKeys,
} from '../../../cloudfunctions/secrecy';
import { microseconds } from '../measure';
import { heading, line, number, ratio } from '../print';
import type { Suite } from '../suite';

export const secrecy: Suite = {
  name: 'secrecy',
  title: 'microseconds of one call, OpenSSL and the library',
  async run() {
    const keys = await readKeys(newKeysText(new Date()), 'bench');
    const node = times(keys, nodeSuite);
    const library = times(keys, librarySuite);
    heading('                                                    OpenSSL        library          ratio');
    for (const [name, cost] of node) {
      const slow = library.get(name) ?? Number.NaN;
      line(name, number(cost, 'µs'), number(slow, 'µs'), ratio(slow, cost));
    }
  },
};

function times(keys: Keys, use: Cryptography): Map<string, number> {
  const { seal, open, sealSecrets, openSecrets, index } = openSecrecy(fresh(keys), use);
  const place = { county: '522732', table: 'person', row: 'p_01cnx3b4c5d6e7f8g9h0jk', column: 'id_number' };
  // As long as the real ones, and no one's.
  const fields = {
    idNumber: 'x'.repeat(18),
    phone: 'x'.repeat(11),
    headIdNumber: 'x'.repeat(18),
    contact: 'x'.repeat(11),
  };
  const one = seal(fields.idNumber, place);
  const all = sealSecrets(fields, place);
  const bytes = Buffer.from(fields.idNumber);
  const calls: [string, () => unknown][] = [
    ['SM3 of 18 bytes', () => use.sm3(bytes)],
    ['seal one value', () => seal(fields.idNumber, place)],
    ['open one value', () => open(one, place)],
    ['seal the secrets of a record (4 fields)', () => sealSecrets(fields, place)],
    ['open the secrets of a record', () => openSecrets(all, place)],
    ['blind index', () => index('idNumber', fields.idNumber)],
  ];
  return new Map(calls.map(([name, call]) => [name, microseconds(call, use.name === 'node' ? 20_000 : 2000)]));
}

/** Keys remember what was derived of them; each suite derives its own. */
function fresh(keys: Keys): Keys {
  const all = [...keys.all('seal'), ...keys.all('index')].map((key) => ({ ...key }));
  return keySet(all, { seal: keys.current('seal').id, index: keys.current('index').id });
}
