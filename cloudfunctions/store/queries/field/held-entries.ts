import type { Db } from '../../port';
import { json } from '../../values';

export interface HeldEntry {
  entryId: string;
  accountId: string;
  postId: string;
  authorName: string;
  phoneId: string;
  operation: string;
  subjectId: string;
  villageCode: string;
  after: string[];
  why: 'after' | 'base';
  doneAt: Date;
  heldAt: Date;
  sealed: Buffer;
  clockOffset: number;
  clockBy: string;
}

/** Keeps an entry until its time comes; one that was kept before stands as it was sent last. */
export const holdEntry = (db: Db, county: string, one: HeldEntry): Promise<number> =>
  db.run(
    `INSERT INTO held_entry AS h (county_code, entry_id, account_id, post_id, author_name, phone_id, operation,
       subject_id, village_code, after, why, done_at, held_at, tried_at, sealed, clock_offset, clock_by)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text[],
       $11::text, $12::timestamptz, $13::timestamptz, $13::timestamptz, $14::bytea, $15::int, $16::text)
     ON CONFLICT (county_code, entry_id) DO UPDATE SET after = EXCLUDED.after, why = EXCLUDED.why, state = 'held',
       problem = NULL, tried_at = EXCLUDED.tried_at, sealed = EXCLUDED.sealed, clock_offset = EXCLUDED.clock_offset,
       clock_by = EXCLUDED.clock_by
     WHERE h.account_id = EXCLUDED.account_id AND h.state <> 'dropped'`,
    [
      county,
      one.entryId,
      one.accountId,
      one.postId,
      one.authorName,
      one.phoneId,
      one.operation,
      one.subjectId,
      one.villageCode,
      one.after,
      one.why,
      one.doneAt,
      one.heldAt,
      one.sealed,
      one.clockOffset,
      one.clockBy,
    ]
  );

export interface KeptEntry {
  entryId: string;
  accountId: string;
  postId: string;
  phoneId: string;
  operation: string;
  /** By the phone's wall clock. */
  doneAt: string;
  sealed: Buffer;
  clockOffset: number;
  clockBy: string;
}

/** Entries whose turn may have come: all they wait for by name is done. Those that were not tried for longest first. */
export const entriesToTry = (
  db: Db,
  county: string,
  wanted: { accountId: string | null; triedBefore: Date; limit: number }
): Promise<KeptEntry[]> =>
  db.query<KeptEntry>(
    `SELECT h.entry_id AS "entryId", h.account_id AS "accountId", h.post_id AS "postId", h.phone_id AS "phoneId",
       h.operation, h.done_at AS "doneAt", h.sealed, h.clock_offset AS "clockOffset", h.clock_by AS "clockBy"
     FROM held_entry h
     WHERE h.county_code = $1::text AND h.state = 'held' AND ($2::text IS NULL OR h.account_id = $2::text)
       AND h.tried_at <= $3::timestamptz
       AND NOT EXISTS (SELECT 1 FROM unnest(h.after) AS wanted(id) LEFT JOIN request q
         ON q.county_code = h.county_code AND q.request_id = wanted.id AND q.account_id = h.account_id
         WHERE q.reply IS NULL)
     ORDER BY h.tried_at, h.held_at, h.entry_id LIMIT $4::int`,
    [county, wanted.accountId, wanted.triedBefore, wanted.limit]
  );

/** Done, or its author has been told: no longer held. */
export const releaseEntries = (db: Db, county: string, entryIds: readonly string[]): Promise<number> =>
  db.run(`DELETE FROM held_entry WHERE county_code = $1::text AND entry_id = ANY($2::text[]) AND state <> 'dropped'`, [
    county,
    [...entryIds],
  ]);

/** Refused when its turn came; kept with the sentence until its author asks. */
export const refuseEntry = (db: Db, county: string, entryId: string, problem: object): Promise<number> =>
  db.run(
    `UPDATE held_entry SET state = 'refused', why = 'refused', problem = $3::jsonb
     WHERE county_code = $1::text AND entry_id = $2::text AND state = 'held'`,
    [county, entryId, json(problem)]
  );

