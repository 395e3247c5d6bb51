import type { Db } from '../../port';

export interface ReceiptRow {
  receiptNo: string;
  recordId: string;
  personId: string;
  version: number;
  receivedAt: string;
  villageCode: string | null;
  villageWhy: string;
  duplicate: boolean;
}

/** What the receipt of a person's live record says. */
export const receiptRowOf = (db: Db, county: string, personId: string): Promise<ReceiptRow | undefined> =>
  db.one<ReceiptRow>(
    `SELECT r.receipt_no AS "receiptNo", r.record_id AS "recordId", p.person_id AS "personId", r.version,
       r.updated_at AS "receivedAt", p.village_code AS "villageCode", COALESCE(c.why, p.placed_reason) AS "villageWhy",
       EXISTS (SELECT 1 FROM duplicate_case d WHERE d.county_code = p.county_code AND d.kind = 'claimed'
         AND d.state = 'open' AND d.evidence ->> 'claimedBy' = p.person_id
         AND p.person_id IN (d.person_a, d.person_b)) AS duplicate
     FROM record r
     JOIN person p ON p.county_code = r.county_code AND p.person_id = r.subject_id
     LEFT JOIN placement_case c ON c.county_code = p.county_code AND c.person_id = p.person_id AND c.state = 'open'
     WHERE r.county_code = $1 AND r.form_id = 'personal' AND r.subject_id = $2`,
    [county, personId]
  );
