import type { CollectMode } from '@/domain/campaign/household';
import type { Db } from '../../port';

export interface SlipRow {
  householdId: string;
  householdNo: string;
  groupName: string;
  houseNo: string;
  houseOrder: string;
  villageCode: string;
  head: string;
  mode: CollectMode | '';
  people: number;
  left: number;
  code: string | null;
  issuedAt: string | null;
}

const columns = `h.household_id AS "householdId", h.household_no AS "householdNo", h.group_name AS "groupName",
  h.house_no AS "houseNo", h.house_order AS "houseOrder", h.village_code AS "villageCode", COALESCE(d.name, '') AS head,
  h.collect_mode AS mode, m.people, m.left_over AS "left", s.code, s.issued_at AS "issuedAt"`;

const source = `household h
  JOIN LATERAL (SELECT count(*)::int AS people,
      (count(*) FILTER (WHERE p.collect_state IN ('due', 'returned')))::int AS left_over
    FROM person p WHERE p.county_code = h.county_code AND p.household_id = h.household_id
      AND p.merged_into IS NULL AND p.in_register) m ON m.people > 0
  LEFT JOIN person d ON d.county_code = h.county_code AND d.person_id = h.head_person_id
  LEFT JOIN household_slip s ON s.county_code = h.county_code AND s.household_id = h.household_id`;

/** Households somebody lives in, in the order of the list: group, house number. */
export const slipsIn = (
  db: Db,
  countyCode: string,
  wanted: { village: string; group: string; after: readonly [string, string, string]; limit: number }
): Promise<SlipRow[]> =>
  db.query<SlipRow>(
    `SELECT ${columns} FROM ${source}
     WHERE h.county_code = $1::text AND h.village_code = $2::text AND ($3::text = '' OR h.group_name = $3::text)
       AND (h.group_name, h.house_order, h.household_id) > ($4::text, $5::text, $6::text)
     ORDER BY h.group_name, h.house_order, h.household_id LIMIT $7::integer`,
    [countyCode, wanted.village, wanted.group, ...wanted.after, wanted.limit]
  );

export const slipOf = (db: Db, countyCode: string, householdId: string): Promise<SlipRow | undefined> =>
  db.one<SlipRow>(`SELECT ${columns} FROM ${source} WHERE h.county_code = $1::text AND h.household_id = $2::text`, [
    countyCode,
    householdId,
  ]);

/** How many households of a village chose what, with and without somebody left. */
export const choicesIn = (
  db: Db,
  countyCode: string,
  village: string
): Promise<{ group: string; mode: CollectMode | ''; isLeft: boolean; households: number }[]> =>
  db.query(
    `SELECT h.group_name AS "group", h.collect_mode AS mode, m.left_over > 0 AS "isLeft", count(*)::int AS households
     FROM ${source} WHERE h.county_code = $1::text AND h.village_code = $2::text GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [countyCode, village]
  );

export const householdOfCode = (
  db: Db,
  countyCode: string,
  code: string
): Promise<{ householdId: string; villageCode: string | null } | undefined> =>
  db.one(
    `SELECT h.household_id AS "householdId", h.village_code AS "villageCode" FROM household_slip s
     JOIN household h ON h.county_code = s.county_code AND h.household_id = s.household_id
     WHERE s.county_code = $1::text AND s.code = $2::text`,
    [countyCode, code]
  );

interface Issued {
  codes: readonly { householdId: string; code: string }[];
  by: string;
  now: Date;
}

/** Gives codes to households that have none; of two who print at once the first one's code stands. */
export const addCodes = (db: Db, countyCode: string, { codes, by, now }: Issued): Promise<number> =>
  db.run(
    `INSERT INTO household_slip (county_code, household_id, code, issued_by, issued_at)
     SELECT $1::text, one.household, one.code, $4::text, $5::timestamptz
     FROM unnest($2::text[], $3::text[]) AS one(household, code)
     ON CONFLICT (county_code, household_id) DO NOTHING`,
    [countyCode, codes.map(({ householdId }) => householdId), codes.map(({ code }) => code), by, now]
  );

export const codesOf = (
  db: Db,
  countyCode: string,
  householdIds: readonly string[]
): Promise<{ householdId: string; code: string }[]> =>
  db.query(
    `SELECT household_id AS "householdId", code FROM household_slip
     WHERE county_code = $1::text AND household_id = ANY($2::text[])`,
    [countyCode, [...householdIds]]
  );

export const forgetCode = (db: Db, countyCode: string, householdId: string): Promise<number> =>
  db.run('DELETE FROM household_slip WHERE county_code = $1::text AND household_id = $2::text', [
    countyCode,
    householdId,
  ]);
