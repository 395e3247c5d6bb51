import type { ContactOutcome } from '@/domain/campaign/visit-outcomes';
import type { Db } from '../../port';

/** Knocks and calls. */

export const contactsOf = (
  db: Db,
  county: string,
  personId: string
): Promise<{ outcome: ContactOutcome; at: string }[]> =>
  db.query<{ outcome: ContactOutcome; at: string }>(
    'SELECT outcome, at FROM visit WHERE county_code = $1 AND person_id = $2 ORDER BY at',
    [county, personId]
  );

export interface NewVisit {
  visitId: string;
  personId: string;
  villageCode: string | null;
  channel: 'visit' | 'phone';
  outcome: string;
  cadre: string;
  note: string;
  appointmentAt: string | null;
  at: Date;
  receivedAt: Date;
  accountId: string;
  postId: string;
  authorName: string;
}

/** Answers false when this visit has been stored before. */
export const insertVisit = async (db: Db, county: string, one: NewVisit): Promise<boolean> =>
  (await db.run(
    `INSERT INTO visit (county_code, visit_id, person_id, village_code, channel, outcome, cadre, note, appointment_at, at,
       received_at, account_id, post_id, author_name)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (county_code, visit_id) DO NOTHING`,
    [
      county,
      one.visitId,
      one.personId,
      one.villageCode,
      one.channel,
      one.outcome,
      one.cadre,
      one.note,
      one.appointmentAt,
      one.at,
      one.receivedAt,
      one.accountId,
      one.postId,
      one.authorName,
    ]
  )) === 1;

export const findVisit = (
  db: Db,
  county: string,
  visitId: string
): Promise<{ person_id: string; account_id: string } | undefined> =>
  db.one<{ person_id: string; account_id: string }>(
    'SELECT person_id, account_id FROM visit WHERE county_code = $1 AND visit_id = $2',
    [county, visitId]
  );

/** What a visit leaves in the person's row. */
export const markVisited = (
  db: Db,
  county: string,
  mark: { personId: string; outcome: string; attempts: number; refused: boolean; at: Date; now: Date }
): Promise<number> =>
  db.run(
    `UPDATE person SET last_outcome = $3, attempts = $4, refused = $5, last_contact_at = $6, version = version + 1,
       updated_at = $7
     WHERE county_code = $1 AND person_id = $2`,
    [county, mark.personId, mark.outcome, mark.attempts, mark.refused, mark.at, mark.now]
  );
