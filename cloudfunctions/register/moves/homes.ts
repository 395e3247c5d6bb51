import type { Context } from '../../runtime/handle';
import type { RegisterPersonRow } from '../../store/queries/register/register-people';

interface NewHome {
  householdId: string;
  village: string | null;
  groupName: string;
  householdNo: string;
  houseNo: string;
  address: string;
}

export const insertHomeOf = ({ db, actor, now }: Context, home: NewHome): Promise<number> =>
  db.run(
    `INSERT INTO household (county_code, household_id, village_code, group_name, household_no, house_no, address, created_at, updated_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::timestamptz, $8::timestamptz)`,
    [
      actor.countyCode,
      home.householdId,
      home.village,
      home.groupName,
      home.householdNo,
      home.houseNo,
      home.address,
      now,
    ]
  );

export const moveHome = ({ db, actor, now }: Context, householdId: string, village: string): Promise<number> =>
  db.run(
    `UPDATE household SET village_code = $3::text, group_name = '', version = version + 1, updated_at = $4::timestamptz
     WHERE county_code = $1::text AND household_id = $2::text`,
    [actor.countyCode, householdId, village, now]
  );

/** The household names as its head the member who is one; nobody when there is none. */
export const settleHead = ({ db, actor, now }: Context, householdId: string): Promise<number> =>
  db.run(
    `UPDATE household h SET head_person_id = one.head, version = h.version + 1, updated_at = $3::timestamptz
     FROM (SELECT min(p.person_id) AS head FROM person p WHERE p.county_code = $1::text AND p.household_id = $2::text
       AND p.relation = '0' AND p.merged_into IS NULL AND p.collect_state <> 'closed' AND p.in_register) one
     WHERE h.county_code = $1::text AND h.household_id = $2::text AND h.head_person_id IS DISTINCT FROM one.head`,
    [actor.countyCode, householdId, now]
  );

/** Whoever has died, is missing or has left the register heads no household. */
export const mayHead = ({ collect_state, in_register }: RegisterPersonRow): boolean =>
  collect_state !== 'closed' && in_register;
