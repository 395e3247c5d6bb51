import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { CopyRows, Store } from '../../../cloudfunctions/store/port';
import { timed } from '../measure';

/** The tables an import fills with as many rows as the file has people or households. */
const tables = ['person', 'household'] as const;

/**
 * Seconds that a bare COPY takes for the very rows the import made, into empty tables with the same columns, keys and
 * indexes. The rows lie ready as text: reading, checking, sealing and counting cost nothing here.
 */
export async function bareCopy(store: Store, folder: string): Promise<number> {
  let milliseconds = 0;
  for (const table of tables) {
    const columns = await writableColumns(store, table);
    const file = `${folder}/${table}.csv`;
    await pipeline(Readable.from(store.copyOut(`SELECT ${columns.join(', ')} FROM ${table}`)), createWriteStream(file));
    await store.read((db) => db.script(`CREATE TABLE ${table}_ceiling (LIKE ${table} INCLUDING ALL)`));
    for await (const rows of chunks(file)) {
      const [took] = await timed(() => store.copyIn(`${table}_ceiling`, columns, rows));
      milliseconds += took;
    }
    await store.read((db) => db.script(`DROP TABLE ${table}_ceiling`));
  }
  return milliseconds / 1000;
}

const writableColumns = async (store: Store, table: string): Promise<string[]> => {
  const rows = await store.read((db) =>
    db.query<{ name: string }>(
      `SELECT column_name::text AS name FROM information_schema.columns
       WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
      [table]
    )
  );
  return rows.map(({ name }) => name);
};

/** Rows as text, decoded while no clock runs; an unquoted empty cell is null. */
async function* chunks(file: string): AsyncIterable<CopyRows> {
  const rows = createReadStream(file).pipe(
    parse({ cast: (value, { quoting }) => (value === '' && !quoting ? null : value) })
  );
  let chunk: unknown[][] = [];
  for await (const row of rows as AsyncIterable<unknown[]>) {
    chunk.push(row);
    if (chunk.length < 50_000) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
