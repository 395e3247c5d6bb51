import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../../config/settings';
import { timers } from '../../config/timers';
import { leveledLog } from '../edges/leveled-log';
import { localEdges } from '../edges/local/edges';
import { fileCipher } from '../edges/local/file-cipher';
import { type LocalFiles, sweepFiles } from '../edges/local/files';
import { type Clock, clockFrom, systemClock } from '../runtime/clock';
import { placeServices, type Services } from '../runtime/services';
import { fileKeys, type Keys, openSecrecy, readKeys } from '../secrecy';
import { openStore } from '../store/open';
import type { Wanted } from './arguments';
import { fillOnce } from './fill/fill';
import { makeFolder } from './folder';
import { fireTimer, loadFunctions } from './functions';
import { listen } from './server';
import { site } from './site';
import { startTimers } from './timers';

interface Start {
  settings: Settings;
  wanted: Wanted;
  /** Where the builds are: dist. */
  built: string;
  /** One line to the person at the terminal. */
  say(line: string): void;
}

/** How long a stop waits for what is under way. */
const stopSeconds = 10;

export interface Running {
  address: string;
  stop(): Promise<void>;
}

/**
 * The whole county in one process: pages, functions, timers, store, files. The port and the builds are looked at
 * before any data is touched; a county that was never filled is filled with invented people, except in production.
 * Errors: StartProblem with one sentence.
 */
export async function startCloud({ settings, wanted, built, say }: Start): Promise<Running> {
  const pages = site(path.join(built, 'h5'));
  const functions = loadFunctions(path.join(built, 'functions'));
  const listening = await listen(settings.HOST, settings.PORT);
  try {
    const services = await wireLocal(settings, () => listening.address);
    try {
      if (services.county.localSignIn) await fillOnce(services, wanted, say);
    } catch (error) {
      await services.store.close();
      throw error;
    }
    placeServices(services);
    listening.open({ site: pages, functions, files: services.edges.files, log: services.log });
    const stopTimers = startTimers({
      timers: timers.filter((timer) => functions.has(timer.function)),
      now: services.clock.now,
      fire: (timer, at) => fireTimer(functions.get(timer.function), timer.name, at, services.log),
    });
    const stop = async (): Promise<void> => {
      // Long work may go on for minutes; it is taken up again where its last page was stored.
      await Promise.all([
        listening.close(stopSeconds),
        Promise.race([stopTimers(), sleep(stopSeconds * 1000, undefined, { ref: false })]),
      ]);
      await services.store.close();
    };
    return { address: listening.address, stop };
  } catch (error) {
    await listening.close(0);
    throw error;
  }
}

interface LocalServices extends Services {
  edges: Services['edges'] & { files: LocalFiles };
}

async function wireLocal(settings: Settings, address: () => string): Promise<LocalServices> {
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, COUNTY_CODE: countyCode } = settings;
  const production = settings.NODE_ENV === 'production';
  const folder = makeFolder(path.join(dataDir, 'files'));
  const clock = settings.LOCAL_TIME === null ? systemClock : clockFrom(settings.LOCAL_TIME);
  const store = await openStore({ databaseUrl, poolSize: settings.DATABASE_POOL, dataDir }, !production);
  try {
    const keys = await keysOf(settings, clock);
    await sweepFiles(folder, clock);
    return {
      store,
      secrecy: openSecrecy(keys),
      edges: localEdges({ store, clock, countyCode, folder, cipher: fileCipher(keys), address }),
      clock,
      log: leveledLog(settings.LOG_LEVEL),
      county: { countyCode, divisionEdition: settings.DIVISION_EDITION, localSignIn: !production },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

const keysOf = ({ SECRETS_KEYS, DATA_DIR }: Settings, clock: Clock): Promise<Keys> =>
  SECRETS_KEYS === null ? fileKeys(DATA_DIR, clock.now()) : readKeys(SECRETS_KEYS, '设置 SECRETS_KEYS ');
