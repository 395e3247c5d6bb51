import type { Reply } from '@/domain/operations/envelope';
import type { Carry } from '@/outbox';
import type { Services } from '../../../cloudfunctions/runtime/services';
import type { Db, Store } from '../../../cloudfunctions/store/port';
import type { CloudCall } from '../machine/cloud';
import type { Phone } from '../machine/phone';

type Serve = (call: CloudCall) => Promise<Reply | undefined>;

/** Ways to break the product on purpose: a model that finds none of them proves nothing. */
export interface Sabotage {
  /** Changes the cloud's store. */
  store?(store: Store): Store;
  /** Stands between the network and the cloud. */
  serve?(call: CloudCall, serve: Serve, services: Services): Promise<Reply | undefined>;
  /** Changes how a phone sends. */
  carry?(carry: Carry, phone: Phone): Carry;
}

interface SentEntry {
  id: string;
  operation: string;
  input: Record<string, unknown>;
}

/** The entries of a batch, each changed; other calls stay as they are. */
async function changed(
  call: CloudCall,
  change: (entry: SentEntry) => SentEntry | Promise<SentEntry>
): Promise<CloudCall> {
  if (call.operation !== 'collect.sync') return call;
  const input = call.input as { entries: SentEntry[] };
  return { ...call, input: { ...input, entries: await Promise.all(input.entries.map(change)) } };
}

let turns = 0;

/** Whatever comes again is new to it. */
const forgetfulCloud: Sabotage = {
  async serve(call, serve) {
    turns += 1;
    const mark = `x${turns}`;
    const fresh = (id: string): string => `${id}${mark}`;
    const renamed = await changed(call, (entry) => ({
      ...entry,
      id: fresh(entry.id),
      input: {
        ...entry.input,
        ...('submissionId' in entry.input ? { submissionId: fresh(entry.id) } : {}),
        ...('visitId' in entry.input ? { visitId: fresh(entry.id) } : {}),
        ...('newPersonId' in entry.input ? { newPersonId: fresh(String(entry.input.newPersonId)) } : {}),
      },
    }));
    const reply = await serve(renamed);
    if (!reply?.ok) return reply;
    const value: { results: { id: string }[] } = JSON.parse(JSON.stringify(reply.value));
    if (!Array.isArray(value.results)) return reply;
    const results = value.results.map((result) => ({ ...result, id: result.id.slice(0, -mark.length) }));
    return { ok: true, value: { ...value, results } };
  },
};

/** The last one to come is right, whatever he had seen. */
const overwritingCloud = (): Sabotage => {
  /** What came under an id once is the same when it comes again. */
  const bases = new Map<unknown, number>();
  return {
    async serve(call, serve, { store, county }) {
      const live = async (entry: SentEntry): Promise<SentEntry> => {
        if (entry.operation !== 'collect.submitRecord') return entry;
        const row = await store.read((db) =>
          db.one<{ version: number }>(
            `SELECT version FROM record WHERE county_code = $1 AND form_id = 'personal' AND subject_id = $2`,
            [county.countyCode, entry.input.personId]
          )
        );
        const baseVersion = bases.get(entry.id) ?? row?.version ?? 0;
        bases.set(entry.id, baseVersion);
        return { ...entry, input: { ...entry.input, baseVersion } };
      };
      return serve(await changed(call, live));
    },
  };
};

/** What is sent is struck off the list, whether or not it arrives. */
const hastyOutbox: Sabotage = {
  carry: (carry, phone) => (entries) => {
    for (const { id } of entries) phone.disk.delete(`outbox/${id}`);
    return carry(entries);
  },
};

/** It calls its own unsent form the next version, whoever becomes that version. */
const countingPhone: Sabotage = {
  async serve(call, serve) {
    const numbered = ({ input: { startedFrom: _, ...input }, ...entry }: SentEntry): SentEntry => ({ ...entry, input });
    return serve(await changed(call, numbered));
  },
};

/** Statements of one act stand alone: half of it may stay. */
const tornStore: Sabotage = { store: (store) => ({ ...store, transaction: (work) => store.read(work) }) };

const without = (words: string): Sabotage => ({
  store: (store) => ({ ...store, transaction: (work) => store.transaction((db) => work(dropping(db, words))) }),
});

const dropping = (db: Db, words: string): Db => ({
  ...db,
  query: async (sql, params) => (sql.includes(words) ? [] : db.query(sql, params)),
  run: async (sql, params) => (sql.includes(words) ? 0 : db.run(sql, params)),
});

/** By what is wrong with it. */
export const sabotages: Readonly<Record<string, Sabotage>> = {
  'a cloud that forgets what it has done': forgetfulCloud,
  'a cloud in which the last one overwrites': overwritingCloud(),
  'an outbox that strikes off what it sends before the receipt': hastyOutbox,
  'a phone that takes its unsent form for the next version': countingPhone,
  'a store that keeps half an act': tornStore,
  'visits that nobody counts': without('counter_rows AS'),
  'acts without a trace in the audit': without('INSERT INTO audit_entry'),
};
