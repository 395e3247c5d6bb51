import { utf8Bytes } from '@/platform/bytes';
import { backoffSeconds, blockedBy, type Entry, waiting } from './entry';
import { type Carry, type Delivery, type OutboxClock, type Shelf, SignInNeeded, Unreachable } from './ports';

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
  /** Only one tab or page sends at a time. */
  alone?: <T>(work: () => Promise<T>) => Promise<T>;
}

export type NewEntry = Pick<Entry, 'operation' | 'input' | 'subject' | 'title'> & {
  id?: string;
  after?: readonly string[];
};

export type Outbox = ReturnType<typeof createOutbox>;

const prefix = 'outbox/';
/** A batch stays under the platform's 100 KB with room for the envelope. */
const batchBytes = 90 * 1024;
const batchCount = 20;

/**
 * What the phone has done and the cloud has not confirmed. Each entry is one key of the storage, so a crash between
 * two writes loses nothing: it is either still there, and sent again, or gone because its receipt was stored.
 */
export function createOutbox({ shelf, carry, clock, newId, alone = (work) => work() }: Parts) {
  let owner: Owner | undefined;
  let state: OutboxSnapshot = { entries: [], sending: false, signInNeeded: false };
  const listeners = new Set<() => void>();

  const publish = (change: Partial<OutboxSnapshot>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const replace = (entry: Entry): void =>
    publish({ entries: state.entries.map((other) => (other.id === entry.id ? entry : other)) });

  /** Reads what is in the storage for this account. Call at start and after each sign-in. */
  async function open(next: Owner): Promise<void> {
    owner = next;
    const keys = (await shelf.keys(prefix)).sort();
    const stored = (await Promise.all(keys.map((key) => shelf.get(key)))) as (Entry | undefined)[];
    const entries = stored.filter((entry): entry is Entry => entry?.accountId === next.accountId);
    publish({ entries, signInNeeded: false });
  }

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
      standing: waiting,
    };
    await shelf.set(prefix + entry.id, entry);
    publish({ entries: [...state.entries.filter(({ id }) => id !== entry.id), entry] });
    return entry;
  }

  /** Its author puts a refused entry right: same place in the order, new content, a new id since the old one is decided. */
  async function amend(id: string, input: unknown): Promise<Entry | undefined> {
    const old = state.entries.find((entry) => entry.id === id);
    if (old?.standing.is !== 'refused') return undefined;
    const entry: Entry = { ...old, id: newId(clock.now()), input, standing: waiting };
    await shelf.set(prefix + entry.id, entry);
    await shelf.remove(prefix + id);
    const renamed = state.entries.map((other) => (other.id === id ? entry : other));
    publish({ entries: renamed });
    for (const dependent of renamed.filter(({ after }) => after.includes(id))) {
      await store({ ...dependent, after: dependent.after.map((wanted) => (wanted === id ? entry.id : wanted)) });
    }
    return entry;
  }

  /** Its author gives up a refused or a waiting entry, knowing what is lost. */
  async function withdraw(id: string): Promise<void> {
    await shelf.remove(prefix + id);
    publish({ entries: state.entries.filter((entry) => entry.id !== id) });
  }

  /** Removes entries that arrived before `before` (ms). */
  async function sweep(before: number): Promise<void> {
    const old = state.entries.filter(({ standing }) => standing.is === 'received' && standing.at < before);
    for (const { id } of old) await shelf.remove(prefix + id);
    publish({ entries: state.entries.filter((entry) => !old.includes(entry)) });
  }

  async function store(entry: Entry): Promise<void> {
    await shelf.set(prefix + entry.id, entry);
    replace(entry);
  }

  /**
   * Sends what is due, oldest first, until nothing is due or something stops it. `force` forgets waiting times (the
   * author pressed 立即发送, or the network came back).
   * @returns when to try again, in ms since 1970; undefined when nothing waits
   */
  async function flush(force = false): Promise<number | undefined> {
    if (owner === undefined || state.sending) return undefined;
    publish({ sending: true, signInNeeded: false });
    try {
      await alone(() => sendDue(force));
    } finally {
      publish({ sending: false });
    }
    return nextDue();
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
        for (const entry of batch) await store(postponed(entry, clock.now()));
        return;
      }
      for (const entry of batch) await store(settled(entry, deliveries, clock.now()));
    }
  }

  const nextDue = (): number | undefined => {
    const times = state.entries.flatMap(({ standing }) => (standing.is === 'waiting' ? [standing.notBefore] : []));
    return times.length === 0 ? undefined : Math.max(clock.now(), Math.min(...times));
  };

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return { open, add, amend, withdraw, sweep, flush, subscribe, snapshot: () => state };
}

/** The oldest entries that may go now. An entry whose turn has not come holds back only those that depend on it. */
function dueBatch(entries: readonly Entry[], now: number, force: boolean, tried: ReadonlySet<string>): Entry[] {
  const batch: Entry[] = [];
  let bytes = 0;
  for (const entry of [...entries].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { standing } = entry;
    if (standing.is !== 'waiting' || tried.has(entry.id)) continue;
    if (!force && standing.notBefore > now) continue;
    if (blockedBy(entry, entries) !== undefined) continue;
    if (batch.length > 0 && batch[0]?.post !== entry.post) continue;
    bytes += utf8Bytes(JSON.stringify(entry.input));
    if (batch.length > 0 && (bytes > batchBytes || batch.length === batchCount)) break;
    batch.push(entry);
  }
  return batch;
}

function settled(entry: Entry, deliveries: readonly Delivery[], now: number): Entry {
  const delivery = deliveries.find(({ id }) => id === entry.id);
  if (delivery === undefined) return postponed(entry, now);
  if (delivery.is === 'received') return { ...entry, standing: { is: 'received', reply: delivery.reply, at: now } };
  return { ...entry, standing: { is: 'refused', problem: delivery.problem, at: now } };
}

function postponed(entry: Entry, now: number): Entry {
  const tries = entry.standing.is === 'waiting' ? entry.standing.tries + 1 : 1;
  return { ...entry, standing: { is: 'waiting', tries, notBefore: now + backoffSeconds(tries) * 1000 } };
}
