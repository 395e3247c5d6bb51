import type { Db, Store } from '../store/port';
import { chainHash, firstPrev } from './canonical';

export interface ChainHead {
  /** 0 before the first link. */
  seq: number;
  hash: Buffer;
}

/**
 * Links the committed rows of a county that are not in its chain yet; answers how many. Several sealers may run at
 * once: each batch holds the county's lock and looks again.
 *
 * A row may become visible after later ones have been sealed, because its transaction took long. So each run starts an
 * hour before the newest sealed row and skips what the chain already has; what came even later than that (an import in
 * one transaction of more than an hour) is caught by `sealLate`, nightly and before each verification.
 */
export function sealAudit(store: Store, countyCode: string): Promise<number> {
  return sealFrom(store, countyCode, async (db) => {
    const newest = await db.one<{ since: string | null }>(
      `SELECT (e.written_at - interval '1 hour')::text AS since
       FROM audit_chain c JOIN audit_entry e ON e.county_code = c.county_code AND e.entry_id = c.entry_id
       WHERE c.county_code = $1 ORDER BY c.seq DESC LIMIT 1`,
      [countyCode]
    );
    return newest?.since ?? '-infinity';
  });
}

/** The same over all rows there are: slower, misses none. */
export function sealLate(store: Store, countyCode: string): Promise<number> {
  return sealFrom(store, countyCode, async () => '-infinity');
}

/** The last link of a county's chain. */
export async function chainHead(db: Db, countyCode: string): Promise<ChainHead> {
  const last = await db.one<ChainHead>(
    'SELECT seq, hash FROM audit_chain WHERE county_code = $1 ORDER BY seq DESC LIMIT 1',
    [countyCode]
  );
  return last ?? { seq: 0, hash: firstPrev(countyCode) };
}

/**
 * Keeps the head of a day that is over, to be published. A day's head is written once; asked again, the first answer
 * stands.
 * @param day YYYY-MM-DD
 */
export function keepDailyHead(store: Store, countyCode: string, day: string): Promise<ChainHead> {
  return store.transaction(async (db) => {
    await lockChain(db, countyCode);
    const { seq, hash } = await chainHead(db, countyCode);
    await db.run(
      'INSERT INTO audit_head (county_code, day, seq, hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [countyCode, day, seq, hash]
    );
    const kept = await db.one<ChainHead>('SELECT seq, hash FROM audit_head WHERE county_code = $1 AND day = $2', [
      countyCode,
      day,
    ]);
    return kept ?? { seq, hash };
  });
}

const BATCH = 500;

interface Unsealed {
  entry_id: string;
  digest: Buffer;
  written: string;
}

async function sealFrom(store: Store, countyCode: string, start: (db: Db) => Promise<string>): Promise<number> {
  let after = { written: await store.read(start), entryId: '' };
  let sealed = 0;
  for (;;) {
    const batch = await store.transaction(async (db) => {
      await lockChain(db, countyCode);
      const rows = await unsealed(db, countyCode, after);
      if (rows.length > 0) await link(db, countyCode, rows);
      return rows;
    });
    sealed += batch.length;
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return sealed;
    after = { written: last.written, entryId: last.entry_id };
  }
}

function unsealed(db: Db, countyCode: string, after: { written: string; entryId: string }): Promise<Unsealed[]> {
  return db.query<Unsealed>(
    `SELECT e.entry_id, e.digest, e.written_at::text AS written FROM audit_entry e
     WHERE e.county_code = $1 AND (e.written_at, e.entry_id) > ($2::timestamptz, $3)
       AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.county_code = e.county_code AND c.entry_id = e.entry_id)
     ORDER BY e.written_at, e.entry_id LIMIT ${BATCH}`,
    [countyCode, after.written, after.entryId]
  );
}

async function link(db: Db, countyCode: string, rows: readonly Unsealed[]): Promise<void> {
  let { seq, hash: prev } = await chainHead(db, countyCode);
  const links = rows.map(({ entry_id: entryId, digest }) => {
    seq += 1;
    const hash = chainHash({ countyCode, seq, entryId, digest, prev });
    const made = { seq, entryId, digest, prev, hash };
    prev = hash;
    return made;
  });
  await db.run(
    `INSERT INTO audit_chain (county_code, seq, entry_id, digest, prev_hash, hash)
     SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[])`,
    [
      countyCode,
      links.map((made) => made.seq),
      links.map((made) => made.entryId),
      links.map((made) => made.digest),
      links.map((made) => made.prev),
      links.map((made) => made.hash),
    ]
  );
}

/** One sealer at a time a county, until its transaction ends. */
async function lockChain(db: Db, countyCode: string): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtext('audit_chain'), hashtext($1))::text`, [countyCode]);
}
