import { randomBytes } from 'node:crypto';
import type { Row, Store } from '../../../cloudfunctions/store/port';
import { json } from '../../../cloudfunctions/store/values';

/** The rows a submission leaves, and which of their columns must be new each time. */
const tables: Readonly<Record<string, readonly string[]>> = {
  request: ['request_id'],
  audit_entry: ['entry_id'],
  record: ['record_id', 'subject_id'],
  record_version: ['record_id', 'submission_id'],
};

/**
 * The ceiling: the rows of a submission that was stored before, under new ids, in one statement, with nothing looked up,
 * judged, sealed or counted.
 */
export async function rawInsert(store: Store): Promise<() => Promise<unknown>> {
  const samples: [string, Row][] = [];
  for (const table of Object.keys(tables)) {
    const row = await store.read((db) => db.one(`SELECT * FROM ${table} ORDER BY ${lastFirst[table]} LIMIT 1`));
    if (row === undefined) throw new Error(`nothing was stored in ${table} yet`);
    samples.push([table, row]);
  }
  return () => {
    const fresh = randomBytes(12).toString('base64url');
    const values: unknown[] = [];
    const inserts = samples.map(([table, row]) => insertOf(table, row, fresh, values));
    return store.read((db) => db.query(`WITH ${inserts.join(', ')} SELECT 1 AS done`, values));
  };
}

const lastFirst: Readonly<Record<string, string>> = {
  request: `(operation = 'collect.submitRecord') DESC`,
  audit_entry: `(act = 'collect.submitRecord') DESC`,
  record: 'updated_at DESC',
  record_version: 'received_at DESC',
};

function insertOf(table: string, row: Row, fresh: string, values: unknown[]): string {
  const columns = Object.keys(row);
  const places = columns.map((column) => `$${values.push(fill(table, column, row[column], fresh))}`);
  return `${table}_row AS (INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')}))`;
}

function fill(table: string, column: string, value: unknown, fresh: string): unknown {
  if (tables[table]?.includes(column)) return fresh;
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value) ? json(value) : value;
}
