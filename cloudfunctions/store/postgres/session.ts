import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CustomTypesConfig, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { storeError } from '../faults';
import type { CopyRows, Db, Row } from '../port';
import { batches, copyInto, copyText, parameter, readerOf } from '../values';

/** Gives a statement its connection: one of the pool's, or the one that holds the transaction. */
export type Turn = <T>(statement: string, work: (client: PoolClient) => Promise<T>) => Promise<T>;

/** The port's values instead of the driver's. */
export const types: CustomTypesConfig = {
  getTypeParser: (typeId: number) => readerOf(typeId),
};

export function session(turn: Turn, named: (sql: string) => string | undefined): Db {
  const execute = (sql: string, params: readonly unknown[] = []) =>
    turn(sql, (client) => client.query<Row>({ name: named(sql), text: sql, values: params.map(parameter) }));

  return {
    async query<R extends object = Row>(sql: string, params?: readonly unknown[]) {
      return (await execute(sql, params)).rows as R[]; // The caller names the shape of its own statement.
    },
    async one<R extends object = Row>(sql: string, params?: readonly unknown[]) {
      return (await execute(sql, params)).rows[0] as R | undefined;
    },
    run: async (sql, params) => (await execute(sql, params)).rowCount ?? 0,
    script: async (sql) => {
      await turn(sql, (client) => client.query(sql));
    },
    copyIn(table: string, columns: readonly string[], rows: CopyRows | AsyncIterable<CopyRows>) {
      const sql = copyInto(table, columns);
      return turn(sql, async (client) => {
        const copy = client.query(copyFrom(sql));
        await pipeline(Readable.from(encoded(rows)), copy);
        return copy.rowCount;
      });
    },
  };
}

/** Runs `work` on a client and turns the driver's errors into the store's. */
export async function guarded<T>(
  client: PoolClient,
  statement: string,
  work: (client: PoolClient) => Promise<T>
): Promise<T> {
  try {
    return await work(client);
  } catch (error) {
    throw storeError(error, statement);
  }
}

/**
 * Names for prepared statements, so that the server plans each text once a connection. A product has a few hundred
 * texts; past that they are made up at run time and would only fill the server's memory.
 */
export function statementNames(limit = 500): (sql: string) => string | undefined {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= limit) return known;
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 24);
    names.set(sql, name);
    return name;
  };
}

async function* encoded(rows: CopyRows | AsyncIterable<CopyRows>): AsyncGenerator<string> {
  for await (const batch of batches(rows)) yield copyText(batch);
}
