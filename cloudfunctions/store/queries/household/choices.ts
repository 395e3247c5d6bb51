import type { CollectMode } from '@/domain/campaign/household';
import type { CollectState } from '@/domain/campaign/measures';
import type { Db } from '../../port';

export interface OwnHouseholdRow {
  householdId: string;
  villageCode: string | null;
  groupName: string;
  householdNo: string;
  mode: CollectMode | '';
  chosenAt: string | null;
  members: { personId: string; name: string; relation: string; state: CollectState }[];
}

/** Households in which one of these persons lives, with everybody in them, the head first. */
export const householdsOfPersons = (
  db: Db,
  countyCode: string,
  personIds: readonly string[]
): Promise<OwnHouseholdRow[]> =>
  db.query<OwnHouseholdRow>(
    `SELECT h.household_id AS "householdId", h.village_code AS "villageCode", h.group_name AS "groupName",
       h.household_no AS "householdNo", h.collect_mode AS mode,
       (SELECT max(c.at) FROM household_choice c
         WHERE c.county_code = h.county_code AND c.household_id = h.household_id) AS "chosenAt",
       (SELECT jsonb_agg(jsonb_build_object('personId', m.person_id, 'name', m.name, 'relation', m.relation,
           'state', m.collect_state) ORDER BY m.relation, m.person_id)
         FROM person m WHERE m.county_code = h.county_code AND m.household_id = h.household_id
           AND m.merged_into IS NULL AND m.in_register) AS members
     FROM household h
     WHERE h.county_code = $1::text AND h.household_id IN (SELECT p.household_id FROM person p
       WHERE p.county_code = $1::text AND p.person_id = ANY($2::text[]) AND p.merged_into IS NULL AND p.in_register)
     ORDER BY h.household_id`,
    [countyCode, [...personIds]]
  );

/** Held until the transaction ends, so that two of a family who choose at once choose one after the other. */
export const lockHousehold = (
  db: Db,
  countyCode: string,
  householdId: string
): Promise<{ mode: CollectMode | ''; villageCode: string | null } | undefined> =>
  db.one(
    `SELECT collect_mode AS mode, village_code AS "villageCode" FROM household
     WHERE county_code = $1::text AND household_id = $2::text FOR UPDATE`,
    [countyCode, householdId]
  );

/** The moment of the change brings the household into the next fetch of its enumerator's phone. */
export async function saveChoice(
  db: Db,
  countyCode: string,
  choice: { householdId: string; mode: CollectMode; accountId: string; now: Date }
): Promise<void> {
  await db.run(
    `UPDATE household SET collect_mode = $3::text, updated_at = $4::timestamptz
     WHERE county_code = $1::text AND household_id = $2::text`,
    [countyCode, choice.householdId, choice.mode, choice.now]
  );
  await db.run(
    `INSERT INTO household_choice (county_code, household_id, choice, mode, account_id, at)
     SELECT $1::text, $2::text, COALESCE(max(choice), 0) + 1, $3::text, $4::text, $5::timestamptz FROM household_choice
     WHERE county_code = $1::text AND household_id = $2::text`,
    [countyCode, choice.householdId, choice.mode, choice.accountId, choice.now]
  );
}

const somebodyLeft = `EXISTS (SELECT 1 FROM person p WHERE p.county_code = h.county_code
  AND p.household_id = h.household_id AND p.collect_state IN ('due', 'returned') AND p.merged_into IS NULL AND p.in_register)`;

/** After the window: so many households at a time whose visit falls due; answers how many. */
export const fallDue = (db: Db, countyCode: string, { today, now, most }: { today: string; now: Date; most: number }) =>
  db.run(
    `UPDATE household SET visit_due_on = $2::date, updated_at = $3::timestamptz
     WHERE county_code = $1::text AND household_id IN (
       SELECT h.household_id FROM household h
       WHERE h.county_code = $1::text AND h.visit_due_on IS NULL AND h.collect_mode <> 'visit' AND ${somebodyLeft}
       ORDER BY h.household_id LIMIT $4::integer)`,
    [countyCode, today, now, most]
  );

/** The window was opened again: what fell due is free once more. */
export const freeAgain = (db: Db, countyCode: string, now: Date): Promise<number> =>
  db.run(
    `UPDATE household SET visit_due_on = NULL, updated_at = $2::timestamptz
     WHERE county_code = $1::text AND visit_due_on IS NOT NULL`,
    [countyCode, now]
  );
