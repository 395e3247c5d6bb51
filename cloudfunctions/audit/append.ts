import type { Db } from '../store/port';
import { json } from '../store/values';
import { entryDigest } from './canonical';
import { type AuditNote, type AuditRow, auditRowOf } from './row';

/** Writes the row of an act in the act's own transaction; the sealer links it a moment later. */
export async function appendAudit(db: Db, note: AuditNote): Promise<void> {
  const values: unknown[] = [];
  const statement = auditInsert(note, (value) => `$${values.push(value)}`);
  await db.run(statement, values);
}

/** Many rows at once, for jobs: one statement for all of them. */
export async function appendAudits(db: Db, notes: readonly AuditNote[]): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map(auditRowOf);
  const columns = COLUMNS.map(({ of }) => rows.map(of));
  const arrays = COLUMNS.map(({ type }, index) => `$${index + 1}::${type}[]`);
  await db.run(`INSERT INTO audit_entry (${NAMES}) SELECT * FROM unnest(${arrays.join(', ')})`, columns);
}

/**
 * The same row as the text of an INSERT, to stand in a larger statement.
 * @param add takes a value into that statement's parameters and answers its placeholder, `$7`
 */
export function auditInsert(note: AuditNote, add: (value: unknown) => string): string {
  const row = auditRowOf(note);
  const values = COLUMNS.map(({ type, of }) => `${add(of(row))}::${type}`);
  return `INSERT INTO audit_entry (${NAMES}) VALUES (${values.join(', ')})`;
}

interface Column {
  name: string;
  type: string;
  of(row: AuditRow): unknown;
}

const text = (name: string, of: (row: AuditRow) => string): Column => ({ name, type: 'text', of });

const COLUMNS: readonly Column[] = [
  text('county_code', (row) => row.countyCode),
  text('entry_id', (row) => row.entryId),
  { name: 'at', type: 'timestamptz', of: (row) => row.at },
  text('account_id', (row) => row.accountId),
  text('post_id', (row) => row.postId),
  text('role', (row) => row.role),
  text('actor_name', (row) => row.actorName),
  text('act', (row) => row.act),
  text('subject', (row) => row.subject),
  text('place', (row) => row.place),
  text('reason', (row) => row.reason),
  { name: 'details', type: 'jsonb', of: (row) => json(row.details) },
  text('request_id', (row) => row.requestId),
  { name: 'digest', type: 'bytea', of: entryDigest },
];

const NAMES = COLUMNS.map(({ name }) => name).join(', ');
