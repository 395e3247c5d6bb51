import type { Db } from '../../port';
import type { Candidate } from '../cases';

/** The queue of the unplaced as an office clears it: in groups and in bulk. */

/** Those who share a town, a reason and candidates; a person tells one group from another by these. */
const groupKey = `md5(c.town_code || '|' || c.why || '|' || c.candidates::text)`;

/** For the county everyone; for a town its own, for a village those it is a candidate for. */
const under = `(($2::text = c.county_code)
  OR (length($2::text) = 9 AND c.town_code = $2::text)
  OR (length($2::text) = 12 AND c.candidates @> jsonb_build_array(jsonb_build_object('code', $2::text))))`;

export interface GroupRow {
  group: string;
  town_code: string;
  why: string;
  candidates: Candidate[];
  people: number;
}

/** The largest groups first. */
export const placementGroups = (db: Db, county: string, place: string, limit: number): Promise<GroupRow[]> =>
  db.query<GroupRow>(
    `SELECT ${groupKey} AS "group", min(c.town_code) AS town_code, min(c.why) AS why,
       (array_agg(c.candidates))[1] AS candidates, count(*)::integer AS people
     FROM placement_case c JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
     WHERE c.county_code = $1::text AND c.state = 'open' AND p.merged_into IS NULL AND ${under}
     GROUP BY 1 ORDER BY people DESC, 1 LIMIT $3::integer`,
    [county, place, limit]
  );

export const countWaiting = async (db: Db, county: string, place: string): Promise<number> => {
  const row = await db.one<{ n: number }>(
    `SELECT count(*)::integer AS n FROM placement_case c
     JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
     WHERE c.county_code = $1::text AND c.state = 'open' AND p.merged_into IS NULL AND ${under}`,
    [county, place]
  );
  return row?.n ?? 0;
};

export interface WaitingRow {
  case_id: string;
  person_id: string;
  name: string;
  id_masked: string;
  birth_date: string | null;
  household_no: string | null;
  head_name: string | null;
  address: string | null;
  town_code: string;
  why: string;
  candidates: Candidate[];
  created_at: string;
}

export const waitingPeople = (
  db: Db,
  county: string,
  filter: { place: string; group: string | null; after: string; limit: number }
): Promise<WaitingRow[]> =>
  db.query<WaitingRow>(
    `SELECT c.case_id, c.person_id, p.name, p.id_masked, p.birth_date, o.household_no, h.name AS head_name, o.address,
       c.town_code, c.why, c.candidates, c.created_at
     FROM placement_case c
     JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
     LEFT JOIN household o ON o.county_code = p.county_code AND o.household_id = p.household_id
     LEFT JOIN person h ON h.county_code = p.county_code AND h.person_id = o.head_person_id
     WHERE c.county_code = $1::text AND c.state = 'open' AND p.merged_into IS NULL AND ${under}
       AND ($3::text IS NULL OR ${groupKey} = $3::text) AND c.case_id > $4::text
     ORDER BY c.case_id LIMIT $5::integer`,
    [county, filter.place, filter.group, filter.after, filter.limit]
  );

/** The cases named, and with them the waiting members of their households; where they may lie, for the scope check. */
export const casesToSettle = (
  db: Db,
  county: string,
  caseIds: readonly string[],
  withHousehold: boolean
): Promise<{ case_id: string; person_id: string; household_id: string | null; town_code: string; state: string }[]> =>
  db.query(
    `WITH named AS (
       SELECT c.case_id, c.person_id, c.town_code, c.state, p.household_id FROM placement_case c
       JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
       WHERE c.county_code = $1::text AND c.case_id = ANY($2::text[]))
     SELECT * FROM (
       SELECT case_id, person_id, household_id, town_code, state FROM named
       UNION
       SELECT c.case_id, c.person_id, p.household_id, c.town_code, c.state FROM named n
       JOIN person p ON p.county_code = $1::text AND p.household_id = n.household_id AND p.merged_into IS NULL
       JOIN placement_case c ON c.county_code = $1::text AND c.person_id = p.person_id AND c.state = 'open'
       WHERE $3::boolean) found
     ORDER BY case_id`,
    [county, [...caseIds], withHousehold]
  );

/** Answers whose cases were still open and are settled now. */
export const settleCases = async (
  db: Db,
  county: string,
  caseIds: readonly string[],
  settled: { village: string; by: string; at: Date }
): Promise<string[]> => {
  const rows = await db.query<{ person_id: string }>(
    `UPDATE placement_case SET state = 'settled', village_code = $3::text, settled_by = $4::text, settled_at = $5::timestamptz
     WHERE county_code = $1::text AND case_id = ANY($2::text[]) AND state = 'open' RETURNING person_id`,
    [county, [...caseIds], settled.village, settled.by, settled.at]
  );
  return rows.map(({ person_id }) => person_id);
};

/** Puts them into the village; a household without one comes along. Residences stay as they are. */
export const placeAll = async (
  db: Db,
  county: string,
  personIds: readonly string[],
  placed: { village: string; edition: string; reason: string; at: Date }
): Promise<void> => {
  await db.run(
    `UPDATE person SET village_code = $3::text, village_edition = $4::date, placed_by = 'claimed', placed_reason = $5::text,
       placed_confidence = '1', version = version + 1, updated_at = $6::timestamptz
     WHERE county_code = $1::text AND person_id = ANY($2::text[])`,
    [county, [...personIds], placed.village, placed.edition, placed.reason, placed.at]
  );
  await db.run(
    `UPDATE household h SET village_code = $3::text, version = h.version + 1, updated_at = $4::timestamptz
     WHERE h.county_code = $1::text AND h.village_code IS NULL AND h.household_id IN (
       SELECT p.household_id FROM person p WHERE p.county_code = $1::text AND p.person_id = ANY($2::text[]))`,
    [county, [...personIds], placed.village, placed.at]
  );
};
