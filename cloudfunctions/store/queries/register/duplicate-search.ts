import type { DuplicateKind } from '@/domain/register/duplicates';
import type { Db } from '../../port';
import { json } from '../../values';

/** Reading the county for likely doubles, piece by piece. */

export interface BornRow {
  personId: string;
  nameKey: string;
  birthDate: string;
  villageCode: string | null;
}

/** Living people of the next birth dates after `after`, whole dates, about `about` people. */
export const nextBorn = (db: Db, county: string, after: string, about: number): Promise<BornRow[]> =>
  db.query<BornRow>(
    `SELECT p.person_id AS "personId", p.name_key AS "nameKey", p.birth_date AS "birthDate", p.village_code AS "villageCode"
     FROM person p
     WHERE p.county_code = $1::text AND p.merged_into IS NULL AND p.birth_date > $2::date
       AND p.birth_date <= COALESCE((SELECT b.birth_date FROM person b
         WHERE b.county_code = $1::text AND b.merged_into IS NULL AND b.birth_date > $2::date
         ORDER BY b.birth_date OFFSET $3::integer LIMIT 1), 'infinity'::date)
     ORDER BY p.birth_date, p.person_id`,
    [county, after, about]
  );

export interface KeptNumberRow {
  personId: string;
  villageCode: string | null;
  cipher: Buffer;
}

/** People under a temporary identity whose old number was kept. */
export const nextKeptNumbers = (db: Db, county: string, after: string, limit: number): Promise<KeptNumberRow[]> =>
  db.query<KeptNumberRow>(
    `SELECT person_id AS "personId", village_code AS "villageCode", id_cipher AS cipher FROM person
     WHERE county_code = $1::text AND id_type = '2' AND merged_into IS NULL AND id_cipher IS NOT NULL AND person_id > $2::text
     ORDER BY person_id LIMIT $3::integer`,
    [county, after, limit]
  );

export const ownersOf = (
  db: Db,
  county: string,
  indexes: readonly Buffer[]
): Promise<{ personId: string; index: Buffer }[]> =>
  indexes.length === 0
    ? Promise.resolve([])
    : db.query(
        `SELECT person_id AS "personId", id_index AS index FROM person
         WHERE county_code = $1::text AND id_index = ANY($2::bytea[]) AND merged_into IS NULL`,
        [county, [...indexes]]
      );

export interface SharedPhoneRow {
  people: number;
  personA: string;
  personB: string;
  place: string;
}

/** Phones on more than `most` people of more than one household; two people of different households stand for them. */
export const sharedPhones = (db: Db, county: string, most: number): Promise<SharedPhoneRow[]> =>
  db.query<SharedPhoneRow>(
    `WITH shared AS (
       SELECT phone_index, count(*)::integer AS people, min(person_id) AS first FROM person
       WHERE county_code = $1::text AND phone_index IS NOT NULL AND merged_into IS NULL
       GROUP BY phone_index
       HAVING count(*) > $2::integer AND count(DISTINCT COALESCE(household_id, person_id)) > 1)
     SELECT s.people, s.first AS "personA", o.person_id AS "personB", COALESCE(a.village_code, '') AS place
     FROM shared s
     JOIN person a ON a.county_code = $1::text AND a.person_id = s.first
     CROSS JOIN LATERAL (
       SELECT p.person_id FROM person p
       WHERE p.county_code = $1::text AND p.phone_index = s.phone_index AND p.merged_into IS NULL
         AND COALESCE(p.household_id, p.person_id) <> COALESCE(a.household_id, a.person_id)
       ORDER BY p.person_id LIMIT 1) o
     ORDER BY s.first`,
    [county, most]
  );

export interface FoundPair {
  caseId: string;
  kind: DuplicateKind;
  personA: string;
  personB: string;
  evidence: Readonly<Record<string, unknown>>;
  place: string;
}

/** Opens what is new; a pair that a human has looked at already is not asked about again. Answers how many are new. */
export const openCases = (db: Db, county: string, pairs: readonly FoundPair[], at: Date): Promise<number> =>
  pairs.length === 0
    ? Promise.resolve(0)
    : db.run(
        `INSERT INTO duplicate_case (county_code, case_id, kind, person_a, person_b, evidence, place, created_at)
         SELECT $1::text, v."caseId", v.kind, LEAST(v."personA" COLLATE "C", v."personB" COLLATE "C"),
           GREATEST(v."personA" COLLATE "C", v."personB" COLLATE "C"), v.evidence, v.place, $3::timestamptz
         FROM jsonb_to_recordset($2::jsonb) AS v ("caseId" text, kind text, "personA" text, "personB" text, evidence jsonb, place text)
         WHERE NOT EXISTS (SELECT 1 FROM duplicate_case d WHERE d.county_code = $1::text AND d.state = 'distinct'
           AND d.person_a = LEAST(v."personA" COLLATE "C", v."personB" COLLATE "C")
           AND d.person_b = GREATEST(v."personA" COLLATE "C", v."personB" COLLATE "C"))
         ON CONFLICT (county_code, kind, person_a, person_b) DO NOTHING`,
        [county, json(pairs), at]
      );
