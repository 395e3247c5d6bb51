import { randomBytes } from 'node:crypto';
import type { Store } from '../../cloudfunctions/store/port';
import { openPostgres, type PostgresOptions } from '../../cloudfunctions/store/postgres/store';

/** The server to try, if there is one. */
export const serverUrl = process.env.DATABASE_URL;

/** An empty database of its own on the server, dropped when the store is closed. */
export async function freshDatabase(options: Partial<PostgresOptions> = {}): Promise<Store & { url: string }> {
  if (!serverUrl) throw new Error('DATABASE_URL is not set');
  const name = `yingtong_test_${randomBytes(6).toString('hex')}`;
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const url = address.toString();
  await asOwner(`CREATE DATABASE ${name}`);
  const store = await openPostgres({ url, poolSize: 4, ...options });
  let dropped = false;
  const close = async (): Promise<void> => {
    await store.close();
    if (!dropped) await asOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    dropped = true;
  };
  return { ...store, url, close };
}

async function asOwner(statement: string): Promise<void> {
  const server = await openPostgres({ url: serverUrl ?? '', poolSize: 1 });
  await server.read((db) => db.script(statement));
  await server.close();
}
