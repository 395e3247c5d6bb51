import type { EditionChange, RowReason } from '@/domain/register/outcomes';
import type { Db } from '../../port';

/** What an import left to look at. */

export const countReasons = (db: Db, county: string, runId: string): Promise<{ reason: RowReason; rows: number }[]> =>
  db.query<{ reason: RowReason; rows: number }>(
    `SELECT reason, count(*)::integer AS rows FROM import_row WHERE county_code = $1::text AND run_id = $2::text GROUP BY reason`,
    [county, runId]
  );

export interface ImportRowLine {
  line: number;
  outcome: 'doubtful' | 'refused';
  reason: RowReason;
  about: string;
  name: string;
  id_masked: string;
  village: string;
  person_id: string | null;
}

export interface RowFilter {
  outcome: string | null;
  reason: string | null;
  after: number;
  limit: number;
}

/** In the order of the file. */
export const listImportRows = (db: Db, county: string, runId: string, filter: RowFilter): Promise<ImportRowLine[]> =>
  db.query<ImportRowLine>(
    `SELECT line, outcome, reason, about, name, id_masked, village, person_id FROM import_row
     WHERE county_code = $1::text AND run_id = $2::text AND ($3::text IS NULL OR outcome = $3::text)
       AND ($4::text IS NULL OR reason = $4::text) AND line > $5::integer
     ORDER BY line LIMIT $6::integer`,
    [county, runId, filter.outcome, filter.reason, filter.after, filter.limit]
  );

export interface SealedRow {
  run_id: string;
  line: number;
  reason: RowReason;
  about: string;
  sealed: Buffer;
}

export const sealedRows = (db: Db, county: string, runId: string, filter: RowFilter): Promise<SealedRow[]> =>
  db.query<SealedRow>(
    `SELECT run_id, line, reason, about, sealed FROM import_row
     WHERE county_code = $1::text AND run_id = $2::text AND ($3::text IS NULL OR outcome = $3::text)
       AND ($4::text IS NULL OR reason = $4::text) AND line > $5::integer
     ORDER BY line LIMIT $6::integer`,
    [county, runId, filter.outcome, filter.reason, filter.after, filter.limit]
  );

export interface ChangeLine {
  person_id: string;
  name: string;
  id_masked: string;
  birth_date: string | null;
  from_village: string | null;
  to_village: string | null;
  why: string;
}

export const listChanges = (
  db: Db,
  county: string,
  runId: string,
  { change, after, limit }: { change: EditionChange; after: string; limit: number }
): Promise<ChangeLine[]> =>
  db.query<ChangeLine>(
    `SELECT c.person_id, p.name, p.id_masked, p.birth_date, c.from_village, c.to_village, c.why
     FROM register_change c JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
     WHERE c.county_code = $1::text AND c.run_id = $2::text AND c.change = $3::text AND c.person_id > $4::text
     ORDER BY c.person_id LIMIT $5::integer`,
    [county, runId, change, after, limit]
  );

export const keepDownload = (
  db: Db,
  county: string,
  one: { fileId: string; runId: string; takenBy: string; expiresAt: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO import_download (county_code, file_id, run_id, taken_by, expires_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz)`,
    [county, one.fileId, one.runId, one.takenBy, one.expiresAt]
  );

/** Files whose address nobody can use any more. */
export const expiredDownloads = async (db: Db, county: string, now: Date): Promise<string[]> => {
  const rows = await db.query<{ file_id: string }>(
    'SELECT file_id FROM import_download WHERE county_code = $1::text AND expires_at <= $2::timestamptz ORDER BY file_id',
    [county, now]
  );
  return rows.map(({ file_id }) => file_id);
};

/** Once the files are gone. */
export const forgetDownloads = (db: Db, county: string, fileIds: readonly string[]): Promise<number> =>
  db.run('DELETE FROM import_download WHERE county_code = $1::text AND file_id = ANY($2::text[])', [
    county,
    [...fileIds],
  ]);
