import type { PGlite, PGliteOptions, protocol } from '@electric-sql/pglite';
import { withAttempts } from '../attempts';
import { StoreFailure, StoreUnavailable } from '../errors';
import { storeError } from '../faults';
import { markInside, refuseInside } from '../inside';
import { type CopyRows, type Db, LONGEST_PAGE, type Row, type Store, type StreamOptions } from '../port';
import { batches, copyInto, copyText, parameter } from '../values';
import { openPace, openQueue } from './queue';
import { type Answer, openWire, type Wire } from './wire';

/** Gives one statement its turn on the session: alone, or within a transaction that holds it. */
type Turn = <T>(statement: string, work: (wire: Wire) => Promise<T>) => Promise<T>;

/**
 * PostgreSQL inside this process. It has one session: statements and transactions take turns.
 * `options` are PGlite's (`dataDir` or nothing for memory, `loadDataDir` for a prepared copy). It never calls fsync:
 * a killed process loses nothing, a power cut may.
 */
export async function openPglite(options: PGliteOptions = {}, onClose = async (): Promise<void> => {}): Promise<Store> {
  const { PGlite: Embedded, protocol: messages } = await import('@electric-sql/pglite');
  return embedStore(await Embedded.create(options), messages, onClose);
}

/** The store over an embedded server that is already running; `onClose` runs after it has stopped. */
export async function embedStore(
  pglite: PGlite,
  messages: typeof protocol,
  onClose = async (): Promise<void> => {}
): Promise<Store> {
  const store = storeOver(pglite, openWire(pglite, messages), onClose);
  await store.read((db) => db.script(SESSION));
  return store;
}

const SESSION = `SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET client_min_messages = 'warning'`;

function storeOver(pglite: PGlite, wire: Wire, onClose: () => Promise<void>): Store {
  const queue = openQueue();
  const pace = openPace();
  let closed = false;
  let cursors = 0;

  const guarded: Turn = async (statement, work) => {
    await pace();
    try {
      return await work(wire);
    } catch (error) {
      throw storeError(error, statement);
    }
  };
  const alone: Turn = (statement, work) => {
    refuseInside(store);
    if (closed) return Promise.reject(new StoreUnavailable('closed', 'closed'));
    return queue.run(() => guarded(statement, work));
  };
  /** Statements begun together inside one transaction wait for each other too: their answers would come mixed up. */
  const inTurns = (): Turn => {
    const turns = openQueue();
    return (statement, work) => turns.run(() => guarded(statement, work));
  };
  const outside = session(alone);

  const store: Store = {
    dialect: 'pglite',

    async read(work) {
      refuseInside(store);
      return work(outside);
    },

    async transaction(work) {
      refuseInside(store);
      if (closed) throw new StoreUnavailable('closed', 'closed');
      const once = () => transaction(() => markInside(store, () => work(session(inTurns()))));
      return withAttempts(() => queue.run(once));
    },

    copyIn: (table, columns, rows) => store.transaction((db) => db.copyIn(table, columns, rows)),

    async *copyOut(sql) {
      yield* await alone(sql, ({ script }) => script(`COPY (${sql}) TO STDOUT (FORMAT csv)`));
    },

    /** The cursor is held past its transaction, so that others take their turn between two pages. */
    async *stream<R extends object = Row>(
      sql: string,
      params: readonly unknown[] = [],
      { pageSize = LONGEST_PAGE }: StreamOptions = {}
    ): AsyncGenerator<R[]> {
      cursors += 1;
      const cursor = `page_${cursors}`;
      const size = Math.min(pageSize, LONGEST_PAGE);
      const fetch = `FETCH ${size} FROM ${cursor}`;
      await outside.run(`DECLARE ${cursor} NO SCROLL CURSOR WITH HOLD FOR ${sql}`, params);
      try {
        for (;;) {
          const rows = await outside.query<R>(fetch);
          if (rows.length > 0) yield rows;
          if (rows.length < size) return;
        }
      } finally {
        if (!closed) await outside.run(`CLOSE ${cursor}`);
      }
    },

    async close() {
      if (closed) return;
      closed = true;
      await queue.run(() => pglite.close());
      await onClose();
    },
  };

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    await execute(guarded, 'BEGIN');
    try {
      const result = await work();
      // A statement failed and `work` went on all the same: COMMIT then rolls back without a word.
      const { command } = await execute(guarded, 'COMMIT');
      if (command !== 'COMMIT') throw new StoreFailure('25P02', 'COMMIT');
      return result;
    } catch (error) {
      if (pglite.isInTransaction()) await execute(guarded, 'ROLLBACK');
      throw error;
    }
  }

  return store;
}

function session(turn: Turn): Db {
  return {
    async query<R extends object = Row>(sql: string, params: readonly unknown[] = []) {
      const { rows } = await execute(turn, sql, params);
      return rows as R[]; // The caller names the shape of its own statement.
    },
    async one<R extends object = Row>(sql: string, params: readonly unknown[] = []) {
      const { rows } = await execute(turn, sql, params);
      return rows[0] as R | undefined;
    },
    run: async (sql, params = []) => (await execute(turn, sql, params)).count,
    script: async (sql) => {
      await turn(sql, (wire) => wire.script(sql));
    },
    async copyIn(table: string, columns: readonly string[], rows: CopyRows | AsyncIterable<CopyRows>) {
      const sql = copyInto(table, columns);
      let count = 0;
      for await (const batch of batches(rows)) {
        if (batch.length > 0) count += await turn(sql, (wire) => wire.copyIn(sql, copyText(batch)));
      }
      return count;
    },
  };
}

function execute(turn: Turn, sql: string, params: readonly unknown[] = []): Promise<Answer> {
  return turn(sql, (wire) => wire.execute(sql, params.map(parameter)));
}
