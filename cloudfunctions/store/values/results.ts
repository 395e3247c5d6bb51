import { arrayReader } from './arrays';

/** Reads one value of one type from PostgreSQL's text form. */
export type Reader = (text: string) => unknown;

/** The reader of a type, by its number in pg_type; unknown types stay text. */
export function readerOf(typeId: number): Reader {
  return READERS.get(typeId) ?? asText;
}

const asText: Reader = (text) => text;

/** Exact or text: a number only while JavaScript holds every digit. */
const integer: Reader = (text) => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
};

/** Decimals of up to 15 digits survive a double; longer ones stay text. */
const decimal: Reader = (text) => (text.replace(/\D/g, '').length <= 15 ? Number(text) : text);

const real: Reader = (text) => Number(text);

const bytes: Reader = (text) => Buffer.from(text.slice(2), 'hex');

/**
 * '2018-01-02 03:04:05.6+00' → '2018-01-02T03:04:05.600Z'. Sessions run in UTC. Microseconds are kept when there are
 * any, else a page that starts after the last seen instant would skip or repeat rows.
 */
const instant: Reader = (text) => {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (!parts) return text;
  const fraction = (parts[3] ?? '').padEnd(3, '0');
  return `${parts[1]}T${parts[2]}.${fraction.length > 3 ? fraction.padEnd(6, '0') : fraction}Z`;
};

const SCALARS: readonly (readonly [typeId: number, arrayId: number, read: Reader])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, bytes], // bytea
  [20, 1016, integer], // int8
  [21, 1005, integer], // int2
  [23, 1007, integer], // int4
  [25, 1009, asText], // text
  [26, 1028, integer], // oid
  [114, 199, (text) => JSON.parse(text) as unknown], // json
  [700, 1021, real], // float4
  [701, 1022, real], // float8
  [1042, 1014, asText], // char(n)
  [1043, 1015, asText], // varchar
  [1082, 1182, asText], // date: already YYYY-MM-DD
  [1184, 1185, instant], // timestamptz
  [1700, 1231, decimal], // numeric
  [2950, 2951, asText], // uuid
  [3802, 3807, (text) => JSON.parse(text) as unknown], // jsonb
];

const READERS = new Map<number, Reader>(
  SCALARS.flatMap(([typeId, arrayId, read]) => [[typeId, read] as const, [arrayId, arrayReader(read)] as const])
);
