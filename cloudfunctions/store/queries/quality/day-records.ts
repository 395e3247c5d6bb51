import type { Db } from '../../port';

/** A record of one day as the checks of the day look at it: no name, no number, no answer; only whether they are alike. */
export interface DayRecord {
  recordId: string;
  postId: string;
  enumerator: string;
  accountId: string;
  villageCode: string;
  householdId: string;
  populationClass: string;
  mode: 'self' | 'family' | 'visit' | 'phone';
  collectedAt: string;
  paradata: Record<string, unknown>;
  answersDigest: string;
  phoneIndex: string;
  phoneHouseholds: number;
  phoneOfStaff: boolean;
  phoneSharers: number;
}

/**
 * The last version of each record of the county that came in within a stretch of time.
 * @param unlike fields that differ from person to person anyway: identity, place, who collected
 */
export const recordsOfDay = (
  db: Db,
  countyCode: string,
  wanted: { from: Date; until: Date; unlike: readonly string[] }
): Promise<DayRecord[]> =>
  db.query<DayRecord>(
    `WITH last AS (
       SELECT DISTINCT ON (v.record_id) v.* FROM record_version v
       WHERE v.county_code = $1::text AND v.received_at >= $2::timestamptz AND v.received_at < $3::timestamptz
       ORDER BY v.record_id, v.version DESC)
     SELECT v.record_id AS "recordId", CASE WHEN v.author_role = 'resident' THEN '' ELSE v.author_post END AS "postId",
       CASE WHEN v.author_role = 'resident' THEN '' ELSE v.author_name END AS enumerator,
       v.author_account AS "accountId",
       r.village_code AS "villageCode", COALESCE(p.household_id, p.person_id) AS "householdId",
       COALESCE(v.answers ->> 'populationClass', '') AS "populationClass", v.mode, v.collected_at AS "collectedAt",
       v.paradata, md5((v.answers - $4::text[])::text) AS "answersDigest",
       COALESCE(encode(p.phone_index, 'hex'), '') AS "phoneIndex",
       (SELECT count(DISTINCT q.household_id) FROM person q WHERE q.county_code = p.county_code
         AND q.phone_index = p.phone_index AND q.merged_into IS NULL)::int AS "phoneHouseholds",
       EXISTS (SELECT 1 FROM account a JOIN post t ON t.county_code = a.county_code AND t.account_id = a.account_id
         WHERE a.county_code = p.county_code AND a.phone_index = p.phone_index) AS "phoneOfStaff",
       (SELECT count(DISTINCT o.account_id) FROM phone_sync s
         JOIN phone_sync o ON o.county_code = s.county_code AND o.phone_id = s.phone_id AND o.account_id <> s.account_id
         WHERE s.county_code = v.county_code AND s.account_id = v.author_account)::int AS "phoneSharers"
     FROM last v
     JOIN record r ON r.county_code = v.county_code AND r.record_id = v.record_id AND r.form_id = 'personal'
     JOIN person p ON p.county_code = r.county_code AND p.person_id = r.subject_id
     WHERE r.village_code IS NOT NULL ORDER BY v.record_id`,
    [countyCode, wanted.from, wanted.until, [...wanted.unlike]]
  );
