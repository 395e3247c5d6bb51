import type { Db } from '../../port';

/** Moves between villages: asked, consented to, refused. */

export type TransferState = 'asked' | 'done' | 'refused' | 'withdrawn';

export interface TransferRow {
  transfer_id: string;
  person_ids: string[];
  from_village: string;
  to_village: string;
  to_household: string | null;
  state: TransferState;
  reason: string;
  asked_by: string;
  asked_name: string;
  asked_at: string;
  answer: string;
  decided_name: string;
  decided_at: string | null;
}

const columns = `transfer_id, person_ids, from_village, to_village, to_household, state, reason, asked_by, asked_name,
  asked_at, answer, decided_name, decided_at`;

export interface NewTransfer {
  transferId: string;
  personIds: readonly string[];
  versions: readonly number[];
  from: string;
  to: string;
  toHousehold: string | null;
  reason: string;
  askedBy: string;
  askedName: string;
  at: Date;
}

export const insertTransfer = (db: Db, county: string, one: NewTransfer): Promise<number> =>
  db.run(
    `INSERT INTO transfer (county_code, transfer_id, person_ids, versions, from_village, to_village, to_household, reason,
       asked_by, asked_name, asked_at)
     VALUES ($1::text, $2::text, $3::text[], $4::integer[], $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::timestamptz)`,
    [
      county,
      one.transferId,
      [...one.personIds],
      [...one.versions],
      one.from,
      one.to,
      one.toHousehold,
      one.reason,
      one.askedBy,
      one.askedName,
      one.at,
    ]
  );

export const findTransfer = (db: Db, county: string, transferId: string): Promise<TransferRow | undefined> =>
  db.one<TransferRow>(`SELECT ${columns} FROM transfer WHERE county_code = $1::text AND transfer_id = $2::text`, [
    county,
    transferId,
  ]);

/** Answers false when somebody else answered first. */
export const decide = async (
  db: Db,
  county: string,
  transferId: string,
  { state, answer, by, name, at }: { state: TransferState; answer: string; by: string; name: string; at: Date }
): Promise<boolean> =>
  (await db.run(
    `UPDATE transfer SET state = $3::text, answer = $4::text, decided_by = $5::text, decided_name = $6::text, decided_at = $7::timestamptz
     WHERE county_code = $1::text AND transfer_id = $2::text AND state = 'asked'`,
    [county, transferId, state, answer, by, name, at]
  )) === 1;

/** One of these people is in an open request already. */
export const alreadyAsked = async (db: Db, county: string, personIds: readonly string[]): Promise<boolean> =>
  (await db.one(
    `SELECT 1 AS one FROM transfer WHERE county_code = $1::text AND state = 'asked' AND person_ids && $2::text[] LIMIT 1`,
    [county, [...personIds]]
  )) !== undefined;

/** Requests out of or into the places of a post, oldest first. */
export const listTransfers = (
  db: Db,
  county: string,
  filter: {
    side: 'from' | 'to';
    places: readonly string[];
    state: TransferState;
    /** Only those asked before this moment; null for all. */
    askedBefore: Date | null;
    after: string;
    limit: number;
  }
): Promise<TransferRow[]> =>
  db.query<TransferRow>(
    `SELECT ${columns} FROM transfer t
     WHERE t.county_code = $1::text AND t.state = $3::text AND t.transfer_id > $4::text
       AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS place(code) WHERE t.${filter.side}_village LIKE place.code || '%')
       AND ($6::timestamptz IS NULL OR t.asked_at < $6::timestamptz)
     ORDER BY t.transfer_id LIMIT $5::integer`,
    [county, [...filter.places], filter.state, filter.after, filter.limit, filter.askedBefore]
  );
