import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFolder } from '../../cloudfunctions/store/pglite/folder';
import type { Store } from '../../cloudfunctions/store/port';
import { openPostgres } from '../../cloudfunctions/store/postgres/store';
import { heading } from './print';

/** Runs `work` on an empty embedded store in a folder of its own, then on an empty database of the server, if any. */
export async function onEachStore(work: (store: Store) => Promise<void>): Promise<void> {
  heading('on PGlite (embedded, in a folder)');
  await embedded(work);
  if (process.env.DATABASE_URL) {
    heading('on PostgreSQL (DATABASE_URL)');
    await server(process.env.DATABASE_URL, work);
  } else {
    heading('on PostgreSQL: skipped, DATABASE_URL is not set');
  }
}

async function embedded(work: (store: Store) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yingtong-bench-'));
  const store = await openFolder(folder);
  try {
    await work(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function server(url: string, work: (store: Store) => Promise<void>): Promise<void> {
  const name = `yingtong_bench_${randomBytes(6).toString('hex')}`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  const owner = await openPostgres({ url, poolSize: 1 });
  await owner.read((db) => db.script(`CREATE DATABASE ${name}`));
  try {
    const store = await openPostgres({ url: address.toString(), poolSize: 16, statementTimeout: 0 });
    await work(store).finally(() => store.close());
  } finally {
    await owner.read((db) => db.script(`DROP DATABASE ${name} WITH (FORCE)`));
    await owner.close();
  }
}
