import { migrate, requireMigrated } from './migrate';
import { openFolder } from './pglite/folder';
import type { Store } from './port';
import { openPostgres } from './postgres/store';

export interface StoreSettings {
  /** A PostgreSQL server, or null for the embedded store under `dataDir`. */
  databaseUrl: string | null;
  poolSize: number;
  dataDir: string;
}

/**
 * The store of this process, at the version of this product. The embedded one is brought up to date here; a server is
 * only when `mayMigrate` (local runs and `npm run migrate`), because cloud functions must not change tables.
 * Errors: StartProblem.
 */
export async function openStore(settings: StoreSettings, mayMigrate: boolean): Promise<Store> {
  const { databaseUrl, poolSize, dataDir } = settings;
  const store = databaseUrl === null ? await openFolder(dataDir) : await openPostgres({ url: databaseUrl, poolSize });
  try {
    if (databaseUrl === null || mayMigrate) await migrate(store);
    else await requireMigrated(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
