import type { Db } from '../port';
import { json } from '../values';

/** What a human has to decide: a person without a village, two rows that may be one person. */

type Add = (value: unknown) => string;

export interface Candidate {
  code: string;
  name: string;
  why: string;
}

export interface NewPlacementCase {
  caseId: string;
  personId: string;
  townCode: string;
  candidates: readonly Candidate[];
  why: string;
  at: Date;
}

/** One open case a person: a second one changes nothing. */
export const placementInsert = (county: string, one: NewPlacementCase, add: Add): string =>
  `INSERT INTO placement_case (county_code, case_id, person_id, town_code, candidates, why, created_at)
   VALUES (${add(county)}::text, ${add(one.caseId)}::text, ${add(one.personId)}::text, ${add(one.townCode)}::text,
     ${add(json(one.candidates))}::jsonb, ${add(one.why)}::text, ${add(one.at)}::timestamptz)
   ON CONFLICT (county_code, person_id) WHERE state = 'open' DO NOTHING`;

/** The open case of a person who has found his village by what he said himself. */
export const placementUpdate = (
  county: string,
  settled: { personId: string; villageCode: string | null; by: string; at: Date },
  add: Add
): string =>
  `UPDATE placement_case SET state = 'settled', village_code = ${add(settled.villageCode)}::text,
     settled_by = ${add(settled.by)}::text, settled_at = ${add(settled.at)}::timestamptz
   WHERE county_code = ${add(county)}::text AND person_id = ${add(settled.personId)}::text AND state = 'open'`;

export interface NewDuplicateCase {
  caseId: string;
  kind: string;
  personA: string;
  personB: string;
  evidence: Readonly<Record<string, unknown>>;
  place: string;
  at: Date;
}

/** The pair in one order, so that it is one case whichever of the two came first. */
export function duplicateInsert(county: string, one: NewDuplicateCase, add: Add): string {
  const [first, second] = [one.personA, one.personB].sort();
  return `INSERT INTO duplicate_case (county_code, case_id, kind, person_a, person_b, evidence, place, created_at)
   VALUES (${add(county)}::text, ${add(one.caseId)}::text, ${add(one.kind)}::text, ${add(first)}::text,
     ${add(second)}::text, ${add(json(one.evidence))}::jsonb, ${add(one.place)}::text, ${add(one.at)}::timestamptz)
   ON CONFLICT (county_code, kind, person_a, person_b) DO NOTHING`;
}

export const openPlacement = (db: Db, county: string, one: NewPlacementCase): Promise<number> =>
  alone(db, (add) => placementInsert(county, one, add));

export const openDuplicate = (db: Db, county: string, one: NewDuplicateCase): Promise<number> =>
  alone(db, (add) => duplicateInsert(county, one, add));

function alone(db: Db, statement: (add: Add) => string): Promise<number> {
  const values: unknown[] = [];
  const text = statement((value) => `$${values.push(value)}`);
  return db.run(text, values);
}

export interface PlacementCaseRow {
  case_id: string;
  person_id: string;
  town_code: string;
  candidates: Candidate[];
  why: string;
  state: string;
  village_code: string | null;
}

export const findPlacementCase = (db: Db, county: string, caseId: string): Promise<PlacementCaseRow | undefined> =>
  db.one<PlacementCaseRow>(
    `SELECT case_id, person_id, town_code, candidates, why, state, village_code
     FROM placement_case WHERE county_code = $1 AND case_id = $2 FOR UPDATE`,
    [county, caseId]
  );

/** Answers false when somebody else settled it first. */
export const settlePlacement = async (
  db: Db,
  county: string,
  settled: { caseId: string; villageCode: string; by: string; at: Date }
): Promise<boolean> =>
  (await db.run(
    `UPDATE placement_case SET state = 'settled', village_code = $3, settled_by = $4, settled_at = $5
     WHERE county_code = $1 AND case_id = $2 AND state = 'open'`,
    [county, settled.caseId, settled.villageCode, settled.by, settled.at]
  )) === 1;

export interface QueueRow extends PlacementCaseRow {
  name: string;
  id_masked: string;
  sex: string;
  birth_date: string | null;
  origin: string;
  created_at: string;
}

/**
 * Open cases, oldest first. `towns` are those the reader works in, null for the whole county; those whose town nobody
 * knows are shown to everyone who may claim.
 */
export const openPlacements = (
  db: Db,
  county: string,
  towns: readonly string[] | null,
  after: { at: string; id: string } | null,
  rows: number
): Promise<QueueRow[]> =>
  db.query<QueueRow>(
    `SELECT c.case_id, c.person_id, c.town_code, c.candidates, c.why, c.state, c.village_code, c.created_at,
       p.name, p.id_masked, p.sex, p.birth_date, p.origin
     FROM placement_case c JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
     WHERE c.county_code = $1 AND c.state = 'open' AND p.merged_into IS NULL
       AND ($2::text[] IS NULL OR c.town_code = '' OR c.town_code = ANY($2::text[]))
       AND ($3::timestamptz IS NULL OR (c.created_at, c.case_id) > ($3::timestamptz, $4::text))
     ORDER BY c.created_at, c.case_id LIMIT $5`,
    [county, towns === null ? null : [...towns], after?.at ?? null, after?.id ?? null, rows]
  );
