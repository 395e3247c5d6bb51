import { createHash } from 'node:crypto';
import { householdKey } from '@/domain/register/household';
import type { RegisterPlace } from '@/domain/register/place';
import { residenceCode } from '@/domain/register/residence';
import { type RegisterRow, type RowContext, type RowReading, readRow } from '@/domain/register/row';
import type { Secrecy } from '../../../secrecy';
import type { Row } from '../decode/source';

/** A row read and put right, with everything about it that needs no store. */
export interface PreparedRow {
  line: number;
  cells: readonly string[];
  reading: RowReading;
  facts?: PreparedFacts;
}

export interface PreparedFacts {
  row: RegisterRow;
  /** Blind indexes of its number under every key in use, the current one first; for an old number of its new form. */
  idIndexes: readonly Buffer[];
  householdKey: string | null;
  place: RegisterPlace;
  residence: string;
  phoneIndex: Buffer | null;
  /** 8 bytes on where the register puts him, 12 on everything else, in hex. Numbers go in only as blind indexes. */
  placeDigest: string;
  restDigest: string;
}

export interface Preparation {
  secrecy: Secrecy;
  context: RowContext;
  placer: (row: RegisterRow) => RegisterPlace;
  /** The file names neither household numbers nor heads: a household is what follows a head. */
  byOrder: boolean;
}

/** Prepares the rows of a page; `carry` is the household of the last head, taken over from the page before. */
export function prepareRows(
  rows: readonly Row[],
  preparation: Preparation,
  carry: string
): { prepared: PreparedRow[]; carry: string } {
  let household = carry;
  const prepared = rows.map(({ line, cells }): PreparedRow => {
    const reading = readRow(cells, preparation.context);
    if (reading.kind === 'refused') return { line, cells, reading };
    const { row } = reading;
    const index = indexer(preparation.secrecy);
    if (preparation.byOrder && row.relation === '0') household = householdKey(row, index.hex) ?? '';
    const key = preparation.byOrder ? household : (householdKey(row, index.hex) ?? '');
    return { line, cells, reading, facts: factsOf(row, cells, key === '' ? null : key, preparation, index) };
  });
  return { prepared, carry: household };
}

interface Indexer {
  of(idNumber: string): readonly Buffer[];
  hex(idNumber: string): string;
}

/** The head's number is the head's own number again: each is indexed once a row. */
function indexer(secrecy: Secrecy): Indexer {
  let last = '';
  let indexes: readonly Buffer[] = [];
  const of = (idNumber: string): readonly Buffer[] => {
    if (idNumber !== last) indexes = secrecy.indexes('idNumber', idNumber);
    last = idNumber;
    return indexes;
  };
  return { of, hex: (idNumber) => of(idNumber)[0]?.toString('hex', 0, 16) ?? '' };
}

function factsOf(
  row: RegisterRow,
  cells: readonly string[],
  key: string | null,
  { context, placer, secrecy }: Preparation,
  index: Indexer
): PreparedFacts {
  const number = row.idNumber === '' ? row.upgraded : row.idNumber;
  const idIndexes = number === '' ? [] : index.of(number);
  const raw = row.idDoubt === 'wrongId' ? index.hex(cells[context.mapping.idNumber ?? -1] ?? '') : '';
  const phoneIndex = row.phone === '' ? null : secrecy.index('phone', row.phone);
  return {
    row,
    idIndexes,
    householdKey: key,
    place: placer(row),
    residence: row.residence === '' ? '' : residenceCode(row.residence),
    phoneIndex,
    placeDigest: digest(8, [row.villageCode, row.town, row.village, row.group, row.address, row.houseNo]),
    restDigest: digest(12, [
      idIndexes[0]?.toString('latin1') ?? raw,
      row.idDoubt ?? '',
      row.name,
      row.sex,
      row.birthDate ?? '',
      row.ethnic,
      row.hukouNature,
      row.relation,
      key ?? '',
      row.headName,
      row.residence,
      phoneIndex?.toString('latin1') ?? '',
    ]),
  };
}

/** As text: a buffer of its own for each row would keep the collector busier than all the rest. */
const digest = (bytes: number, parts: readonly string[]): string =>
  createHash('sha256')
    .update(parts.join('\u0000'))
    .digest('hex')
    .slice(0, bytes * 2);

/** Both digests as the store takes bytes in text. */
export const digestText = ({ placeDigest, restDigest }: PreparedFacts): string => `\\x${placeDigest}${restDigest}`;
