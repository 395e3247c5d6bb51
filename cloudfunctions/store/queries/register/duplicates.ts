import type { DuplicateKind } from '@/domain/register/duplicates';
import type { Db } from '../../port';

/** Likely doubles: cases, their two sides, and merges. */

export interface SideRow {
  person_id: string;
  version: number;
  name: string;
  sex: string;
  birth_date: string | null;
  id_type: string;
  id_masked: string;
  phone_masked: string;
  village_code: string | null;
  household_no: string | null;
  head_name: string | null;
  origin: string;
  collect_state: string;
  in_register: boolean;
  merged_into: string | null;
}

export interface CaseRow {
  case_id: string;
  kind: DuplicateKind;
  person_a: string;
  person_b: string;
  evidence: Record<string, unknown>;
  place: string;
  state: 'open' | 'merged' | 'distinct';
  decided_name: string | null;
  decided_at: string | null;
  reason: string;
}

/** A case lies with both its people: whoever answers for either village sees it. */
const underPlace = `($2::text = c.county_code OR EXISTS (SELECT 1 FROM person p WHERE p.county_code = c.county_code
  AND p.person_id IN (c.person_a, c.person_b) AND p.village_code LIKE $2::text || '%'))`;

/** An open case of which one side was merged away meanwhile asks nothing any more. */
const stillAsks = `(c.state <> 'open' OR NOT EXISTS (SELECT 1 FROM person p WHERE p.county_code = c.county_code
  AND p.person_id IN (c.person_a, c.person_b) AND p.merged_into IS NOT NULL))`;

export const listCases = (
  db: Db,
  county: string,
  filter: { place: string; kind: string | null; state: string; after: string; limit: number }
): Promise<CaseRow[]> =>
  db.query<CaseRow>(
    `SELECT c.case_id, c.kind, c.person_a, c.person_b, c.evidence, c.place, c.state, a.name AS decided_name, c.decided_at, c.reason
     FROM duplicate_case c LEFT JOIN account a ON a.county_code = c.county_code AND a.account_id = c.decided_by
     WHERE c.county_code = $1::text AND ${underPlace} AND ($3::text IS NULL OR c.kind = $3::text)
       AND c.state = $4::text AND c.case_id > $5::text AND ${stillAsks}
     ORDER BY c.case_id LIMIT $6::integer`,
    [county, filter.place, filter.kind, filter.state, filter.after, filter.limit]
  );

export const countCases = (db: Db, county: string, place: string): Promise<{ kind: DuplicateKind; cases: number }[]> =>
  db.query<{ kind: DuplicateKind; cases: number }>(
    `SELECT c.kind, count(*)::integer AS cases FROM duplicate_case c
     WHERE c.county_code = $1::text AND c.state = 'open' AND ${underPlace} AND ${stillAsks} GROUP BY c.kind`,
    [county, place]
  );

export const sidesOf = (db: Db, county: string, personIds: readonly string[]): Promise<SideRow[]> =>
  db.query<SideRow>(
    `SELECT p.person_id, p.version, p.name, p.sex, p.birth_date, p.id_type, p.id_masked, p.phone_masked, p.village_code,
       o.household_no, h.name AS head_name, p.origin, p.collect_state, p.in_register, p.merged_into
     FROM person p
     LEFT JOIN household o ON o.county_code = p.county_code AND o.household_id = p.household_id
     LEFT JOIN person h ON h.county_code = p.county_code AND h.person_id = o.head_person_id
     WHERE p.county_code = $1::text AND p.person_id = ANY($2::text[])`,
    [county, [...personIds]]
  );

export const findCase = (db: Db, county: string, caseId: string): Promise<CaseRow | undefined> =>
  db.one<CaseRow>(
    `SELECT case_id, kind, person_a, person_b, evidence, place, state, NULL::text AS decided_name, decided_at, reason
     FROM duplicate_case WHERE county_code = $1::text AND case_id = $2::text`,
    [county, caseId]
  );

interface Decision {
  state: 'merged' | 'distinct';
  by: string;
  reason: string;
  at: Date;
}

/** Settles every open case of the same two, whatever speaks for them; false when somebody else decided this one first. */
export const decideCase = async (
  db: Db,
  county: string,
  caseId: string,
  { state, by, reason, at }: Decision
): Promise<boolean> =>
  (await db.run(
    `UPDATE duplicate_case c SET state = $3::text, decided_by = $4::text, reason = $5::text, decided_at = $6::timestamptz
     FROM duplicate_case chosen
     WHERE chosen.county_code = $1::text AND chosen.case_id = $2::text AND chosen.state = 'open'
       AND c.county_code = chosen.county_code AND c.person_a = chosen.person_a AND c.person_b = chosen.person_b
       AND c.state = 'open'`,
    [county, caseId, state, by, reason, at]
  )) > 0;

/** Every open case between the two is settled by their merge. */
export const mergeCases = (
  db: Db,
  county: string,
  pair: readonly [string, string],
  { by, reason, at }: Decision
): Promise<number> =>
  db.run(
    `UPDATE duplicate_case SET state = 'merged', decided_by = $4::text, reason = $5::text, decided_at = $6::timestamptz
     WHERE county_code = $1::text AND state = 'open' AND person_a = $2::text AND person_b = $3::text`,
    [county, ...[...pair].sort(), by, reason, at]
  );

export const reopenCases = (db: Db, county: string, pair: readonly [string, string]): Promise<number> =>
  db.run(
    `UPDATE duplicate_case SET state = 'open', decided_by = NULL, decided_at = NULL
     WHERE county_code = $1::text AND state = 'merged' AND person_a = $2::text AND person_b = $3::text`,
    [county, ...[...pair].sort()]
  );

export const findCaseOfPair = async (
  db: Db,
  county: string,
  kind: DuplicateKind,
  pair: readonly [string, string]
): Promise<string | undefined> =>
  (
    await db.one<{ case_id: string }>(
      `SELECT case_id FROM duplicate_case
       WHERE county_code = $1::text AND kind = $2::text AND person_a = $3::text AND person_b = $4::text`,
      [county, kind, ...[...pair].sort()]
    )
  )?.case_id;
