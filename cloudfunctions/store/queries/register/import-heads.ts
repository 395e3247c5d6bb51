import type { RowReason } from '@/domain/register/outcomes';
import type { Db } from '../../port';

/** After the rows: which households have no head or two, and the rows that became doubtful by it. */

export interface HeadFault {
  household_id: string;
  /** How many say they are the head. */
  heads: number;
  head_person_id: string | null;
  /** Its members in this file, by line; `outcome` is how the row was counted, null when it was added. */
  members: { person_id: string; line: number; relation: string; outcome: string | null }[];
}

/** Households from `after` on up to `upTo`, of those that the run touched. */
interface HeadRange {
  county: string;
  runNo: number;
  runId: string;
  after: string;
  upTo: string;
}

const rangeValues = ({ county, runNo, runId, after, upTo }: HeadRange): unknown[] => [
  county,
  runNo,
  runId,
  after,
  upTo,
];

const touched = `SELECT p.household_id FROM person p
    WHERE p.county_code = $1::text AND p.register_run = $2::integer
      AND p.household_id > $4::text AND p.household_id <= $5::text
  UNION
  SELECT p.household_id FROM register_change c JOIN person p ON p.county_code = c.county_code AND p.person_id = c.person_id
    WHERE c.county_code = $1::text AND c.run_id = $3::text AND c.change IN ('left', 'died')
      AND p.household_id > $4::text AND p.household_id <= $5::text`;

/** The household at the end of the next stretch; undefined behind the last. */
export const endOfStretch = async (
  db: Db,
  county: string,
  after: string,
  limit: number
): Promise<string | undefined> => {
  const row = await db.one<{ last: string | null }>(
    `SELECT max(household_id) AS last FROM (SELECT household_id FROM household
       WHERE county_code = $1::text AND household_id > $2::text ORDER BY household_id LIMIT $3::integer) stretch`,
    [county, after, limit]
  );
  return row?.last ?? undefined;
};

/** Households of a stretch that the run touched and that have no head, or more than one. */
export const headFaults = (db: Db, range: HeadRange): Promise<HeadFault[]> =>
  db.query<HeadFault>(
    `WITH touched AS (${touched}),
     counted AS (
       SELECT p.household_id, count(*) FILTER (WHERE p.relation = '0')::integer AS heads
       FROM touched t JOIN person p ON p.county_code = $1::text AND p.household_id = t.household_id
       WHERE p.merged_into IS NULL AND p.in_register GROUP BY p.household_id
       HAVING count(*) FILTER (WHERE p.relation = '0') <> 1)
     SELECT c.household_id, c.heads, h.head_person_id, (
       SELECT jsonb_agg(jsonb_build_object('person_id', p.person_id, 'relation', p.relation, 'outcome', s.outcome,
           'line', CASE WHEN p.register_run = $2::integer THEN p.register_line ELSE s.line END)
         ORDER BY CASE WHEN p.register_run = $2::integer THEN p.register_line ELSE s.line END, p.person_id)
       FROM person p LEFT JOIN import_seen s
         ON s.county_code = p.county_code AND s.run_no = $2::integer AND s.person_id = p.person_id
       WHERE p.county_code = $1::text AND p.household_id = c.household_id AND p.merged_into IS NULL AND p.in_register
         AND (p.register_run = $2::integer OR s.line IS NOT NULL)) AS members
     FROM counted c JOIN household h ON h.county_code = $1::text AND h.household_id = c.household_id
     ORDER BY c.household_id`,
    rangeValues(range)
  );

/** A second head becomes an other member: a household has one. */
export const demote = (db: Db, county: string, personIds: readonly string[], at: Date): Promise<number> =>
  personIds.length === 0
    ? Promise.resolve(0)
    : db.run(
        `UPDATE person SET relation = '9', version = version + 1, updated_at = $3::timestamptz
         WHERE county_code = $1::text AND person_id = ANY($2::text[])`,
        [county, [...personIds], at]
      );

/** The household names the member who is its head; nobody, when there is none. */
export const settleHeads = (db: Db, range: HeadRange, at: Date): Promise<number> =>
  db.run(
    `WITH touched AS (${touched}),
     heads AS (
       SELECT t.household_id, min(p.person_id) AS head FROM touched t
       LEFT JOIN person p ON p.county_code = $1::text AND p.household_id = t.household_id AND p.relation = '0'
         AND p.merged_into IS NULL AND p.in_register
       GROUP BY t.household_id)
     UPDATE household h SET head_person_id = heads.head, version = h.version + 1, updated_at = $6::timestamptz
     FROM heads WHERE h.county_code = $1::text AND h.household_id = heads.household_id
       AND h.head_person_id IS DISTINCT FROM heads.head`,
    [...rangeValues(range), at]
  );

/** Lines of the run that are doubtful or refused already. */
export const notedLines = async (
  db: Db,
  county: string,
  runId: string,
  lines: readonly number[]
): Promise<Set<number>> => {
  const rows = await db.query<{ line: number }>(
    'SELECT line FROM import_row WHERE county_code = $1::text AND run_id = $2::text AND line = ANY($3::integer[])',
    [county, runId, [...lines]]
  );
  return new Set(rows.map(({ line }) => line));
};

/** Rows that were found doubtful after they had been read, and have yet to be kept: where the next of them stands. */
export const nextUnkept = async (db: Db, county: string, runId: string): Promise<number | undefined> => {
  const row = await db.one<{ line: number | null }>(
    `SELECT min(line) AS line FROM import_row
     WHERE county_code = $1::text AND run_id = $2::text AND octet_length(sealed) = 0`,
    [county, runId]
  );
  return row?.line ?? undefined;
};

export interface UnkeptRow {
  line: number;
  reason: RowReason;
  person_id: string | null;
}

export const unkeptBetween = (db: Db, county: string, runId: string, from: number, to: number): Promise<UnkeptRow[]> =>
  db.query<UnkeptRow>(
    `SELECT line, reason, person_id FROM import_row
     WHERE county_code = $1::text AND run_id = $2::text AND line BETWEEN $3::integer AND $4::integer
       AND octet_length(sealed) = 0 ORDER BY line`,
    [county, runId, from, to]
  );

/** Keeps what stood on those lines. */
export const keepRows = (
  db: Db,
  county: string,
  runId: string,
  rows: readonly { line: number; name: string; id_masked: string; sealed: Buffer }[]
): Promise<number> =>
  rows.length === 0
    ? Promise.resolve(0)
    : db.run(
        `UPDATE import_row r SET name = v.name, id_masked = v.id_masked, sealed = v.sealed
         FROM unnest($3::integer[], $4::text[], $5::text[], $6::bytea[]) AS v (line, name, id_masked, sealed)
         WHERE r.county_code = $1::text AND r.run_id = $2::text AND r.line = v.line`,
        [
          county,
          runId,
          rows.map(({ line }) => line),
          rows.map(({ name }) => name),
          rows.map(({ id_masked }) => id_masked),
          rows.map(({ sealed }) => sealed),
        ]
      );
