import type { Role } from '@/domain/access';
import type { Db } from '../../port';

/** A person on the staff list who has not taken up his post yet. The code is kept as a keyed hash only. */
export interface Invitation {
  invitationId: string;
  name: string;
  phoneIndex: Buffer;
  phoneMasked: string;
  role: Role;
  title: string;
  organisation: string;
  badgeNo: string;
  languages: string[];
  scopes: string[];
  startsOn: string;
  endsOn: string | null;
  state: 'open' | 'used' | 'revoked';
  expiresAt: string;
  createdBy: string;
}

const columns = `invitation_id AS "invitationId", name, phone_index AS "phoneIndex", phone_masked AS "phoneMasked", role,
  title, organisation, badge_no AS "badgeNo", languages, scopes, starts_on AS "startsOn", ends_on AS "endsOn", state,
  expires_at AS "expiresAt", created_by AS "createdBy"`;

type NewInvitation = Omit<Invitation, 'state' | 'expiresAt'> & { codeHash: string; expiresAt: Date; now: Date };

export const addInvitation = (db: Db, countyCode: string, invitation: NewInvitation): Promise<number> =>
  db.run(
    `INSERT INTO invitation (county_code, invitation_id, name, phone_index, phone_masked, role, title, organisation,
       badge_no, languages, scopes, starts_on, ends_on, code_hash, expires_at, created_by, created_at)
     VALUES ($1::text, $2::text, $3::text, $4::bytea, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text[],
       $11::text[], $12::date, $13::date, $14::text, $15::timestamptz, $16::text, $17::timestamptz)`,
    [
      countyCode,
      invitation.invitationId,
      invitation.name,
      invitation.phoneIndex,
      invitation.phoneMasked,
      invitation.role,
      invitation.title,
      invitation.organisation,
      invitation.badgeNo,
      invitation.languages,
      invitation.scopes,
      invitation.startsOn,
      invitation.endsOn,
      invitation.codeHash,
      invitation.expiresAt,
      invitation.createdBy,
      invitation.now,
    ]
  );

/** Locked, so that two who redeem or renew at once do it one after the other. */
export const findInvitation = (db: Db, countyCode: string, invitationId: string): Promise<Invitation | undefined> =>
  db.one<Invitation>(
    `SELECT ${columns} FROM invitation WHERE county_code = $1::text AND invitation_id = $2::text FOR UPDATE`,
    [countyCode, invitationId]
  );

/** Open, in time, and its giver still in a post; the first one of a county is given by the server itself. */
export const invitationOfCode = (
  db: Db,
  countyCode: string,
  codeHashes: string[],
  now: Date
): Promise<Invitation | undefined> =>
  db.one<Invitation>(
    `SELECT ${columns} FROM invitation i
     WHERE county_code = $1::text AND code_hash = ANY($2::text[]) AND state = 'open' AND expires_at > $3::timestamptz
       AND NOT EXISTS (SELECT 1 FROM account a WHERE a.county_code = i.county_code AND a.account_id = i.created_by
         AND NOT EXISTS (SELECT 1 FROM post p WHERE p.county_code = a.county_code AND p.account_id = a.account_id
           AND (p.ends_on IS NULL OR p.ends_on >= ($3::timestamptz + interval '8 hours')::date)))
     FOR UPDATE`,
    [countyCode, codeHashes, now]
  );

export const renewCode = (
  db: Db,
  countyCode: string,
  renewed: { invitationId: string; codeHash: string; expiresAt: Date }
): Promise<number> =>
  db.run(
    `UPDATE invitation SET code_hash = $3::text, expires_at = $4::timestamptz
     WHERE county_code = $1::text AND invitation_id = $2::text AND state = 'open'`,
    [countyCode, renewed.invitationId, renewed.codeHash, renewed.expiresAt]
  );

export const revokeInvitation = (db: Db, countyCode: string, invitationId: string, reason: string): Promise<number> =>
  db.run(
    `UPDATE invitation SET state = 'revoked', state_reason = $3::text
     WHERE county_code = $1::text AND invitation_id = $2::text AND state = 'open'`,
    [countyCode, invitationId, reason]
  );

/** What is open in both directions ends with an officer: what he gave out, and what was meant for his own number. */
export const voidInvitations = (
  db: Db,
  countyCode: string,
  { accountId, reason }: { accountId: string; reason: string }
): Promise<number> =>
  db.run(
    `UPDATE invitation i SET state = 'revoked', state_reason = $3::text
     WHERE i.county_code = $1::text AND i.state = 'open' AND (i.created_by = $2::text OR i.phone_index =
       (SELECT a.phone_index FROM account a WHERE a.county_code = $1::text AND a.account_id = $2::text))`,
    [countyCode, accountId, reason]
  );

export const markUsed = (
  db: Db,
  countyCode: string,
  used: { invitationId: string; postId: string; now: Date }
): Promise<number> =>
  db.run(
    `UPDATE invitation SET state = 'used', post_id = $3::text, used_at = $4::timestamptz
     WHERE county_code = $1::text AND invitation_id = $2::text`,
    [countyCode, used.invitationId, used.postId, used.now]
  );

/** The post that an invitation becomes. An enumerator gets a work area and no reach; others their places. */
export async function addPost(
  db: Db,
  countyCode: string,
  post: { postId: string; accountId: string; invitation: Invitation; now: Date }
): Promise<void> {
  const { postId, accountId, invitation, now } = post;
  const outdoor = invitation.role === 'enumerator';
  await db.run(
    `INSERT INTO post (county_code, post_id, account_id, role, title, organisation, languages, badge_no, starts_on,
       ends_on, created_by, created_at, work_area)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text[], $8::text, $9::date, $10::date,
       $11::text, $12::timestamptz, $13::text[])`,
    [
      countyCode,
      postId,
      accountId,
      invitation.role,
      invitation.title,
      invitation.organisation,
      invitation.languages,
      invitation.badgeNo,
      invitation.startsOn,
      invitation.endsOn,
      invitation.createdBy,
      now,
      outdoor ? invitation.scopes : [],
    ]
  );
  if (outdoor) return;
  await db.run(
    `INSERT INTO post_scope (county_code, post_id, division_code, starts_at)
     SELECT $1::text, $2::text, one.code, $4::timestamptz FROM unnest($3::text[]) AS one(code)`,
    [countyCode, postId, invitation.scopes, now]
  );
}

/** Keeps the telephone number that was just proven, and the name on the staff list. */
export const provePhone = (
  db: Db,
  countyCode: string,
  account: { accountId: string; name: string; cipher: Buffer; index: Buffer; masked: string }
): Promise<number> =>
  db.run(
    `UPDATE account SET name = $3::text, phone_cipher = $4::bytea, phone_index = $5::bytea, phone_masked = $6::text
     WHERE county_code = $1::text AND account_id = $2::text`,
    [countyCode, account.accountId, account.name, account.cipher, account.index, account.masked]
  );
