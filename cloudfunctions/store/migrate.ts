import { StartProblem } from './errors';
import { type Migration, ownMigrations, ownVersions, type SchemaVersion } from './migrations';
import type { Db, Store } from './port';

/**
 * Brings the store up to this version: each missing migration in a transaction of its own. Several processes may call
 * it at once. Answers the names of those it applied.
 * Errors: StartProblem 'newer' when the store was written by a later version, 'changed' when an applied migration is
 * not what this version holds.
 */
export async function migrate(store: Store, migrations: readonly Migration[] = ownMigrations()): Promise<string[]> {
  await store.transaction(async (db) => {
    await lockMigrations(db);
    await db.script(
      `CREATE TABLE IF NOT EXISTS schema_migration (
         number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now()
       )`
    );
  });
  const done: string[] = [];
  for (const migration of migrations) {
    const applied = await store.transaction(async (db) => {
      await lockMigrations(db);
      const before = await appliedOnes(db);
      refuseOtherHistory(before, migrations);
      if (before.some(({ number }) => number === migration.number)) return false;
      await db.script(`SET LOCAL statement_timeout = 0; ${migration.sql}`);
      await db.run('INSERT INTO schema_migration (number, name, checksum) VALUES ($1, $2, $3)', [
        migration.number,
        migration.name,
        migration.checksum,
      ]);
      return true;
    });
    if (applied) done.push(migration.name);
  }
  return done;
}

/** Fails unless the store is exactly at this version; for processes that may not change it. */
export async function requireMigrated(store: Store, versions: readonly SchemaVersion[] = ownVersions()): Promise<void> {
  const applied = await store.read(appliedOnes);
  refuseOtherHistory(applied, versions);
  if (applied.length < versions.length) {
    throw new StartProblem('store', '数据库还没有升级到这个版本。请先运行 npm run migrate，再启动。');
  }
}

type Applied = Pick<SchemaVersion, 'number' | 'checksum'>;

async function appliedOnes(db: Db): Promise<Applied[]> {
  const known = await db.one<{ found: boolean }>(`SELECT to_regclass('schema_migration') IS NOT NULL AS found`);
  return known?.found ? db.query<Applied>('SELECT number, checksum FROM schema_migration ORDER BY number') : [];
}

function refuseOtherHistory(applied: readonly Applied[], versions: readonly SchemaVersion[]): void {
  const last = versions.at(-1)?.number ?? 0;
  for (const { number, checksum: before } of applied) {
    const own = versions.find((version) => version.number === number);
    if (!own && number > last) {
      throw new StartProblem(
        'newer',
        '数据是由更新版本的程序保存的，这个版本打不开。请换用新版本的程序，数据不会受影响。'
      );
    }
    if (!own || own.checksum !== before) {
      throw new StartProblem(
        'changed',
        `数据库结构第 ${number} 号升级文件与当初执行的不一致。请换回原来版本的程序文件，再启动。`
      );
    }
  }
}

/** Held until the transaction ends; the number is this product's own. */
async function lockMigrations(db: Db): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(7246118)::text');
}