export const triedEntry = (db: Db, county: string, entryId: string, at: Date): Promise<number> =>
  db.run(`UPDATE held_entry SET tried_at = $3::timestamptz WHERE county_code = $1::text AND entry_id = $2::text`, [
    county,
    entryId,
    at,
  ]);

export interface HeldLine {
  entryId: string;
  operation: string;
  name: string;
  villageCode: string;
  authorName: string;
  why: 'after' | 'base' | 'refused';
  problem: { message?: string } | null;
  doneAt: string;
  heldAt: string;
}

/** Where an entry belongs: its person's or employer's village, the one it names, or those its author was given. */
const village = `COALESCE(p.village_code, e.village_code, NULLIF(h.village_code, ''))`;
const belongs = (place: string): string => `(${village} LIKE ${place} || '%' OR (${village} IS NULL AND EXISTS (
    SELECT 1 FROM assignment a WHERE a.county_code = h.county_code AND a.post_id = h.post_id
      AND a.village_code LIKE ${place} || '%')))`;

const source = `held_entry h
  LEFT JOIN person p ON p.county_code = h.county_code AND p.person_id = h.subject_id
  LEFT JOIN employer e ON e.county_code = h.county_code AND e.employer_id = h.subject_id`;

/** What is held, oldest first: one's own, or everything of a place. */
export const heldIn = (
  db: Db,
  county: string,
  wanted: { accountId: string } | { place: string },
  page: { after: string; limit: number }
): Promise<HeldLine[]> =>
  db.query<HeldLine>(
    `SELECT h.entry_id AS "entryId", h.operation, COALESCE(p.name, e.name, '') AS name,
       COALESCE(${village}, '') AS "villageCode", h.author_name AS "authorName", h.why, h.problem,
       h.done_at AS "doneAt", h.held_at AS "heldAt"
     FROM ${source}
     WHERE h.county_code = $1::text AND h.state IN ('held', 'refused') AND h.entry_id > $3::text
       AND ${'place' in wanted ? belongs('$2::text') : 'h.account_id = $2::text'}
     ORDER BY h.entry_id LIMIT $4::int`,
    [county, 'place' in wanted ? wanted.place : wanted.accountId, page.after, page.limit]
  );

/** The villages by which it is decided who looks after an entry. */
export async function villagesOfEntry(db: Db, county: string, entryId: string): Promise<string[] | undefined> {
  const row = await db.one<{ villages: string[] }>(
    `SELECT CASE WHEN ${village} IS NULL
       THEN ARRAY(SELECT DISTINCT a.village_code FROM assignment a
         WHERE a.county_code = h.county_code AND a.post_id = h.post_id ORDER BY 1)
       ELSE ARRAY[${village}] END AS villages
     FROM ${source} WHERE h.county_code = $1::text AND h.entry_id = $2::text`,
    [county, entryId]
  );
  return row?.villages;
}

/** Given up by a person who says why. Answers 0 when it was done or given up meanwhile. */
export const dropEntry = (
  db: Db,
  county: string,
  entryId: string,
  by: { accountId: string; name: string; reason: string; at: Date }
): Promise<number> =>
  db.run(
    `UPDATE held_entry SET state = 'dropped', dropped_by = $3::text, dropped_name = $4::text, dropped_why = $5::text,
       dropped_at = $6::timestamptz
     WHERE county_code = $1::text AND entry_id = $2::text AND state IN ('held', 'refused')`,
    [county, entryId, by.accountId, by.name, by.reason, by.at]
  );

/** Where a post has ever been given work. */
export async function villagesOfPost(db: Db, county: string, postId: string): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    `SELECT village_code AS code FROM assignment WHERE county_code = $1::text AND post_id = $2::text
     UNION SELECT division_code FROM post_scope WHERE county_code = $1::text AND post_id = $2::text ORDER BY 1`,
    [county, postId]
  );
  return rows.map(({ code }) => code);
}
