import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One numbered SQL file, `0002_audit.sql`; applied once, in order, never changed afterwards. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

/** Put here by a bundler that wants to carry the files inside (`define`); absent when the sources run as they are. */
declare const YINGTONG_MIGRATIONS: Migration[] | undefined;

/** The migrations of this version of the product. */
export function ownMigrations(): Migration[] {
  return typeof YINGTONG_MIGRATIONS === 'undefined'
    ? readMigrations(path.join(__dirname, 'migrations'))
    : YINGTONG_MIGRATIONS;
}

export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const migrations = files.map((file) => {
    const parts = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
    if (!parts) throw new Error(`a migration is called NNNN_name.sql, not ${file}`);
    return { number: Number(parts[1]), name: parts[2] ?? '', sql: readFileSync(path.join(folder, file), 'utf8') };
  });
  const repeated = migrations.find(({ number }, index) => migrations[index - 1]?.number === number);
  if (repeated) throw new Error(`two migrations have the number ${repeated.number}`);
  return migrations;
}

/** Tells an applied migration from a changed one; line ends do not count. */
export function checksum({ sql }: Migration): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
