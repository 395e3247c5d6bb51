import type { Db } from '../../port';

/** Photos of sheets signed by hand. */

export interface SignedFor {
  recordId: string | null;
  /** Null for answers that were kept beside the record. */
  version: number | null;
  submissionId: string;
}

/** What an account last sent about a person. */
export const lastSentAbout = (
  db: Db,
  county: string,
  { personId, accountId }: { personId: string; accountId: string }
): Promise<SignedFor | undefined> =>
  db.one<SignedFor>(
    `SELECT record_id AS "recordId", version, submission_id AS "submissionId" FROM (
       SELECT v.record_id, v.version, v.submission_id, v.received_at FROM record r
       JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id
       WHERE r.county_code = $1::text AND r.form_id = 'personal' AND r.subject_id = $2::text
         AND v.author_account = $3::text
       UNION ALL
       SELECT record_id, NULL, submission_id, received_at FROM comparison
       WHERE county_code = $1::text AND form_id = 'personal' AND subject_id = $2::text AND author_account = $3::text
     ) sent ORDER BY received_at DESC LIMIT 1`,
    [county, personId, accountId]
  );

/** The version that stands: what he found unchanged left no version of his own. */
export const standingFor = (db: Db, county: string, personId: string): Promise<SignedFor | undefined> =>
  db.one<SignedFor>(
    `SELECT v.record_id AS "recordId", v.version, v.submission_id AS "submissionId" FROM record r
     JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
     WHERE r.county_code = $1::text AND r.form_id = 'personal' AND r.subject_id = $2::text`,
    [county, personId]
  );

export interface NewPaper extends SignedFor {
  attachmentId: string;
  personId: string;
  accountId: string;
  postId: string;
  authorName: string;
  parts: number;
  digest: string;
  takenAt: Date;
  at: Date;
}

/** Does nothing where another part came first. */
export const beginPaper = (db: Db, county: string, one: NewPaper): Promise<number> =>
  db.run(
    `INSERT INTO signed_paper (county_code, attachment_id, person_id, record_id, version, submission_id, account_id,
       post_id, author_name, parts, digest, taken_at, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (county_code, attachment_id) DO NOTHING`,
    [
      county,
      one.attachmentId,
      one.personId,
      one.recordId,
      one.version,
      one.submissionId,
      one.accountId,
      one.postId,
      one.authorName,
      one.parts,
      one.digest,
      one.takenAt,
      one.at,
    ]
  );

export interface PaperRow {
  attachmentId: string;
  /** Whose record it belongs to now. */
  personId: string;
  /** Whose it was when it was signed. */
  signedBy: string;
  version: number | null;
  accountId: string;
  authorName: string;
  parts: number;
  digest: string;
  takenAt: string;
  receivedAt: string;
  complete: boolean;
}

/** Records move when two persons turn out to be one; the photo goes with its record. */
const row = `SELECT s.attachment_id AS "attachmentId", COALESCE(r.subject_id, s.person_id) AS "personId",
    s.person_id AS "signedBy", s.version, s.account_id AS "accountId", s.author_name AS "authorName", s.parts, s.digest,
    s.taken_at AS "takenAt", s.received_at AS "receivedAt", s.complete_at IS NOT NULL AS complete
  FROM signed_paper s LEFT JOIN record r ON r.county_code = s.county_code AND r.record_id = s.record_id`;

export const paperRow = (db: Db, county: string, attachmentId: string): Promise<PaperRow | undefined> =>
  db.one<PaperRow>(`${row} WHERE s.county_code = $1::text AND s.attachment_id = $2::text`, [county, attachmentId]);

/** Two parts that come at once must not each find the other missing. */
export const lockPaper = async (db: Db, county: string, attachmentId: string): Promise<PaperRow | undefined> => {
  await db.query('SELECT 1 AS held FROM signed_paper WHERE county_code = $1 AND attachment_id = $2 FOR UPDATE', [
    county,
    attachmentId,
  ]);
  return paperRow(db, county, attachmentId);
};

/** Those of which every part is here, newest first. */
export const papersOfPerson = (db: Db, county: string, personId: string): Promise<PaperRow[]> =>
  db.query<PaperRow>(
    `${row} WHERE s.county_code = $1::text AND s.complete_at IS NOT NULL AND (r.subject_id = $2::text
       OR (s.record_id IS NULL AND s.person_id = $2::text))
     ORDER BY s.taken_at DESC, s.attachment_id LIMIT 100`,
    [county, personId]
  );

export interface PaperPart {
  part: number;
  sealed: Buffer;
}

export const addPart = (db: Db, county: string, attachmentId: string, one: { part: number; sealed: Buffer }) =>
  db.run(
    `INSERT INTO signed_paper_part (county_code, attachment_id, part, sealed) VALUES ($1, $2, $3, $4)
     ON CONFLICT (county_code, attachment_id, part) DO NOTHING`,
    [county, attachmentId, one.part, one.sealed]
  );

export const partsOfPaper = (db: Db, county: string, attachmentId: string): Promise<PaperPart[]> =>
  db.query<PaperPart>(
    'SELECT part, sealed FROM signed_paper_part WHERE county_code = $1 AND attachment_id = $2 ORDER BY part',
    [county, attachmentId]
  );

export const completePaper = (db: Db, county: string, attachmentId: string, at: Date): Promise<number> =>
  db.run('UPDATE signed_paper SET complete_at = $3 WHERE county_code = $1 AND attachment_id = $2', [
    county,
    attachmentId,
    at,
  ]);
