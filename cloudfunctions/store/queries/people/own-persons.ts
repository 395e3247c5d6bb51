import type { CollectState } from '@/domain/campaign/measures';
import type { Db } from '../../port';

/** The persons an account answers for: itself and its family. */

export interface OwnPersonRow {
  person_id: string;
  relation: string;
  name: string;
  id_masked: string;
  birth_date: string | null;
  population_class: string;
  collect_state: CollectState;
  village_code: string | null;
  placing: boolean;
  record_id: string | null;
  version: number | null;
  receipt_no: string | null;
  updated_at: string | null;
}

export const ownPersons = (db: Db, county: string, accountId: string): Promise<OwnPersonRow[]> =>
  db.query<OwnPersonRow>(
    `SELECT b.person_id, b.relation, p.name, p.id_masked, p.birth_date, p.population_class, p.collect_state,
       p.village_code,
       EXISTS (SELECT 1 FROM placement_case c
         WHERE c.county_code = p.county_code AND c.person_id = p.person_id AND c.state = 'open') AS placing,
       r.record_id, r.version, r.receipt_no, r.updated_at
     FROM account_person b
     JOIN person p ON p.county_code = b.county_code AND p.person_id = b.person_id
     LEFT JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
     WHERE b.county_code = $1 AND b.account_id = $2 AND b.ended_at IS NULL
     ORDER BY b.relation <> 'self', b.since, b.person_id`,
    [county, accountId]
  );

/** Binds a person, or takes up again a relation that had ended. */
export const bindPerson = (
  db: Db,
  binding: { county: string; accountId: string; personId: string; relation: string; at: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO account_person (county_code, account_id, person_id, relation, since) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (county_code, account_id, person_id)
     DO UPDATE SET relation = EXCLUDED.relation, since = EXCLUDED.since, ended_at = NULL`,
    [binding.county, binding.accountId, binding.personId, binding.relation, binding.at]
  );

export const unbindPerson = (db: Db, county: string, accountId: string, personId: string, at: Date): Promise<number> =>
  db.run(
    `UPDATE account_person SET ended_at = $4
     WHERE county_code = $1 AND account_id = $2 AND person_id = $3 AND ended_at IS NULL AND relation <> 'self'`,
    [county, accountId, personId, at]
  );

/** Whether this account has a person of its own, and whether another account says this person is itself. */
export const selfBindings = async (
  db: Db,
  county: string,
  accountId: string,
  personId: string
): Promise<{ mine: string | null; elsewhere: boolean }> =>
  (await db.one<{ mine: string | null; elsewhere: boolean }>(
    `SELECT (SELECT person_id FROM account_person
         WHERE county_code = $1 AND account_id = $2 AND relation = 'self' AND ended_at IS NULL LIMIT 1) AS mine,
       EXISTS (SELECT 1 FROM account_person b
         JOIN account a ON a.county_code = b.county_code AND a.account_id = b.account_id AND a.state = 'active'
         WHERE b.county_code = $1 AND b.person_id = $3 AND b.account_id <> $2
           AND b.relation = 'self' AND b.ended_at IS NULL) AS elsewhere`,
    [county, accountId, personId]
  )) ?? { mine: null, elsewhere: false };
