import type { ReviewKind } from '@/domain/operations/office/quality';
import type { Db } from '../../port';
import { standsIn } from '../assignment/parts';

export type RecordState = 'collected' | 'returned' | 'confirmed' | 'accepted';

export interface ReviewLine {
  recordId: string;
  formId: string;
  subjectId: string;
  name: string;
  villageCode: string;
  version: number;
  state: RecordState;
  mode: string;
  author: string;
  collectedAt: string;
  receivedAt: string;
  warnings: number;
  receiptNo: string;
  closedAs: string | null;
}

const listed = `r.record_id AS "recordId", r.form_id AS "formId", r.subject_id AS "subjectId",
  COALESCE(p.name, e.name, '') AS name, r.village_code AS "villageCode", r.version, r.state, r.mode,
  v.author_name AS author, v.collected_at AS "collectedAt", v.received_at AS "receivedAt",
  (SELECT count(*) FROM jsonb_object_keys(v.reasons))::int AS warnings, r.receipt_no AS "receiptNo",
  CASE WHEN p.collect_state = 'closed' THEN p.population_class END AS "closedAs"`;

const tables = `record r
  JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
  LEFT JOIN person p ON r.form_id = 'personal' AND p.county_code = r.county_code AND p.person_id = r.subject_id
  LEFT JOIN employer e ON r.form_id = 'employer' AND e.county_code = r.county_code AND e.employer_id = r.subject_id`;

interface Waiting {
  place: string;
  state: RecordState;
  formId: string | null;
  only: ReviewKind;
}

/** Bounds instead of a prefix match, so that the index is read from the first village of the place to the last. */
const under = `r.county_code = $1::text AND r.state = $2::text AND r.village_code >= $3::text
  AND r.village_code <= $3::text || '999999999' AND ($4::text IS NULL OR r.form_id = $4::text)`;

const isDoubtful = `EXISTS (SELECT 1 FROM record_version w WHERE w.county_code = r.county_code
  AND w.record_id = r.record_id AND w.version = r.version AND w.reasons <> '{}'::jsonb)`;
const isClosing = `(r.form_id = 'personal' AND EXISTS (SELECT 1 FROM person c WHERE c.county_code = r.county_code
  AND c.person_id = r.subject_id AND c.collect_state = 'closed'))`;

const onlyOf: Readonly<Record<ReviewKind, string>> = {
  all: '',
  plain: `AND NOT ${isDoubtful} AND NOT ${isClosing}`,
  doubtful: `AND ${isDoubtful}`,
  closings: `AND ${isClosing}`,
};

/** Records in a state, village by village. `after` is village and id of the last one seen. */
export const recordsToReview = (
  db: Db,
  countyCode: string,
  { place, state, formId, only, after, limit }: Waiting & { after: readonly [string, string]; limit: number }
): Promise<ReviewLine[]> =>
  db.query<ReviewLine>(
    `SELECT ${listed} FROM ${tables}
     WHERE ${under} ${onlyOf[only]} AND (r.village_code, r.record_id) > ($5::text, $6::text)
     ORDER BY r.village_code, r.record_id LIMIT $7::integer`,
    [countyCode, state, place, formId, ...after, limit]
  );

