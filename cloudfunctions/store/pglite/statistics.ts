import type { Store } from '../port';

/**
 * A server looks at its tables by itself and plans by what it saw; the embedded one never does, and would go on
 * planning for the empty table it knew. So: a table that has grown by half since it was last looked at is looked at
 * again. Answers which ones.
 */
export async function lookAtGrownTables(store: Store): Promise<string[]> {
  const grown = await store.read((db) => db.query<{ name: string }>(GROWN));
  for (const { name } of grown) await store.read((db) => db.run(`ANALYZE ${name}`));
  return grown.map(({ name }) => name);
}

/** Looks now and then, until the answer is called. */
export function keepLooking(store: Store, milliseconds = 15_000): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    lookAtGrownTables(store)
      // Closed meanwhile, or a table was dropped under it: the next look, if there is one, sees what is there.
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, milliseconds).unref();
  return () => clearInterval(timer);
}

/** relpages is the size at the last look; below eight pages any plan will do. */
const GROWN = `
  SELECT format('%I', relname) AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND pg_relation_size(oid) > 8192 * greatest(relpages * 1.5, 8)
  ORDER BY relname`;
