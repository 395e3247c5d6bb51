import { readSettings } from '../config/settings';
import { cloudEdges } from './edges/cloudbase/edges';
import { leveledLog } from './edges/leveled-log';
import { systemClock } from './runtime/clock';
import type { Services } from './runtime/services';
import { openSecrecy, readKeys } from './secrecy';
import { StartProblem } from './store/errors';
import { openStore } from './store/open';

/**
 * The services of a cloud function, from its environment: a PostgreSQL server, keys from the setting, WeChat's edges.
 * The local cloud and the tests place their own services before a function asks, so this runs in the cloud only.
 * Errors: StartProblem that names the setting.
 */
export async function wire(): Promise<Services> {
  const settings = readSettings(process.env);
  const { DATABASE_URL: databaseUrl, SECRETS_KEYS: keys } = settings;
  if (databaseUrl === null || keys === null) {
    throw new StartProblem('settings', '云函数要设置 DATABASE_URL 和 SECRETS_KEYS 才能启动，请设置后重新部署。');
  }
  const store = await openStore({ databaseUrl, poolSize: settings.DATABASE_POOL, dataDir: settings.DATA_DIR }, false);
  return {
    store,
    secrecy: openSecrecy(await readKeys(keys, '设置 SECRETS_KEYS ')),
    edges: cloudEdges({ store, clock: systemClock, settings }),
    clock: systemClock,
    log: leveledLog(settings.LOG_LEVEL),
    county: { countyCode: settings.COUNTY_CODE, divisionEdition: settings.DIVISION_EDITION, localSignIn: false },
  };
}
