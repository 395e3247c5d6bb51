import { type Place, type Secrecy, SecrecyFault } from '../../secrecy';
import type { Replacement, SealedPage } from '../../store/queries/secrecy/rotation';
import type { sealedTables } from './sealed-tables';

type Table = (typeof sealedTables)[number];

export interface Resealed extends Replacement {
  oldIndexes: readonly (Buffer | null)[];
  /** Hex of the first half of the old and the new index of an identity number, where it changed. */
  renamed: { before: string; after: string }[];
  changed: boolean;
  /** Cut, changed, or its key is not here: it stays as it is, and the rotation says how many there are. */
  unreadable: boolean;
}

/** A row under the keys in use: what is stale is opened and sealed anew, what is not stays as it is, byte for byte. */
export function reseal(secrecy: Secrecy, county: string, table: Table, row: SealedPage): Resealed {
  try {
    return resealed(secrecy, county, table, row);
  } catch (error) {
    if (!(error instanceof SecrecyFault)) throw error;
    const same = { before: row.ciphers, oldIndexes: row.indexes, renamed: [] };
    return { ...row, ...same, changed: false, unreadable: true };
  }
}

function resealed(secrecy: Secrecy, county: string, table: Table, row: SealedPage): Resealed {
  const renamed: { before: string; after: string }[] = [];
  const indexes = [...row.indexes];
  const ciphers = row.ciphers.map((cipher, place) => {
    const cell = table.cells[place];
    // an empty one is yet to be written, by the import that is at it, and then under the key in use
    if (cipher === null || cipher.byteLength === 0 || cell === undefined) return cipher;
    const where: Place = { county, table: table.table, row: table.rowOf(row.keys), column: cell.column };
    if (cell.index !== undefined && secrecy.keyIds('index').length > 1) {
      const { kind } = cell.index;
      const [current, ...older] = secrecy.indexes(kind, secrecy.open(cipher, where));
      if (current !== undefined && row.indexes[place]?.equals(current) === false) {
        indexes[place] = current;
        if (kind === 'idNumber') for (const one of older) renamed.push({ before: half(one), after: half(current) });
      }
    }
    return secrecy.isStale(cipher) ? secrecy.rewrap(cipher, where) : cipher;
  });
  const changed = ciphers.some((cipher, place) => cipher !== row.ciphers[place]) || renamed.length > 0;
  const reindexed = indexes.some((index, place) => index !== row.indexes[place]);
  return {
    keys: row.keys,
    before: row.ciphers,
    oldIndexes: row.indexes,
    ciphers,
    indexes,
    renamed,
    changed: changed || reindexed,
    unreadable: false,
  };
}

const half = (index: Buffer): string => index.toString('hex', 0, 16);
