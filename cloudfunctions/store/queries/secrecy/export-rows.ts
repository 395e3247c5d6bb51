import type { Db } from '../../port';

/** Records of a village as they leave the system, page by key: people by state and id, employers by id. */

export interface ExportedPerson {
  person_id: string;
  collect_state: string;
  record_id: string;
  version: number;
  receipt_no: string;
  answers: Record<string, unknown>;
  birth_date: string | null;
  id_masked: string;
  phone_masked: string;
  id_cipher: Buffer | null;
  phone_cipher: Buffer | null;
  sealed: Buffer | null;
}

export interface RowsWanted {
  /** '' stands for people whom no village has claimed. */
  village: string;
  states: readonly string[];
  classes: readonly string[];
  /** What must be opened; what is not asked for is not read. */
  idNumbers: boolean;
  phones: boolean;
  secrets: boolean;
}

export const exportedPeople = (
  db: Db,
  county: string,
  wanted: RowsWanted,
  after: readonly [state: string, person: string],
  limit: number
): Promise<ExportedPerson[]> =>
  db.query<ExportedPerson>(
    `SELECT p.person_id, p.collect_state, r.record_id, v.version, v.receipt_no, v.answers, p.birth_date, p.id_masked,
       p.phone_masked, ${wanted.idNumbers ? 'p.id_cipher' : 'NULL::bytea AS id_cipher'},
       ${wanted.phones ? 'p.phone_cipher' : 'NULL::bytea AS phone_cipher'},
       ${wanted.secrets ? 'v.sealed' : 'NULL::bytea AS sealed'}
     FROM person p
     JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
     JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
     WHERE p.county_code = $1::text AND ${wanted.village === '' ? "p.village_code IS NULL AND $2::text = ''" : 'p.village_code = $2::text'}
       AND p.merged_into IS NULL AND (p.collect_state, p.person_id) > ($3::text, $4::text)
       AND (cardinality($5::text[]) = 0 OR p.collect_state = ANY($5::text[]))
       AND (cardinality($6::text[]) = 0 OR p.population_class = ANY($6::text[]))
     ORDER BY p.collect_state, p.person_id LIMIT $7::int`,
    [county, wanted.village, after[0], after[1], [...wanted.states], [...wanted.classes], limit]
  );

/** How many records `exportedPeople` or `exportedEmployers` find in all those places; '' among them as there. */
export async function countExported(
  db: Db,
  county: string,
  wanted: { formId: 'personal' | 'employer'; villages: readonly string[] } & Pick<RowsWanted, 'states' | 'classes'>
): Promise<number> {
  const live = 'JOIN record r ON r.county_code = s.county_code AND r.form_id = $2::text';
  const row =
    wanted.formId === 'employer'
      ? await db.one<{ rows: number }>(
          `SELECT count(*)::int AS rows FROM employer s ${live} AND r.subject_id = s.employer_id
           WHERE s.county_code = $1::text AND s.village_code = ANY($3::text[])
             AND (cardinality($4::text[]) = 0 OR r.state = ANY($4::text[]))`,
          [county, wanted.formId, [...wanted.villages], [...wanted.states]]
        )
      : await db.one<{ rows: number }>(
          `SELECT count(*)::int AS rows FROM person s ${live} AND r.subject_id = s.person_id
           WHERE s.county_code = $1::text AND s.merged_into IS NULL
             AND (s.village_code = ANY($3::text[]) OR (s.village_code IS NULL AND '' = ANY($3::text[])))
             AND (cardinality($4::text[]) = 0 OR s.collect_state = ANY($4::text[]))
             AND (cardinality($5::text[]) = 0 OR s.population_class = ANY($5::text[]))`,
          [county, wanted.formId, [...wanted.villages], [...wanted.states], [...wanted.classes]]
        );
  return row?.rows ?? 0;
}

export interface ExportedEmployer {
  employer_id: string;
  record_id: string;
  version: number;
  receipt_no: string;
  record_state: string;
  answers: Record<string, unknown>;
  sealed: Buffer | null;
}

export const exportedEmployers = (
  db: Db,
  county: string,
  wanted: Pick<RowsWanted, 'village' | 'states' | 'secrets'>,
  after: string,
  limit: number
): Promise<ExportedEmployer[]> =>
  db.query<ExportedEmployer>(
    `SELECT e.employer_id, r.record_id, v.version, v.receipt_no, r.state AS record_state, v.answers,
       ${wanted.secrets ? 'v.sealed' : 'NULL::bytea AS sealed'}
     FROM employer e
     JOIN record r ON r.county_code = e.county_code AND r.form_id = 'employer' AND r.subject_id = e.employer_id
     JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
     WHERE e.county_code = $1::text AND e.village_code = $2::text AND e.employer_id > $3::text
       AND (cardinality($4::text[]) = 0 OR r.state = ANY($4::text[]))
     ORDER BY e.employer_id LIMIT $5::int`,
    [county, wanted.village, after, [...wanted.states], limit]
  );
