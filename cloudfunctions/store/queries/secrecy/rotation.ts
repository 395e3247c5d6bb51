import type { Db } from '../../port';
import { hexText } from '../../values';

/** Reading and replacing sealed columns, table by table; the names come from our own list, never from a person. */
export interface SealedTable {
  table: string;
  /** The primary key behind county_code. */
  keys: readonly { column: string; type: 'text' | 'int' }[];
  cells: readonly SealedCell[];
}

export interface SealedCell {
  column: string;
  index?: { column: string; kind: 'idNumber' | 'phone' };
}

export interface SealedPage {
  keys: string[];
  /** One for each cell of the table. */
  ciphers: (Buffer | null)[];
  indexes: (Buffer | null)[];
}

const columnsOf = ({ cells }: SealedTable): string[] =>
  cells.flatMap(({ column, index }) => (index === undefined ? [column] : [column, index.column]));

/** Rows behind a key, in the order of the primary key. */
export async function sealedPage(
  db: Db,
  county: string,
  table: SealedTable,
  after: readonly string[],
  limit: number
): Promise<SealedPage[]> {
  const keys = table.keys.map(({ column }) => column).join(', ');
  const behind = table.keys.map(({ type }, place) => `$${place + 3}::${type}`).join(', ');
  const rows = await db.query<Record<string, unknown>>(
    `SELECT ${table.keys.map(({ column }) => `${column}::text AS key_${column}`).join(', ')}, ${columnsOf(table).join(', ')}
     FROM ${table.table} WHERE county_code = $1::text ${after.length === 0 ? '' : `AND (${keys}) > (${behind})`}
     ORDER BY county_code, ${keys} LIMIT $2::int`,
    [county, limit, ...after]
  );
  const bytes = (value: unknown): Buffer | null => (Buffer.isBuffer(value) ? value : null);
  return rows.map((row) => ({
    keys: table.keys.map(({ column }) => String(row[`key_${column}`])),
    ciphers: table.cells.map(({ column }) => bytes(row[column])),
    indexes: table.cells.map(({ index }) => (index === undefined ? null : bytes(row[index.column]))),
  }));
}

export interface Replacement {
  keys: readonly string[];
  before: readonly (Buffer | null)[];
  ciphers: readonly (Buffer | null)[];
  indexes: readonly (Buffer | null)[];
}

/** Puts the new values in, unless somebody has written the row since: then it is sealed anew already. */
export function replaceSealed(
  db: Db,
  county: string,
  table: SealedTable,
  rows: readonly Replacement[]
): Promise<number> {
  const values: unknown[] = [county];
  const names: string[] = [];
  const add = (name: string, type: string, column: readonly unknown[]): string => {
    names.push(name);
    return `$${values.push(column)}::${type}[]`;
  };
  const arrays = table.keys.map(({ column, type }, place) =>
    add(
      `key_${column}`,
      type,
      rows.map(({ keys }) => keys[place])
    )
  );
  const hex = (bytes: Buffer | null | undefined): string | null => (bytes ? hexText(bytes) : null);
  const sets: string[] = [];
  const checks = table.keys.map(({ column }) => `t.${column} = v.key_${column}`);
  table.cells.forEach(({ column, index }, place) => {
    arrays.push(
      add(
        `old_${column}`,
        'bytea',
        rows.map(({ before }) => hex(before[place]))
      )
    );
    arrays.push(
      add(
        `new_${column}`,
        'bytea',
        rows.map(({ ciphers }) => hex(ciphers[place]))
      )
    );
    sets.push(`${column} = v.new_${column}`);
    checks.push(`t.${column} IS NOT DISTINCT FROM v.old_${column}`);
    if (index === undefined) return;
    arrays.push(
      add(
        `new_${index.column}`,
        'bytea',
        rows.map(({ indexes }) => hex(indexes[place]))
      )
    );
    sets.push(`${index.column} = v.new_${index.column}`);
  });
  return db.run(
    `UPDATE ${table.table} t SET ${sets.join(', ')} FROM unnest(${arrays.join(', ')}) AS v(${names.join(', ')})
     WHERE t.county_code = $1::text AND ${checks.join(' AND ')}`,
    values
  );
}

/** Who already stands under one of these indexes: the number came in again under the new key. */
export const livingUnder = (
  db: Db,
  county: string,
  indexes: readonly Buffer[]
): Promise<{ person_id: string; id_index: Buffer; village_code: string | null }[]> =>
  db.query(
    `SELECT person_id, id_index, village_code FROM person
     WHERE county_code = $1::text AND id_index = ANY($2::bytea[]) AND merged_into IS NULL`,
    [county, [...indexes]]
  );

/** Households that the register tells by their head's index follow it. */
export const renameHouseholds = (
  db: Db,
  county: string,
  renames: readonly { before: string; after: string }[]
): Promise<number> =>
  db.run(
    `UPDATE household h SET register_key = v.after_key
     FROM unnest($2::text[], $3::text[]) AS v(before_key, after_key)
     WHERE h.county_code = $1::text AND h.register_key = v.before_key
       AND NOT EXISTS (SELECT 1 FROM household o WHERE o.county_code = $1::text AND o.register_key = v.after_key)`,
    [county, renames.map(({ before }) => before), renames.map(({ after }) => after)]
  );

export async function countRows(db: Db, county: string, tables: readonly SealedTable[]): Promise<number> {
  let rows = 0;
  for (const { table } of tables) {
    const row = await db.one<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${table} WHERE county_code = $1::text`,
      [county]
    );
    rows += row?.rows ?? 0;
  }
  return rows;
}

/** Invitations carry an index and no number: they are found under the old key until they are used or run out. */
export async function openInvitations(db: Db, county: string, now: Date): Promise<number> {
  const row = await db.one<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM invitation
     WHERE county_code = $1::text AND state = 'open' AND expires_at > $2::timestamptz`,
    [county, now]
  );
  return row?.waiting ?? 0;
}
