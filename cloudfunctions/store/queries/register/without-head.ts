import type { Db } from '../../port';

export interface HeadlessRow {
  householdId: string;
  villageCode: string;
  groupName: string;
  householdNo: string;
  houseNo: string;
  formerHead: string;
  members: string[];
}

/** As `mayHead` says it of a row: who has died, gone or been merged away heads no household. */
const mayHead = (person: string): string =>
  `${person}.merged_into IS NULL AND ${person}.collect_state <> 'closed' AND ${person}.in_register`;

/** Households of a place with people in them and no head among them, page by page. */
export const householdsWithoutHead = (
  db: Db,
  county: string,
  { place, after, limit }: { place: string; after: string; limit: number }
): Promise<HeadlessRow[]> =>
  db.query<HeadlessRow>(
    `SELECT h.household_id AS "householdId", h.village_code AS "villageCode", h.group_name AS "groupName",
       h.household_no AS "householdNo", h.house_no AS "houseNo", COALESCE(was.name, '') AS "formerHead", m.names AS members
     FROM household h
     LEFT JOIN person was ON was.county_code = h.county_code AND was.person_id = h.head_person_id
     CROSS JOIN LATERAL (SELECT jsonb_agg(p.name ORDER BY p.relation, p.person_id) AS names FROM person p
       WHERE p.county_code = h.county_code AND p.household_id = h.household_id AND ${mayHead('p')}) m
     WHERE h.county_code = $1::text AND h.household_id > $3::text
       AND h.village_code >= $2::text AND h.village_code <= $2::text || '999999999' AND m.names IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM person head WHERE head.county_code = h.county_code AND head.person_id = h.head_person_id
         AND head.household_id = h.household_id AND ${mayHead('head')})
     ORDER BY h.household_id LIMIT $4::integer`,
    [county, place, after, limit]
  );
