import { openStore } from '../../cloudfunctions/store/open';
import { emptyFolder, endAll, removeFolder } from '../support/local-process';
import { brokenAfterwards } from './afterwards';
import { killUnderLoad, type Wanted } from './rounds';

export interface Verdict {
  kills: number;
  entries: number;
  acknowledged: number;
  broken: string[];
}

/** Kills so many times over data of its own, then looks at what is left. @param databaseUrl a server's empty database; null is PGlite */
export async function kills(databaseUrl: string | null, wanted: Omit<Wanted, 'env'>): Promise<Verdict> {
  const folder = emptyFolder();
  try {
    const env = { DATA_DIR: folder, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const killed = await killUnderLoad({ ...wanted, env });
    const store = await openStore({ databaseUrl, poolSize: 2, dataDir: folder }, false);
    const broken = await brokenAfterwards(store, killed).finally(() => store.close());
    const { entries, acknowledged } = killed;
    return { kills: killed.kills, entries: entries.length, acknowledged: acknowledged.size, broken };
  } finally {
    await endAll();
    removeFolder(folder);
  }
}
