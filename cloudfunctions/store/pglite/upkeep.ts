import type { Store } from '../port';

/**
 * What a server does by itself in the background and the embedded one never does: clear dead rows and look at tables
 * that have grown, so that plans fit them; and carry the write-ahead log into the tables, so that it does not grow for
 * ever and a start after a kill stays quick.
 * @returns the tables looked at
 */
export async function upkeep(store: Store): Promise<string[]> {
  const grown = await store.read((db) => db.query<{ name: string }>(GROWN));
  for (const { name } of grown) await store.read((db) => db.run(`VACUUM (ANALYZE) ${name}`));
  const log = await store.read((db) => db.one<{ bytes: number }>(LOG_SINCE_CHECKPOINT));
  if (log && log.bytes > LONGEST_LOG) await store.read((db) => db.run('CHECKPOINT'));
  return grown.map(({ name }) => name);
}

/** Runs `upkeep` now and then, until the answer is called. */
export function keepUp(store: Store, milliseconds = 5000): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    upkeep(store)
      // Closed meanwhile, or a table was dropped under it: the next time, if there is one, sees what is there.
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, milliseconds).unref();
  return () => clearInterval(timer);
}

const LONGEST_LOG = 64 * 1024 * 1024;

/**
 * relpages is the size at the last look: a table counts as grown by half, and one that was never looked at as soon as it
 * holds anything: three small tables taken for empty are joined row by row (93 tasks × 122 posts × 295 accounts).
 */
const GROWN = `
  SELECT format('%I', relname) AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND (pg_relation_size(oid) > 8192 * greatest(relpages * 1.5, 8) OR (reltuples < 0 AND pg_relation_size(oid) > 0))
  ORDER BY relname`;

const LOG_SINCE_CHECKPOINT = `
  SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint AS bytes FROM pg_control_checkpoint()`;