/** How many wait; a list longer than ten thousand is not counted to its end. */
export async function countToReview(
  db: Db,
  countyCode: string,
  { place, state, formId, only }: Waiting
): Promise<number> {
  const row = await db.one<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM (SELECT 1 FROM record r WHERE ${under} ${onlyOf[only]} LIMIT 10000) counted`,
    [countyCode, state, place, formId]
  );
  return row?.waiting ?? 0;
}

/** A record with what a decision about it needs; the person is null for an employer's. */
export interface ReviewedRecord {
  recordId: string;
  formId: string;
  subjectId: string;
  villageCode: string;
  version: number;
  state: RecordState;
  authorAccount: string;
  authorPost: string;
  authorRole: string;
  authorName: string;
  confirmedBy: string | null;
}

/** Locked, in one order, so that two reviewers of the same records go one after the other. */
export const lockRecords = (db: Db, countyCode: string, recordIds: readonly string[]): Promise<ReviewedRecord[]> =>
  db.query<ReviewedRecord>(
    `SELECT r.record_id AS "recordId", r.form_id AS "formId", r.subject_id AS "subjectId",
       COALESCE(r.village_code, r.county_code) AS "villageCode", r.version, r.state, v.author_account AS "authorAccount",
       v.author_post AS "authorPost", v.author_role AS "authorRole", v.author_name AS "authorName",
       r.confirmed_by AS "confirmedBy"
     FROM record r
     JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
     WHERE r.county_code = $1::text AND r.record_id = ANY($2::text[])
     ORDER BY r.record_id FOR UPDATE OF r`,
    [countyCode, [...recordIds]]
  );

export const setRecordStates = (
  db: Db,
  countyCode: string,
  changed: { recordIds: readonly string[]; state: RecordState; by: string; now: Date }
): Promise<number> =>
  db.run(
    `UPDATE record SET state = $3::text, updated_at = $4::timestamptz,
       confirmed_by = CASE WHEN $3::text = 'confirmed' THEN $5::text ELSE confirmed_by END
     WHERE county_code = $1::text AND record_id = ANY($2::text[])`,
    [countyCode, [...changed.recordIds], changed.state, changed.now, changed.by]
  );

export interface ReturnNote {
  returnId: string;
  recordId: string;
  version: number;
  villageCode: string;
  toAccount: string;
  toPost: string;
  reason: string;
  comments: { field: string; text: string }[];
  returnedBy: string;
  returnedName: string;
  now: Date;
}

export const addReturn = (db: Db, countyCode: string, note: ReturnNote): Promise<number> =>
  db.run(
    `INSERT INTO record_return (county_code, return_id, record_id, version, village_code, to_account, to_post, reason,
       comments, returned_by, returned_name, at)
     VALUES ($1::text, $2::text, $3::text, $4::integer, $5::text, $6::text, $7::text, $8::text, $9::jsonb, $10::text,
       $11::text, $12::timestamptz)`,
    [
      countyCode,
      note.returnId,
      note.recordId,
      note.version,
      note.villageCode,
      note.toAccount,
      note.toPost,
      note.reason,
      JSON.stringify(note.comments),
      note.returnedBy,
      note.returnedName,
      note.now,
    ]
  );

/** Who holds the work that a person belongs to now: the author himself, or his successor. */
export const holderOf = (
  db: Db,
  countyCode: string,
  personId: string,
  now: Date
): Promise<{ postId: string; accountId: string; name: string } | undefined> =>
  db.one(
    `SELECT t.post_id AS "postId", t.account_id AS "accountId", k.name FROM person p
     JOIN assignment a ON a.county_code = p.county_code AND a.village_code = p.village_code AND a.state = 'held'
       AND a.leased_until > $3::timestamptz AND ${standsIn('a.part')}
     JOIN post t ON t.county_code = a.county_code AND t.post_id = a.post_id
     JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id
     WHERE p.county_code = $1::text AND p.person_id = $2::text LIMIT 1`,
    [countyCode, personId, now]
  );

/**
 * The same for an employer, which belongs to a village and to no part of it: the author while he holds work there, else
 * whoever holds it now; the whole village before a part.
 */
export const holderOfVillage = (
  db: Db,
  countyCode: string,
  wanted: { villageCode: string; authorPost: string; now: Date }
): Promise<{ postId: string; accountId: string; name: string } | undefined> =>
  db.one(
    `SELECT t.post_id AS "postId", t.account_id AS "accountId", k.name FROM assignment a
     JOIN post t ON t.county_code = a.county_code AND t.post_id = a.post_id
     JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id
     WHERE a.county_code = $1::text AND a.village_code = $2::text AND a.state = 'held'
       AND a.leased_until > $4::timestamptz
     ORDER BY (t.post_id = $3::text) DESC, a.part <> '', a.assignment_id LIMIT 1`,
    [countyCode, wanted.villageCode, wanted.authorPost, wanted.now]
  );

export interface ReturnedLine {
  returnId: string;
  recordId: string;
  formId: string;
  personId: string;
  name: string;
  villageCode: string;
  version: number;
  returnedAt: string;
  returnedBy: string;
  reason: string;
  comments: { field: string; text: string }[];
}

const returnedColumns = `n.return_id AS "returnId", r.record_id AS "recordId", r.form_id AS "formId",
  r.subject_id AS "personId", COALESCE(p.name, e.name, '') AS name, COALESCE(r.village_code, '') AS "villageCode",
  r.version, n.at AS "returnedAt", n.returned_name AS "returnedBy", n.reason, n.comments`;

const returnedSource = `FROM record_return n
  JOIN record r ON r.county_code = n.county_code AND r.record_id = n.record_id AND r.state = 'returned'
    AND r.version = n.version
  LEFT JOIN person p ON r.form_id = 'personal' AND p.county_code = r.county_code AND p.person_id = r.subject_id
  LEFT JOIN employer e ON r.form_id = 'employer' AND e.county_code = r.county_code AND e.employer_id = r.subject_id`;

const isLast = `NOT EXISTS (SELECT 1 FROM record_return later WHERE later.county_code = n.county_code
  AND later.record_id = n.record_id AND later.return_id > n.return_id)`;

const held = (post: string, village: string): string => `SELECT 1 FROM assignment a
  WHERE a.county_code = n.county_code AND a.post_id = ${post} AND a.village_code = ${village} AND a.state = 'held'
    AND a.leased_until > $6::timestamptz`;

/** $2 account, $3 post, $4 whether the post works by leases, $6 now. */
const isMine = `CASE
  WHEN NOT $4::boolean THEN n.to_account = $2::text AND n.to_post = $3::text
  WHEN r.form_id = 'personal' THEN EXISTS (${held('$3::text', 'p.village_code')} AND ${standsIn('a.part')})
  ELSE EXISTS (${held('$3::text', 'r.village_code')}) AND (n.to_post = $3::text OR (
    EXISTS (SELECT 1 FROM post w WHERE w.county_code = n.county_code AND w.post_id = n.to_post AND w.role = 'enumerator')
    AND NOT EXISTS (${held('n.to_post', 'r.village_code')}))) END`;

/**
 * Records that stand returned: an enumerator's are those of the people he holds now, whoever wrote them, and the
 * employers' that went back to him or to somebody who holds nothing in that village any more; everybody else's are
 * those that went back to him. Newest first.
 */
export const returnedTo = (
  db: Db,
  countyCode: string,
  wanted: { accountId: string; postId: string; byLease: boolean; now: Date; before: string | null; limit: number }
): Promise<ReturnedLine[]> =>
  db.query<ReturnedLine>(
    `SELECT ${returnedColumns}
     ${returnedSource}
     WHERE n.county_code = $1::text AND ($5::text IS NULL OR n.return_id < $5::text)
       AND ${isLast} AND ${isMine}
     ORDER BY n.return_id DESC LIMIT $7::integer`,
    [countyCode, wanted.accountId, wanted.postId, wanted.byLease, wanted.before, wanted.now, wanted.limit]
  );

/** The same for one village of an enumerator's, all of it: what his phone carries into the field. */
export const returnedInVillage = (
  db: Db,
  countyCode: string,
  wanted: { accountId: string; postId: string; villageCode: string; now: Date }
): Promise<ReturnedLine[]> =>
  db.query<ReturnedLine>(
    `SELECT ${returnedColumns}
     ${returnedSource}
     WHERE n.county_code = $1::text AND r.village_code = $5::text AND ${isLast} AND ${isMine}
     ORDER BY n.return_id DESC`,
    [countyCode, wanted.accountId, wanted.postId, true, wanted.villageCode, wanted.now]
  );
