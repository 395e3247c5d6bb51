import type { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { storeError } from '../faults';
import type { Row } from '../port';
import { parameter } from '../values';

/**
 * Pages of one snapshot. The next page is on its way while the caller works on this one. Holds a connection until it
 * ends, so a caller who also writes needs a pool of two.
 */
export async function* pagesOf<R extends object>(
  pool: Pool,
  sql: string,
  params: readonly unknown[],
  pageSize: number
): AsyncGenerator<R[]> {
  const client = await connect(pool, sql);
  let healthy = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // A person may take his time over a download; the connection waits for him.
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await client.query(`DECLARE page NO SCROLL CURSOR FOR ${sql}`, params.map(parameter));
    const fetch = () => settled(client.query<Row>(`FETCH ${pageSize} FROM page`));
    let coming = fetch();
    for (;;) {
      const page = await coming;
      if ('error' in page) throw page.error;
      const { rows } = page.value;
      const last = rows.length < pageSize;
      if (!last) coming = fetch();
      if (rows.length > 0) yield rows as R[]; // The caller names the shape of its own statement.
      if (last) break;
    }
    await client.query('COMMIT');
    healthy = true;
  } catch (error) {
    throw storeError(error, sql);
  } finally {
    // A caller who stopped early, or an error, leaves a page on its way: the connection is not worth saving.
    client.release(!healthy);
  }
}

export async function* copiedOut(pool: Pool, sql: string): AsyncGenerator<Uint8Array> {
  const client = await connect(pool, sql);
  let healthy = false;
  try {
    const chunks: Readable = client.query(copyTo(`COPY (${sql}) TO STDOUT (FORMAT csv)`));
    for await (const chunk of chunks) yield chunk as Buffer; // pg-copy-streams gives nothing else.
    healthy = true;
  } catch (error) {
    throw storeError(error, sql);
  } finally {
    client.release(!healthy);
  }
}

async function connect(pool: Pool, sql: string): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw storeError(error, sql);
  }
}

type Settled<T> = { value: T } | { error: unknown };

/** A page fetched ahead must not become an unhandled rejection when nobody asks for it any more. */
function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error })
  );
}
