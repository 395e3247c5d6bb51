import { type Carry, createIds, createOutbox, type Entry, type Outbox } from '@/outbox';
import type { AccountName } from '../county/world';
import type { WriteFault } from '../schedule/step';
import { type Disk, NoRoom, PhoneDied, type RunningShelf, runningShelf } from './shelf';

/** A phone: what is on its storage survives everything; its program, its clocks and its sign-in do not. */
export interface Phone {
  name: string;
  disk: Disk;
  /** Who is signed in on it, whose outbox is open. */
  owner: { who: AccountName; accountId: string; post: string };
  /** The token it calls with; undefined before the first sign-in. */
  session: string;
  /** What it carries of people: the version and answers that stood when they were fetched. */
  known: Map<string, Known>;
  formVersion: number;
  /** Its wall clock is wrong by so many ms. */
  offset: number;
  outbox(): Outbox;
  /** What its clocks say now. */
  clocks(): { sentAt: string; monotonic: number; boot: string };
  /** Runs `work` against a storage with this fault. Answers undefined when the phone died in it or had no room. */
  attempt<T>(fault: WriteFault | undefined, work: (outbox: Outbox) => Promise<T>): Promise<T | undefined>;
  /** The program starts (anew) and opens the outbox of whoever is signed in. */
  start(): Promise<void>;
  reboot(): Promise<void>;
  /** Everything on its storage, of every account. */
  entries(): Entry[];
}

export interface Known {
  version: number;
  values: Readonly<Record<string, unknown>>;
  /** The answers themselves, of a form that has not arrived. */
  startedFrom?: Readonly<Record<string, unknown>>;
}

interface Parts {
  name: string;
  owner: Phone['owner'];
  session: string;
  formVersion: number;
  /** True time, ms since 1970. */
  now: () => number;
  random: () => number;
  carry: (phone: Phone) => Carry;
}

export async function createPhone({ name, owner, session, formVersion, now, random, carry }: Parts): Promise<Phone> {
  const disk: Disk = new Map();
  let running: { shelf: RunningShelf; outbox: Outbox };
  let bootedAt = now();
  let boots = 1;
  const phone: Phone = {
    name,
    disk,
    owner,
    session,
    known: new Map(),
    formVersion,
    offset: 0,
    outbox: () => running.outbox,
    clocks: () => ({
      sentAt: new Date(now() + phone.offset).toISOString(),
      monotonic: now() - bootedAt,
      boot: `${name}-boot-${boots}`,
    }),
    async attempt(fault, work) {
      running.shelf.plan(fault);
      try {
        return await work(running.outbox);
      } catch (error) {
        if (!(error instanceof PhoneDied) && !(error instanceof NoRoom)) throw error;
        return undefined;
      } finally {
        running.shelf.plan(undefined);
        if (running.shelf.dead()) await phone.start();
      }
    },
    async start() {
      running?.shelf.end();
      const shelf = runningShelf(disk);
      const clock = {
        now: () => now() + phone.offset,
        monotonic: () => now() - bootedAt,
        boot: `${name}-boot-${boots}`,
      };
      const outbox = createOutbox({ shelf: shelf.shelf, carry: carry(phone), clock, newId: createIds(random) });
      running = { shelf, outbox };
      await outbox.open(phone.owner);
    },
    async reboot() {
      boots += 1;
      bootedAt = now();
      await phone.start();
    },
    entries: () =>
      [...disk]
        .filter(([key]) => key.startsWith('outbox/'))
        .map(([, text]): Entry => JSON.parse(text))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  await phone.start();
  return phone;
}
