import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the store remembers of an applied migration. */
export interface SchemaVersion {
  number: number;
  name: string;
  /** Tells an applied migration from a changed one; line ends do not count. */
  checksum: string;
}

/** One numbered SQL file, `0002_audit.sql`; applied once, in order, never changed afterwards. */
export interface Migration extends SchemaVersion {
  sql: string;
}

/** Put into a bundled function by `config/functions.ts`: it checks the store but never changes it. */
declare const YINGTONG_SCHEMA: SchemaVersion[] | undefined;

/** What a store must be at for this version of the product. */
export function ownVersions(): SchemaVersion[] {
  return typeof YINGTONG_SCHEMA === 'undefined' ? ownMigrations() : YINGTONG_SCHEMA;
}

/** The migrations of this version, from their files beside this one; not inside a bundled function. */
export function ownMigrations(): Migration[] {
  return readMigrations(path.join(__dirname, 'migrations'));
}

export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const migrations = files.map((file) => {
    const parts = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
    if (!parts) throw new Error(`a migration is called NNNN_name.sql, not ${file}`);
    return migration(Number(parts[1]), parts[2] ?? '', readFileSync(path.join(folder, file), 'utf8'));
  });
  const repeated = migrations.find(({ number }, index) => migrations[index - 1]?.number === number);
  if (repeated) throw new Error(`two migrations have the number ${repeated.number}`);
  return migrations;
}

export function migration(number: number, name: string, sql: string): Migration {
  const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
  return { number, name, sql, checksum };
}
