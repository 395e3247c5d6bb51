import type { Db } from '../../port';

export interface HouseholdRow {
  household_id: string;
  village_code: string | null;
  group_name: string;
  /** Of its members; empty where the register does not say. */
  old_village_code: string;
  household_no: string;
  house_no: string;
  address: string;
  head_person_id: string | null;
  version: number;
}

export const findHousehold = (db: Db, county: string, householdId: string): Promise<HouseholdRow | undefined> =>
  db.one<HouseholdRow>(
    `SELECT household_id, village_code, group_name, household_no, house_no, address, head_person_id, version,
       COALESCE((SELECT max(p.old_village_code) FROM person p WHERE p.county_code = h.county_code
         AND p.household_id = h.household_id AND p.merged_into IS NULL), '') AS old_village_code
     FROM household h WHERE county_code = $1 AND household_id = $2`,
    [county, householdId]
  );

export interface NewHousehold {
  householdId: string;
  village: string;
  groupName: string;
  houseNo: string;
  address: string;
  at: Date;
}

export const insertHousehold = (db: Db, county: string, one: NewHousehold): Promise<number> =>
  db.run(
    `INSERT INTO household (county_code, household_id, village_code, group_name, house_no, address, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [county, one.householdId, one.village, one.groupName, one.houseNo, one.address, one.at]
  );

/** The first person of a new household who says he is its head. */
export const takeHead = (db: Db, county: string, householdId: string, personId: string, at: Date): Promise<number> =>
  db.run(
    `UPDATE household SET head_person_id = $3, version = version + 1, updated_at = $4
     WHERE county_code = $1 AND household_id = $2 AND head_person_id IS NULL`,
    [county, householdId, personId, at]
  );
