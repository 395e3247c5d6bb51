import type { Db } from '../../port';

export interface DetailRow {
  ethnic: string;
  hukou_nature: string;
  village_code: string | null;
  placed_reason: string;
  placed_confidence: string;
  village_edition: string;
  residence_code: string;
  waiting: boolean;
  waiting_why: string | null;
  record_id: string | null;
  record_version: number | null;
  record_state: string | null;
  receipt_no: string | null;
  mode: string | null;
  record_at: string | null;
}

export const detailOf = (db: Db, county: string, personId: string): Promise<DetailRow | undefined> =>
  db.one<DetailRow>(
    `SELECT p.ethnic, p.hukou_nature, p.village_code, p.placed_reason, p.placed_confidence, p.village_edition,
       p.residence_code, c.case_id IS NOT NULL AS waiting, c.why AS waiting_why,
       r.record_id, r.version AS record_version, r.state AS record_state, r.receipt_no, r.mode, r.updated_at AS record_at
     FROM person p
     LEFT JOIN placement_case c ON c.county_code = p.county_code AND c.person_id = p.person_id AND c.state = 'open'
     LEFT JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
     WHERE p.county_code = $1 AND p.person_id = $2 AND p.merged_into IS NULL`,
    [county, personId]
  );

export interface VisitRow {
  visit_id: string;
  channel: 'visit' | 'phone';
  outcome: string;
  cadre: string;
  note: string;
  author_name: string;
  appointment_at: string | null;
  at: string;
}

/** Newest first, with those paid to somebody who was merged into him. */
export const visitsOf = (db: Db, county: string, personId: string): Promise<VisitRow[]> =>
  db.query<VisitRow>(
    `SELECT visit_id, channel, outcome, cadre, note, author_name, appointment_at, at FROM visit
     WHERE county_code = $1 AND person_id IN (SELECT $2::text UNION SELECT m.dropped_id FROM person_merge m
       WHERE m.county_code = $1 AND m.kept_id = $2 AND m.undone_at IS NULL)
     ORDER BY at DESC, visit_id DESC LIMIT 50`,
    [county, personId]
  );
