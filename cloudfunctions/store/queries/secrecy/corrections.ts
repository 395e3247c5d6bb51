import type { Db } from '../../port';

export type CorrectionState = 'open' | 'working' | 'resolved' | 'refused';

export interface CorrectionRow {
  correction_id: string;
  person_id: string;
  account_id: string;
  asked_name: string;
  topic: string;
  sealed: Buffer;
  place: string;
  state: CorrectionState;
  asked_at: string;
  person_name: string;
  steps: { at: string; state: CorrectionState; by: string; words: string }[];
}

const columns = `c.correction_id, c.person_id, c.account_id, c.asked_name, c.topic, c.sealed, c.place, c.state, c.asked_at,
  COALESCE((SELECT p.name FROM person p WHERE p.county_code = c.county_code AND p.person_id = c.person_id), '')
    AS person_name,
  COALESCE((SELECT jsonb_agg(jsonb_build_object('at', to_char(s.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'state', s.state, 'by', s.by_words, 'words', s.words) ORDER BY s.step)
    FROM correction_step s WHERE s.county_code = c.county_code AND s.correction_id = c.correction_id), '[]'::jsonb)
    AS steps`;

export const addCorrection = (
  db: Db,
  county: string,
  asked: {
    correctionId: string;
    personId: string;
    accountId: string;
    name: string;
    topic: string;
    sealed: Buffer;
    place: string;
    now: Date;
  }
): Promise<number> =>
  db.run(
    `INSERT INTO correction (county_code, correction_id, person_id, account_id, asked_name, topic, sealed, place, asked_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::bytea, $8::text, $9::timestamptz)`,
    [
      county,
      asked.correctionId,
      asked.personId,
      asked.accountId,
      asked.name,
      asked.topic,
      asked.sealed,
      asked.place,
      asked.now,
    ]
  );

/** How many of a person's requests still wait. */
export async function openCorrections(db: Db, county: string, personId: string): Promise<number> {
  const row = await db.one<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM correction
     WHERE county_code = $1::text AND person_id = $2::text AND state IN ('open', 'working')`,
    [county, personId]
  );
  return row?.waiting ?? 0;
}

export const correctionsOfPerson = (db: Db, county: string, personId: string): Promise<CorrectionRow[]> =>
  db.query<CorrectionRow>(
    `SELECT ${columns} FROM correction c WHERE c.county_code = $1::text AND c.person_id = $2::text
     ORDER BY c.correction_id DESC LIMIT 50`,
    [county, personId]
  );

export const findCorrection = (
  db: Db,
  county: string,
  correctionId: string,
  lock: boolean
): Promise<CorrectionRow | undefined> =>
  db.one<CorrectionRow>(
    `SELECT ${columns} FROM correction c WHERE c.county_code = $1::text AND c.correction_id = $2::text
     ${lock ? 'FOR UPDATE OF c' : ''}`,
    [county, correctionId]
  );

/** Of a place, who has waited longest first. */
export const correctionsIn = (
  db: Db,
  county: string,
  wanted: { place: string; state: CorrectionState | null; after: string; limit: number }
): Promise<CorrectionRow[]> =>
  db.query<CorrectionRow>(
    `SELECT ${columns} FROM correction c
     WHERE c.county_code = $1::text AND c.place LIKE $2::text || '%' AND ($3::text IS NULL OR c.state = $3::text)
       AND c.correction_id > $4::text
     ORDER BY c.correction_id LIMIT $5::int`,
    [county, wanted.place, wanted.state, wanted.after, wanted.limit]
  );

export async function answer(
  db: Db,
  county: string,
  given: { correctionId: string; state: CorrectionState; accountId: string; by: string; words: string; now: Date }
): Promise<void> {
  await db.run('UPDATE correction SET state = $3::text WHERE county_code = $1::text AND correction_id = $2::text', [
    county,
    given.correctionId,
    given.state,
  ]);
  await db.run(
    `INSERT INTO correction_step (county_code, correction_id, step, at, state, account_id, by_words, words)
     SELECT $1::text, $2::text, count(*) + 1, $3::timestamptz, $4::text, $5::text, $6::text, $7::text
     FROM correction_step WHERE county_code = $1::text AND correction_id = $2::text`,
    [county, given.correctionId, given.now, given.state, given.accountId, given.by, given.words]
  );
}
