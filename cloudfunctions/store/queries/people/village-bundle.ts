import type { CollectState } from '@/domain/campaign/measures';
import { outcomes } from '@/domain/campaign/visit-outcomes';
import type { Db } from '../../port';
import { standsInOne } from '../assignment/parts';

/** A village for the phone: everyone in it, or who changed since a moment, by person id. */
export interface BundleRow {
  person_id: string;
  household_id: string | null;
  house_group: string;
  house_no: string;
  household_no: string;
  address: string;
  collect_mode: '' | 'self' | 'visit';
  relation: string;
  name: string;
  name_initials: string;
  sex: string;
  birth_date: string | null;
  id_masked: string;
  phone_masked: string;
  population_class: string;
  collect_state: CollectState;
  attempts: number;
  last_outcome: string;
  last_contact_at: string | null;
  refused: boolean;
  id_type: string;
  ethnic: string;
  hukou_nature: string;
  record_version: number;
  group_name: string;
  attempt_days: number;
  appointment_at: string | null;
}

export interface BundleFilter {
  county: string;
  village: string;
  /** Groups and old villages that may be seen; null means the whole village. */
  parts: readonly string[] | null;
  since: string | null;
}

const inside = `p.county_code = $1 AND p.village_code = $2 AND p.merged_into IS NULL AND p.in_register
  AND ${standsInOne('$3::text[]')}`;

export const bundlePage = (
  db: Db,
  { county, village, parts, since }: BundleFilter,
  after: string,
  limit: number
): Promise<BundleRow[]> =>
  db.query<BundleRow>(
    `SELECT p.person_id, p.household_id, COALESCE(h.group_name, '') AS house_group, COALESCE(h.house_no, '') AS house_no,
       COALESCE(h.household_no, '') AS household_no, COALESCE(h.address, '') AS address,
       COALESCE(h.collect_mode, '') AS collect_mode, p.relation, p.name, p.name_initials,
       p.sex, p.birth_date, p.id_masked, p.phone_masked, p.population_class, p.collect_state, p.attempts, p.last_outcome,
       p.last_contact_at, p.refused, p.id_type, p.ethnic, p.hukou_nature, COALESCE(r.version, 0) AS record_version, p.group_name,
       COALESCE(v.attempt_days, 0)::int AS attempt_days, v.appointment_at
     FROM person p
     LEFT JOIN household h ON h.county_code = p.county_code AND h.household_id = p.household_id
     LEFT JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
     LEFT JOIN LATERAL (
       SELECT count(DISTINCT (one.at AT TIME ZONE 'UTC' + interval '8 hours')::date)
                FILTER (WHERE one.outcome = ANY($7::text[])) AS attempt_days,
              (array_agg(one.appointment_at ORDER BY one.at DESC))[1] AS appointment_at
       FROM visit one WHERE p.attempts > 0 AND one.county_code = p.county_code AND one.person_id = p.person_id
     ) v ON true
     WHERE ${inside} AND ($4::timestamptz IS NULL OR GREATEST(p.updated_at, COALESCE(h.updated_at, p.updated_at)) >= $4::timestamptz)
       AND p.person_id > $5
     ORDER BY p.person_id LIMIT $6`,
    [county, village, parts, since, after, limit, triedOutcomes]
  );

/** Nobody reached, or refused: what counts as an attempt on that day. */
const triedOutcomes = Object.entries(outcomes)
  .filter(([, { meaning }]) => meaning === 'missed' || meaning === 'refused')
  .map(([code]) => code);

/** Who is to be collected and has answered before, by person id. */
export const answeredBefore = (
  db: Db,
  { county, village, parts }: Pick<BundleFilter, 'county' | 'village' | 'parts'>,
  after: string,
  limit: number
): Promise<{ person_id: string }[]> =>
  db.query<{ person_id: string }>(
    `SELECT p.person_id FROM person p
     JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
     WHERE ${inside} AND p.collect_state IN ('due', 'returned') AND p.person_id > $4
     ORDER BY p.person_id LIMIT $5`,
    [county, village, parts, after, limit]
  );

export async function countInside(db: Db, { county, village, parts }: BundleFilter): Promise<number> {
  const row = await db.one<{ people: number }>(`SELECT count(*)::int AS people FROM person p WHERE ${inside}`, [
    county,
    village,
    parts,
  ]);
  return row?.people ?? 0;
}

/** When the last of this post's leases on the village ends. */
export async function leaseEnd(db: Db, county: string, postId: string, village: string): Promise<string | null> {
  const row = await db.one<{ until: string | null }>(
    `SELECT max(leased_until) AS until FROM assignment
     WHERE county_code = $1 AND post_id = $2 AND village_code = $3 AND state = 'held'`,
    [county, postId, village]
  );
  return row?.until ?? null;
}
