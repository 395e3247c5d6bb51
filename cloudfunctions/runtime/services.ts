import type { Edges } from '../edges/ports';
import type { Secrecy } from '../secrecy';
import type { Store } from '../store/port';
import type { Clock } from './clock';
import type { Log } from './log';

/** Everything a function reaches outside itself. Wired once a process, passed down, replaced in tests. */
export interface Services {
  store: Store;
  secrecy: Secrecy;
  edges: Edges;
  clock: Clock;
  log: Log;
  /** What the operations need of the settings. */
  county: CountySettings;
}

export interface CountySettings {
  countyCode: string;
  /** Cut-off date of the division edition in use, YYYY-MM-DD. */
  divisionEdition: string;
  /** True in the local cloud only: personas may sign in. */
  localSignIn: boolean;
}

const place = Symbol.for('yingtong.services');

/** The services of this process: the local cloud and tests set them; in the cloud they are wired from the environment. */
export async function services(wire: () => Promise<Services>): Promise<Services> {
  const holder = globalThis as { [place]?: Promise<Services> | Services };
  holder[place] ??= wire().catch((error: unknown) => {
    // A database that was away for a minute must not silence the function until it is started anew.
    delete holder[place];
    throw error;
  });
  return holder[place];
}

export function placeServices(given: Services): void {
  (globalThis as { [place]?: Services })[place] = given;
}
