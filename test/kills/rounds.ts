import { acceptUndertaking, readUndertakingText } from '@/domain/operations/account/account';
import type { Entry } from '@/outbox';
import { addressOf, ask, ended, type Started, startLocal, until } from '../support/local-process';
import { type Cloud, type WorkingPhone, workingPhone } from './phone';

export interface Wanted {
  /** Where the functions were built. */
  built: string;
  /** Settings that say where the data lie: DATA_DIR, and DATABASE_URL for a server. */
  env: Readonly<Record<string, string>>;
  times: number;
  phones: number;
  told?: (line: string) => void;
}

export interface Killed {
  /** Everything the phones did, as they know it in the end. */
  entries: Entry[];
  /** Entries that had a receipt when the cloud was killed, over all kills. */
  acknowledged: Set<string>;
  kills: number;
}

const people = 100;
const begun = Date.parse('2026-12-01T02:00:00Z');

/** The local cloud as a process of its own, killed with kill -9 while phones sync, started again on what it left. */
export async function killUnderLoad({ built, env, times, phones, told }: Wanted): Promise<Killed> {
  const since = Date.now();
  const now = (): Date => new Date(begun + Date.now() - since);
  const start = (): Started =>
    startLocal(built, ['--people', String(people)], {
      ...env,
      NODE_ENV: 'development',
      LOCAL_TIME: inChina(now()),
    });
  let started = start();
  const cloud: Cloud = { address: await listening(started), session: '', post: '', village: '', now };
  Object.assign(cloud, await enumeratorAt(cloud.address));
  const working = await Promise.all(Array.from({ length: phones }, () => workingPhone(cloud)));
  const acknowledged = new Set<string>();
  let stopped = false;
  const work = working.map((phone) => phone.work(() => stopped));
  for (let kill = 1; kill <= times; kill += 1) {
    // Never at the same moment of the work: now and then right after the start, else in the thick of it.
    if (kill % 4 !== 0) await moreReceived(working);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 1500));
    await ended(started.process, 'SIGKILL');
    for (const id of received(working)) acknowledged.add(id);
    told?.(`kill ${kill} of ${times}: ${acknowledged.size} entries acknowledged so far`);
    started = start();
    cloud.address = await listening(started);
  }
  stopped = true;
  await Promise.all(work);
  await Promise.all(working.map((phone) => phone.finish()));
  await ended(started.process, 'SIGTERM');
  return { entries: working.flatMap((phone) => [...phone.entries()]), acknowledged, kills: times };
}

const inChina = (at: Date): string => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

async function listening(started: Started): Promise<string> {
  const address = await addressOf(started);
  if (address === '') throw new Error(`it did not start: ${started.said()}${started.complained()}`);
  return address;
}

/** Until the cloud has taken something since its start. */
async function moreReceived(working: readonly WorkingPhone[]): Promise<void> {
  const before = received(working).length;
  await until(
    () => received(working).length > before,
    () => `nothing more than ${before} entries received`
  );
}

const received = (phones: readonly WorkingPhone[]): string[] =>
  phones.flatMap((phone) => phone.entries().flatMap(({ id, standing }) => (standing.is === 'received' ? [id] : [])));

/** The enumerator of the invented county signs in and promises secrecy. */
async function enumeratorAt(address: string): Promise<Pick<Cloud, 'session' | 'post' | 'village'>> {
  const signedIn = await ask(address, 'account.signInLocally', { persona: 'enumerator' });
  const session = String(signedIn.value.session);
  const me = await ask(address, 'account.me', {}, { session });
  const posts = me.value.posts as { postId: string; role: string; scopes: { code: string }[] }[];
  const enumerator = posts.find(({ role }) => role === 'enumerator');
  const signed = { session, post: enumerator?.postId ?? '' };
  const text = await ask(address, readUndertakingText.name, {}, signed);
  await ask(address, acceptUndertaking.name, { version: String(text.value.version) }, signed);
  return { ...signed, village: enumerator?.scopes[0]?.code ?? '' };
}
