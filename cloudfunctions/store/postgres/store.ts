import { Pool, type PoolClient } from 'pg';
import { withAttempts } from '../attempts';
import { StartProblem, StoreFailure, StoreUnavailable } from '../errors';
import { isSpoilt, storeError } from '../faults';
import { markInside, refuseInside } from '../inside';
import { LONGEST_PAGE, type Row, type Store, type StreamOptions } from '../port';
import { copiedOut, pagesOf } from './pages';
import { guarded, session, statementNames, type Turn, types } from './session';

export interface PostgresOptions {
  /** postgres://…; any server from 15 on. */
  url: string;
  /** Connections of this process. A cloud function serves one call at a time: 1 or 2. */
  poolSize?: number;
  /** Milliseconds a statement may take. Long work sets its own with SET LOCAL. */
  statementTimeout?: number;
  /** False behind a pooler that hands each transaction to another connection. */
  prepare?: boolean;
}

/** Errors: StartProblem 'store' when the server cannot be reached; its sentence never quotes the address. */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { url, poolSize = 8, statementTimeout = 30_000, prepare = true } = options;
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    types,
    application_name: 'yingtong',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    onConnect: async (client) => {
      await client.query(
        `SET TIME ZONE 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET client_min_messages = 'warning';
         SET jit = off; SET statement_timeout = ${statementTimeout}; SET idle_in_transaction_session_timeout = 60000`
      );
    },
  });
  // A connection that breaks, idle or at work, also says so as an event; unheard, that would end the process. Whoever
  // was using it gets the error from his own statement, and the pool drops it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const store = storeOver(pool, prepare ? statementNames() : () => undefined);
  try {
    await store.read((db) => db.query('SELECT 1 AS ready'));
  } catch (error) {
    await pool.end();
    const code = error instanceof StoreUnavailable || error instanceof StoreFailure ? error.code : 'unknown';
    throw new StartProblem(
      'store',
      `连不上数据库（${code}）。请检查设置 DATABASE_URL 里的地址、用户名和密码，并确认数据库已经启动。`
    );
  }
  return store;
}

function storeOver(pool: Pool, named: (sql: string) => string | undefined): Store {
  const borrow = async <T>(statement: string, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    refuseInside(store);
    const client = await pool.connect().catch((error: unknown) => Promise.reject(storeError(error, statement)));
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(isSpoilt(error));
      throw error;
    }
  };

  /** A statement of its own either happened or did not, so contention and a stale plan are tried again here. */
  const alone: Turn = (statement, work) =>
    withAttempts(() => borrow(statement, (client) => guarded(client, statement, work)));
  const outside = session(alone, named);

  const store: Store = {
    dialect: 'postgres',
    async read(work) {
      refuseInside(store);
      return work(outside);
    },
    transaction: (work) =>
      withAttempts(() =>
        borrow('BEGIN', (client) =>
          transaction(client, () => {
            const held: Turn = (statement, run) => guarded(client, statement, run);
            return markInside(store, () => work(session(held, named)));
          })
        )
      ),
    copyIn: (table, columns, rows) => store.transaction((db) => db.copyIn(table, columns, rows)),
    copyOut(sql) {
      refuseInside(store);
      return copiedOut(pool, sql);
    },
    stream<R extends object = Row>(
      sql: string,
      params: readonly unknown[] = [],
      { pageSize = LONGEST_PAGE }: StreamOptions = {}
    ) {
      refuseInside(store);
      return pagesOf<R>(pool, sql, params, Math.min(pageSize, LONGEST_PAGE));
    },
    async close() {
      if (!pool.ended) await pool.end();
    },
  };
  return store;
}

async function transaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await guarded(client, 'BEGIN', () => client.query('BEGIN'));
  try {
    const result = await work();
    // A statement failed and `work` went on all the same: COMMIT then rolls back without a word.
    const { command } = await guarded(client, 'COMMIT', () => client.query('COMMIT'));
    if (command !== 'COMMIT') throw new StoreFailure('25P02', 'COMMIT');
    return result;
  } catch (error) {
    // On a broken connection ROLLBACK fails as well; the server has rolled back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
