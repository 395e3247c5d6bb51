import { dueBatch } from './batch';
import { buildingOn, dueAt, type Entry, waiting } from './entry';
import { type Carry, type Delivery, type OutboxClock, type Shelf, SignInNeeded, type Tabs, Unreachable } from './ports';
import { postponed, settled } from './settle';

export interface OutboxSnapshot {
  entries: readonly Entry[];
  sending: boolean;
  /** Sending stopped because the sign-in is over. */
  signInNeeded: boolean;
}

export interface Owner {
  accountId: string;
  post: string;
}

interface Parts {
  shelf: Shelf;
  carry: Carry;
  clock: OutboxClock;
  /** An id that sorts after every earlier one of this phone. */
  newId: (now: number) => string;
  /** Only one tab or page sends at a time; the others wait for their turn. */
  alone?: <T>(work: () => Promise<T>) => Promise<T>;
  tabs?: Tabs;
}

export type NewEntry = Pick<Entry, 'operation' | 'input' | 'subject' | 'title' | 'shows'> & {
  id?: string;
  after?: readonly string[];
};

export type Outbox = ReturnType<typeof createOutbox>;

const prefix = 'outbox/';

/**
 * What the phone has done and the cloud has not confirmed. Each entry is one key of the storage, so a crash between
 * two writes loses nothing: it is either still there, and sent again, or gone because its receipt was stored.
 */
export function createOutbox({ shelf, carry, clock, newId, alone = (work) => work(), tabs }: Parts) {
  let owner: Owner | undefined;
  let state: OutboxSnapshot = { entries: [], sending: false, signInNeeded: false };
  const listeners = new Set<() => void>();
  let running: Promise<unknown> | undefined;
  /** Writes of this tab so far: reading the list anew must not hide one that came in between. */
  let writes = 0;

  const publish = (change: Partial<OutboxSnapshot>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  /** Reads what is in the storage for this account. Call at start and after each sign-in. */
  async function open(next: Owner): Promise<void> {
    owner = next;
    publish({ signInNeeded: false });
    await reload();
  }

  /** The storage is the truth: another tab may have added, sent or withdrawn since. */
  async function reload(): Promise<void> {
    const whose = owner?.accountId;
    if (whose === undefined) return;
    const before = writes;
    const keys = (await shelf.keys(prefix)).sort();
    const stored = (await Promise.all(keys.map((key) => shelf.get(key)))) as (Entry | undefined)[];
    if (owner?.accountId !== whose) return;
    // What was added meanwhile may be missing in what was read.
    if (writes !== before) return reload();
    publish({ entries: stored.filter((entry): entry is Entry => entry?.accountId === whose) });
    for (const entry of state.entries) {
      // The phone died while its author put an entry right.
      if (state.entries.some(({ id }) => id === entry.mends)) await takePlace(entry.mends ?? '', entry.id);
    }
  }
  tabs?.hear(() => void reload());

  const keep = async (entry: Entry): Promise<void> => {
    await shelf.set(prefix + entry.id, entry);
    writes += 1;
    publish({ entries: [...state.entries.filter(({ id }) => id !== entry.id), entry].sort(byId) });
  };
  const drop = async (id: string): Promise<void> => {
    await shelf.remove(prefix + id);
    writes += 1;
    publish({ entries: state.entries.filter((entry) => entry.id !== id) });
  };

  /** Stores an entry; it counts as saved when this resolves. Throws when the storage is full. */
  async function add(fresh: NewEntry): Promise<Entry> {
    if (owner === undefined) throw new SignInNeeded();
    const now = clock.now();
    const entry: Entry = {
      after: [],
      ...fresh,
      id: fresh.id ?? newId(now),
      ...owner,
      doneAt: now,
      monotonic: clock.monotonic(),
      boot: clock.boot,
      standing: waiting,
    };
    await keep(entry);
    tabs?.tell();
    return entry;
  }

  /** Its author puts a refused entry right: new content, a new id since the old one is decided. */
  async function amend(id: string, input: unknown): Promise<Entry | undefined> {
    const old = state.entries.find((entry) => entry.id === id);
    if (old?.standing.is !== 'refused') return undefined;
    const entry: Entry = { ...old, id: newId(clock.now()), input, standing: waiting, mends: id };
    await keep(entry);
    await takePlace(id, entry.id);
    tabs?.tell();
    return entry;
  }

  /** What waited for the old entry waits for the new one; only then the old one goes. */
  async function takePlace(oldId: string, newId: string): Promise<void> {
    for (const dependent of state.entries.filter(({ after }) => after.includes(oldId))) {
      await keep({ ...dependent, after: dependent.after.map((wanted) => (wanted === oldId ? newId : wanted)) });
    }
    await drop(oldId);
  }

  /**
   * Its author gives up an entry that has not arrived, knowing what is lost: also what builds on it, unless a successor
   * takes its place.
   */
  async function withdraw(id: string, successor?: string): Promise<void> {
    if (successor !== undefined) await takePlace(id, successor);
    else {
      for (const one of [...buildingOn(id, state.entries)].reverse()) await drop(one.id);
      await drop(id);
    }
    tabs?.tell();
  }

  /** Removes entries that arrived before `before` (ms). */
  async function sweep(before: number): Promise<void> {
    const old = state.entries.filter(({ standing }) => standing.is === 'received' && standing.at < before);
    for (const { id } of old) await drop(id);
  }

  /**
   * Sends what is due, oldest first, until nothing is due or something stops it. `force` forgets waiting times (the
   * author pressed 立即发送, or the network came back). While a round is under way the next one waits for it.
   * @returns when to try again, in ms since 1970; undefined when nothing waits
   */
  async function flush(force = false): Promise<number | undefined> {
    if (owner === undefined) return undefined;
    const mine = (running ?? Promise.resolve()).catch(() => undefined).then(() => round(force));
    running = mine;
    await mine;
    return nextDue();
  }

  async function round(force: boolean): Promise<void> {
    publish({ sending: true, signInNeeded: false });
    try {
      await alone(async () => {
        await reload();
        await sendDue(force);
      });
    } finally {
      publish({ sending: false });
    }
  }

  async function sendDue(force: boolean): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const batch = dueBatch(state.entries, clock.now(), force, tried);
      if (batch.length === 0) return;
      for (const { id } of batch) tried.add(id);
      let deliveries: Delivery[];
      try {
        deliveries = await carry(batch);
      } catch (error) {
        if (error instanceof SignInNeeded) return publish({ signInNeeded: true });
        if (!(error instanceof Unreachable)) throw error;
        for (const entry of batch) await settle(entry, postponed(entry, clock.now()));
        return tabs?.tell();
      }
      for (const entry of batch) {
        const delivery = deliveries.find(({ id }) => id === entry.id);
        await settle(entry, settled(entry, delivery, clock.now()));
      }
      tabs?.tell();
    }
  }

  /** An entry that its author withdrew while it was on its way comes back only if the cloud has it after all. */
  async function settle({ id }: Entry, after: Entry): Promise<void> {
    const gone = (await shelf.get(prefix + id)) === undefined;
    if (!gone || after.standing.is === 'received') await keep(after);
  }

  const nextDue = (): number | undefined => {
    const now = clock.now();
    const times = state.entries.map((entry) => dueAt(entry, now)).filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.max(now, Math.min(...times));
  };

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return { open, add, amend, withdraw, sweep, flush, subscribe, snapshot: () => state };
}

const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : 1);
