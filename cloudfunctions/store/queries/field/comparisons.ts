import type { Db } from '../../port';
import { standsInOne } from '../assignment/parts';

export interface ComparisonRow {
  comparisonId: string;
  kind: 'conflict' | 'lease';
  formId: string;
  /** The person it is about now, should he have been merged since. */
  subjectId: string;
  /** False when he was: the version it started from was another person's. */
  sameSubject: boolean;
  name: string;
  villageCode: string;
  groupName: string;
  oldVillageCode: string;
  baseVersion: number;
  liveVersion: number;
  formVersion: number;
  fields: string[];
  sealed: Buffer;
  mode: string;
  authorAccount: string;
  authorName: string;
  authorRole: string;
  consentVersion: string;
  receiptNo: string;
  collectedAt: string;
  receivedAt: string;
  state: 'open' | 'settled';
  version: number;
  choices: Record<string, 'live' | 'late'>;
  settledVersion: number | null;
  settledName: string;
  settledAt: string | null;
  reason: string;
  /** Who wrote what stands. */
  liveBy: string | null;
  liveAccount: string | null;
}

const columns = `k.comparison_id AS "comparisonId", k.kind, k.form_id AS "formId",
  COALESCE(p.person_id, k.subject_id) AS "subjectId", COALESCE(p.person_id, k.subject_id) = k.subject_id AS "sameSubject",
  COALESCE(p.name, e.name, '') AS name, COALESCE(p.village_code, e.village_code, k.village_code) AS "villageCode",
  COALESCE(p.group_name, '') AS "groupName", COALESCE(p.old_village_code, '') AS "oldVillageCode",
  k.base_version AS "baseVersion", k.live_version AS "liveVersion", k.form_version AS "formVersion", k.fields, k.sealed,
  k.mode, k.author_account AS "authorAccount", k.author_name AS "authorName", k.author_role AS "authorRole",
  k.consent_version AS "consentVersion", k.receipt_no AS "receiptNo", k.collected_at AS "collectedAt",
  k.received_at AS "receivedAt", k.state, k.version, k.choices, k.settled_version AS "settledVersion",
  k.settled_name AS "settledName", k.settled_at AS "settledAt", k.reason,
  v.author_name AS "liveBy", v.author_account AS "liveAccount"`;

/** The subject as it is now: a merged person is the one he became. */
const tables = `comparison k
  LEFT JOIN person s ON s.county_code = k.county_code AND k.form_id = 'personal' AND s.person_id = k.subject_id
  LEFT JOIN person p ON p.county_code = s.county_code AND p.person_id = COALESCE(s.merged_into, s.person_id)
  LEFT JOIN employer e ON e.county_code = k.county_code AND k.form_id = 'employer' AND e.employer_id = k.subject_id
  LEFT JOIN record r ON r.county_code = k.county_code AND r.form_id = k.form_id
    AND r.subject_id = COALESCE(p.person_id, k.subject_id)
  LEFT JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version`;

export const findComparison = (db: Db, county: string, comparisonId: string): Promise<ComparisonRow | undefined> =>
  db.one<ComparisonRow>(
    `SELECT ${columns} FROM ${tables} WHERE k.county_code = $1::text AND k.comparison_id = $2::text`,
    [county, comparisonId]
  );

/** Held until the transaction ends: of two who choose at once the second sees that it is settled. */
export const lockComparison = (db: Db, county: string, comparisonId: string) =>
  db.query(`SELECT 1 AS one FROM comparison WHERE county_code = $1::text AND comparison_id = $2::text FOR UPDATE`, [
    county,
    comparisonId,
  ]);

export interface ComparisonsWanted {
  place: string;
  /** Groups and old villages that may be seen; null for all. */
  parts: readonly string[] | null;
  state: 'open' | 'settled';
  before: string;
  limit: number;
}

/** Newest first. */
export const comparisonsIn = (db: Db, county: string, wanted: ComparisonsWanted): Promise<ComparisonRow[]> =>
  db.query<ComparisonRow>(
    `SELECT ${columns} FROM ${tables}
     WHERE k.county_code = $1::text AND k.state = $4::text
       AND COALESCE(p.village_code, e.village_code, k.village_code) LIKE $2::text || '%'
       AND ($3::text[] IS NULL OR p.person_id IS NULL OR ${standsInOne('$3::text[]')})
       AND ($5::text = '' OR k.comparison_id < $5::text)
     ORDER BY k.comparison_id DESC LIMIT $6::int`,
    [county, wanted.place, wanted.parts, wanted.state, wanted.before, wanted.limit]
  );

export async function openComparisonsIn(db: Db, county: string, place: string): Promise<number> {
  const row = await db.one<{ open: number }>(
    `SELECT count(*)::int AS open FROM comparison k
     LEFT JOIN person s ON s.county_code = k.county_code AND k.form_id = 'personal' AND s.person_id = k.subject_id
     LEFT JOIN person p ON p.county_code = s.county_code AND p.person_id = COALESCE(s.merged_into, s.person_id)
     WHERE k.county_code = $1::text AND k.state = 'open'
       AND COALESCE(p.village_code, k.village_code) LIKE $2::text || '%'`,
    [county, place]
  );
  return row?.open ?? 0;
}

export const markSettled = (
  db: Db,
  county: string,
  settled: {
    comparisonId: string;
    choices: Readonly<Record<string, string>>;
    liveVersion: number;
    version: number;
    by: string;
    byName: string;
    at: Date;
    reason: string;
  }
): Promise<number> =>
  db.run(
    `UPDATE comparison SET state = 'settled', version = version + 1, choices = $3::jsonb, live_version = $4::int,
       settled_version = $5::int, settled_by = $6::text, settled_name = $7::text, settled_at = $8::timestamptz,
       reason = $9::text
     WHERE county_code = $1::text AND comparison_id = $2::text AND state = 'open'`,
    [
      county,
      settled.comparisonId,
      settled.choices,
      settled.liveVersion,
      settled.version,
      settled.by,
      settled.byName,
      settled.at,
      settled.reason,
    ]
  );
