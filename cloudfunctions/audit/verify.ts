import type { Store } from '../store/port';
import { chainHash, entryDigest, firstPrev } from './canonical';
import type { AuditRow } from './row';
import { type ChainHead, chainHead } from './seal';

export type Verdict = { state: 'intact'; entries: number; head: ChainHead } | Broken;

/** The first broken row, in the order of the chain; `seq` is where it stands or should stand. */
export interface Broken {
  state: 'broken';
  seq: number;
  entry: string;
  why: Flaw;
}

/** What is wrong, as an auditor reads it. */
export const flaws: Readonly<Record<Flaw, string>> = {
  gap: '链上缺了这一环',
  missing: '这一行记录不见了',
  changed: '这一行的内容被改过',
  link: '这一环与前一环接不上',
  head: '与已公布或留存的链尾不符，链被截断或重写过',
  unsealed: '这一行写入后一直没有接入链中',
};

export type Flaw =
  /** A link is gone from the middle. */
  | 'gap'
  /** The row of a link is gone. */
  | 'missing'
  /** The row says something else than when it was written. */
  | 'changed'
  /** A link does not follow from the one before. */
  | 'link'
  /** A kept or published head is not in the chain: its end was cut off or written anew. */
  | 'head'
  /** A row has waited longer for its link than the sealer ever takes. */
  | 'unsealed';

/** A head that somebody outside wrote down, from the notice board. */
export interface PublishedHead {
  seq: number;
  hash: Buffer;
}

export interface VerifyOptions {
  published?: readonly PublishedHead[];
  /** Minutes a row may wait for its link. */
  waiting?: number;
}

/** Reads a county's whole chain, page by page, and says intact or the first broken row. Changes nothing. */
export async function verifyAudit(store: Store, countyCode: string, options: VerifyOptions = {}): Promise<Verdict> {
  const { published = [], waiting = 10 } = options;
  // What is sealed while this runs is judged by the next run.
  const head = await store.read((db) => chainHead(db, countyCode));
  const followed = await followChain(store, countyCode, chainStart(countyCode), head.seq);
  if ('why' in followed) return followed;
  return (await verifyEnds(store, countyCode, head, { published, waiting })) ?? intact(head);
}

const intact = (head: ChainHead): Verdict => ({ state: 'intact', entries: head.seq, head });

/** Where following a chain begins. */
export const chainStart = (countyCode: string): ChainHead => ({ seq: 0, hash: firstPrev(countyCode) });

/** The heads kept and published, and rows without a link: what is judged once the links have been followed. */
export async function verifyEnds(
  store: Store,
  countyCode: string,
  head: ChainHead,
  { published = [], waiting = 10 }: VerifyOptions = {}
): Promise<Broken | undefined> {
  return (await brokenHead(store, countyCode, published)) ?? (await unsealedRow(store, countyCode, waiting, head));
}

const PAGE = 500;

/**
 * Follows the chain from a link that was found right up to the one numbered `until`: answers that link, or the first
 * broken row. A long chain is followed in stretches.
 */
export async function followChain(
  store: Store,
  countyCode: string,
  from: ChainHead,
  until: number
): Promise<ChainHead | Broken> {
  let before = from;
  while (before.seq < until) {
    const after = before.seq;
    const page = await store.read((db) => db.query<Link>(LINKS, [countyCode, after, until]));
    if (page.length === 0) return broken(before.seq + 1, '', 'gap');
    for (const link of page) {
      const why = flaw(countyCode, before, link);
      if (why) return broken(why === 'gap' ? before.seq + 1 : link.seq, why === 'gap' ? '' : link.link_entry, why);
      before = { seq: link.seq, hash: link.hash };
    }
  }
  return before;
}

function flaw(countyCode: string, before: ChainHead, link: Link): Flaw | undefined {
  if (link.seq !== before.seq + 1) return 'gap';
  const made = chainHash({
    countyCode,
    seq: link.seq,
    entryId: link.link_entry,
    digest: link.link_digest,
    prev: before.hash,
  });
  if (!made.equals(link.hash) || !before.hash.equals(link.prev_hash)) return 'link';
  if (link.entry_id === null) return 'missing';
  return entryDigest(rowOf(link)).equals(link.link_digest) ? undefined : 'changed';
}

async function brokenHead(
  store: Store,
  countyCode: string,
  published: readonly PublishedHead[]
): Promise<Broken | undefined> {
  const kept = await store.read((db) =>
    db.query<PublishedHead>('SELECT seq, hash FROM audit_head WHERE county_code = $1 ORDER BY seq', [countyCode])
  );
  for (const { seq, hash } of [...kept, ...published].sort((a, b) => a.seq - b.seq)) {
    const link = await store.read((db) =>
      db.one<{ hash: Buffer }>('SELECT hash FROM audit_chain WHERE county_code = $1 AND seq = $2', [countyCode, seq])
    );
    const found = seq === 0 ? firstPrev(countyCode) : link?.hash;
    if (!found?.equals(hash)) return broken(seq, '', 'head');
  }
  return undefined;
}

async function unsealedRow(
  store: Store,
  countyCode: string,
  waiting: number,
  head: ChainHead
): Promise<Broken | undefined> {
  const row = await store.read((db) =>
    db.one<{ entry_id: string }>(
      `SELECT e.entry_id FROM audit_entry e
       WHERE e.county_code = $1 AND e.written_at < clock_timestamp() - make_interval(mins => $2)
         AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.county_code = e.county_code AND c.entry_id = e.entry_id)
       ORDER BY e.written_at, e.entry_id LIMIT 1`,
      [countyCode, waiting]
    )
  );
  return row && broken(head.seq + 1, row.entry_id, 'unsealed');
}

function broken(seq: number, entry: string, why: Flaw): Broken {
  return { state: 'broken', seq, entry, why };
}

/** A link beside its row; the row's columns are null when it is gone. */
interface Link {
  seq: number;
  link_entry: string;
  link_digest: Buffer;
  prev_hash: Buffer;
  hash: Buffer;
  county_code: string;
  entry_id: string | null;
  at: string;
  account_id: string;
  post_id: string;
  role: string;
  actor_name: string;
  act: string;
  subject: string;
  place: string;
  reason: string;
  details: AuditRow['details'];
  request_id: string;
}

const LINKS = `
  SELECT c.seq, c.entry_id AS link_entry, c.digest AS link_digest, c.prev_hash, c.hash, e.county_code, e.entry_id, e.at,
    e.account_id, e.post_id, e.role, e.actor_name, e.act, e.subject, e.place, e.reason, e.details, e.request_id
  FROM audit_chain c LEFT JOIN audit_entry e ON e.county_code = c.county_code AND e.entry_id = c.entry_id
  WHERE c.county_code = $1 AND c.seq > $2 AND c.seq <= $3 ORDER BY c.seq LIMIT ${PAGE}`;

function rowOf(link: Link): AuditRow {
  return {
    countyCode: link.county_code,
    entryId: link.entry_id ?? '',
    at: link.at,
    accountId: link.account_id,
    postId: link.post_id,
    role: link.role,
    actorName: link.actor_name,
    act: link.act,
    subject: link.subject,
    place: link.place,
    reason: link.reason,
    details: link.details,
    requestId: link.request_id,
  };
}
