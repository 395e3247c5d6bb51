import type { CollectState } from '@/domain/campaign';
import type { Db } from '../../port';

export interface PersonBehind {
  personId: string;
  name: string;
  sex: string;
  idMasked: string;
  phoneMasked: string;
  villageCode: string;
  group: string;
  state: CollectState;
  populationClass: string;
  employmentState: string;
  lastOutcome: string;
  lastContactAt: string | null;
}

/** The condition on a person that a measure counts; the same facts as `measuresOf` reads. */
export type Condition = { column: ConditionColumn; values: string[] } | { flag: 'refused' } | { all: true };
export type ConditionColumn =
  | 'collect_state'
  | 'population_class'
  | 'employment_state'
  | 'last_outcome'
  | 'record_mode'
  | 'origin';

const sqlOf = (condition: Condition): { sql: string; values: string[][] } => {
  if ('all' in condition) return { sql: '', values: [] };
  if ('flag' in condition) return { sql: `AND p.${condition.flag}`, values: [] };
  return { sql: `AND p.${condition.column} = ANY($6::text[])`, values: [condition.values] };
};

/**
 * People of a few villages for whom a measure holds, in the order of village and id; or, when the county's own code
 * stands in place of the villages, those without one.
 * @param after village and id of the last one seen
 */
export function peopleBehind(
  db: Db,
  countyCode: string,
  wanted: { villages: readonly string[]; condition: Condition; after: readonly [string, string]; limit: number }
): Promise<PersonBehind[]> {
  const { sql, values } = sqlOf(wanted.condition);
  const unplaced = wanted.villages[0] === countyCode;
  // Each in the order of an index, so that a page of a large village is not sorted out of all its people.
  const [place, key] = unplaced
    ? ['p.village_code IS NULL AND $2::text[] IS NOT NULL', 'p.county_code, p.person_id']
    : ['p.village_code = ANY($2::text[])', 'p.village_code, p.person_id'];
  return db.query<PersonBehind>(
    `SELECT p.person_id AS "personId", p.name, p.sex, p.id_masked AS "idMasked", p.phone_masked AS "phoneMasked",
       COALESCE(p.village_code, p.county_code) AS "villageCode", p.group_name AS "group", p.collect_state AS state,
       p.population_class AS "populationClass", p.employment_state AS "employmentState",
       p.last_outcome AS "lastOutcome", p.last_contact_at AS "lastContactAt"
     FROM person p
     WHERE p.county_code = $1::text AND p.merged_into IS NULL AND p.in_register ${sql} AND ${place}
       AND (${key}) > ($3::text, $4::text)
     ORDER BY ${key} LIMIT $5::integer`,
    [countyCode, [...wanted.villages], wanted.after[0], wanted.after[1], wanted.limit, ...values]
  );
}
