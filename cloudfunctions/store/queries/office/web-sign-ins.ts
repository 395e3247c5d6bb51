import type { Db } from '../../port';

/** A computer that waits to be signed in from a phone. Codes and secrets come here as hashes only. */
export interface WebSignIn {
  signInId: string;
  device: string;
  state: 'waiting' | 'confirmed' | 'refused' | 'taken';
  accountId: string | null;
  begunAt: string;
  expiresAt: string;
}

const columns = `sign_in_id AS "signInId", device, state, account_id AS "accountId", begun_at AS "begunAt",
  expires_at AS "expiresAt"`;

export const beginSignIn = (
  db: Db,
  countyCode: string,
  begun: { signInId: string; codeHash: string; pollHash: string; device: string; now: Date; expiresAt: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO web_sign_in (county_code, sign_in_id, code_hash, poll_hash, device, begun_at, expires_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::timestamptz, $7::timestamptz)`,
    [countyCode, begun.signInId, begun.codeHash, begun.pollHash, begun.device, begun.now, begun.expiresAt]
  );

/** The one that still waits under this code. */
export const waitingSignIn = (
  db: Db,
  countyCode: string,
  codeHash: string,
  now: Date
): Promise<WebSignIn | undefined> =>
  db.one<WebSignIn>(
    `SELECT ${columns} FROM web_sign_in WHERE county_code = $1::text AND code_hash = $2::text
       AND state = 'waiting' AND expires_at > $3::timestamptz`,
    [countyCode, codeHash, now]
  );

/** Answers with the row only to the first who settles it. */
export const settleSignIn = (
  db: Db,
  countyCode: string,
  settled: { codeHash: string; state: 'confirmed' | 'refused'; accountId: string; now: Date }
): Promise<WebSignIn | undefined> =>
  db.one<WebSignIn>(
    `UPDATE web_sign_in SET state = $3::text, account_id = $4::text, settled_at = $5::timestamptz
     WHERE county_code = $1::text AND code_hash = $2::text AND state = 'waiting' AND expires_at > $5::timestamptz
     RETURNING ${columns}`,
    [countyCode, settled.codeHash, settled.state, settled.accountId, settled.now]
  );

export const polledSignIn = (db: Db, countyCode: string, pollHash: string): Promise<WebSignIn | undefined> =>
  db.one<WebSignIn>(
    `SELECT ${columns} FROM web_sign_in WHERE county_code = $1::text AND poll_hash = $2::text FOR UPDATE`,
    [countyCode, pollHash]
  );

export const takeSignIn = (db: Db, countyCode: string, signInId: string): Promise<number> =>
  db.run(`UPDATE web_sign_in SET state = 'taken' WHERE county_code = $1::text AND sign_in_id = $2::text`, [
    countyCode,
    signInId,
  ]);
