import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PGlite, protocol } from '@electric-sql/pglite';
import { migrate } from '../../cloudfunctions/store/migrate';
import { ownMigrations } from '../../cloudfunctions/store/migrations';
import { embedStore, openPglite } from '../../cloudfunctions/store/pglite/store';
import type { Store } from '../../cloudfunctions/store/port';

/** An embedded store at the version of this product, and which of its tables are empty when it is new. */
export interface Opened {
  store: Store;
  /** Tables of the schema that are empty in a new store. */
  tables: string[];
  /** Tables that the migrations fill; a test leaves them as they are. */
  reference: string[];
}

export async function openFromTemplate(): Promise<Opened> {
  const store = await openPglite({ loadDataDir: await templateData() });
  const all = await publicTables(store);
  const reference = await filled(store, all);
  return { store, reference, tables: all.filter((table) => !reference.includes(table)) };
}

/** A migrated data folder without what a test has no use for, made once a set of migrations. */
export async function templateData(): Promise<Blob> {
  const version = createHash('sha256')
    .update(
      ownMigrations()
        .map(({ checksum }) => checksum)
        .join()
    )
    .digest('hex')
    .slice(0, 16);
  const file = path.resolve(__dirname, `../../node_modules/.cache/yingtong/store-${version}.tar`);
  if (!existsSync(file)) {
    const bytes = await makeTemplate();
    mkdirSync(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  }
  return new Blob([new Uint8Array(readFileSync(file))]);
}

/** Leaves the store as it was when it was new, in a few milliseconds. */
export async function emptyStore({ store, tables, reference }: Opened): Promise<void> {
  const used = await filled(store, tables);
  const added = (await publicTables(store)).filter((table) => !tables.includes(table) && !reference.includes(table));
  const statements = [
    ...(used.length > 0 ? [`TRUNCATE ${used.join(', ')} RESTART IDENTITY CASCADE`] : []),
    ...added.map((table) => `DROP TABLE ${table} CASCADE`),
  ];
  if (statements.length === 0) return;
  // As a replica the session runs no triggers: those of the audit refuse to be emptied.
  const script = ['SET session_replication_role = replica', ...statements, 'RESET session_replication_role'].join(';');
  await store.read((db) => db.script(script));
}

async function makeTemplate(): Promise<Buffer> {
  const pglite = await PGlite.create({
    initDbStartParams: [
      '--wal-segsize=1',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=trust',
      '--username=postgres',
    ],
  });
  const store = await embedStore(pglite, protocol);
  await migrate(store);
  await store.read(async (db) => {
    await db.run('UPDATE pg_database SET datistemplate = false');
    await db.run('DROP DATABASE template1');
    await db.run('DROP DATABASE template0');
    await db.run('CHECKPOINT');
  });
  const dump = await pglite.dumpDataDir('none');
  await store.close();
  return Buffer.from(await dump.arrayBuffer());
}

async function publicTables(store: Store): Promise<string[]> {
  const rows = await store.read((db) =>
    db.query<{ name: string }>(`SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'`)
  );
  return rows.map(({ name }) => name);
}

async function filled(store: Store, tables: string[]): Promise<string[]> {
  const each = tables.map((table) => `SELECT '${table}' AS name WHERE EXISTS (SELECT 1 FROM ${table})`);
  const rows = await store.read((db) => db.query<{ name: string }>(each.join(' UNION ALL ')));
  return rows.map(({ name }) => name);
}
