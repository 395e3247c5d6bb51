import { isChildOn, type Role, sees } from '@/domain/access';
import type { PersonLine } from '@/domain/operations/people/register';
import type { LineRow } from '../store/queries/people/village-people';

/** Of a child under 14, posts that only count the work do not see the day of birth. */
export const personLine = (row: LineRow, role: Role, today: string): PersonLine => ({
  personId: row.person_id,
  householdId: row.household_id,
  householdNo: row.household_no,
  houseNo: row.house_no,
  groupName: row.group_name,
  relation: row.relation,
  name: row.name,
  initials: row.name_initials,
  sex: row.sex,
  birthDate: sees(role, 'child') || !isChildOn(row.birth_date, today) ? row.birth_date : null,
  idMasked: row.id_masked,
  phoneMasked: row.phone_masked,
  populationClass: row.population_class,
  collectState: row.collect_state,
  employmentState: row.employment_state,
  attempts: row.attempts,
  lastOutcome: row.last_outcome,
  lastContactAt: row.last_contact_at,
  refused: row.refused,
  origin: row.origin,
  version: row.version,
});
