import type { Role } from '@/domain/access';
import type { Db } from '../port';

/** Accounts, their sessions, posts and agreements. */

export interface PersonaRow {
  persona: string;
  name: string;
  persona_note: string;
  posts: { postId: string; role: Role; title: string }[];
}

export const personas = (db: Db, county: string): Promise<PersonaRow[]> =>
  db.query<PersonaRow>(
    `SELECT a.persona, a.name, a.persona_note,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('postId', t.post_id, 'role', t.role, 'title', t.title)
           ORDER BY t.post_id)
         FROM post t WHERE t.county_code = a.county_code AND t.account_id = a.account_id), '[]'::jsonb) AS posts
     FROM account a WHERE a.county_code = $1 AND a.persona IS NOT NULL AND a.state = 'active'
     ORDER BY a.account_id`,
    [county]
  );

export const accountOfPersona = (
  db: Db,
  county: string,
  persona: string
): Promise<{ account_id: string; name: string } | undefined> =>
  db.one<{ account_id: string; name: string }>(
    `SELECT account_id, name FROM account WHERE county_code = $1 AND persona = $2 AND state = 'active'`,
    [county, persona]
  );

export interface NewSession {
  county: string;
  tokenHash: string;
  accountId: string;
  channel: 'local' | 'web';
  at: Date;
  expiresAt: Date;
}

export const openSession = (db: Db, session: NewSession): Promise<number> =>
  db.run(
    `INSERT INTO session (county_code, token_hash, account_id, channel, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [session.county, session.tokenHash, session.accountId, session.channel, session.at, session.expiresAt]
  );

/** Answers whose session it was; undefined when it had ended already. */
export const endSession = (
  db: Db,
  county: string,
  tokenHash: string,
  at: Date
): Promise<{ account_id: string; name: string } | undefined> =>
  db.one<{ account_id: string; name: string }>(
    `UPDATE session s SET ended_at = $3 FROM account a
     WHERE s.county_code = $1 AND s.token_hash = $2 AND s.ended_at IS NULL
       AND a.county_code = s.county_code AND a.account_id = s.account_id
     RETURNING a.account_id, a.name`,
    [county, tokenHash, at]
  );

/** Makes the account of an openid; answers false when it was there already. */
export async function createWechatAccount(
  db: Db,
  account: { county: string; accountId: string; openid: string; name: string; at: Date }
): Promise<boolean> {
  const made = await db.run(
    `INSERT INTO account (county_code, account_id, name, openid, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (county_code, openid) WHERE openid IS NOT NULL DO NOTHING`,
    [account.county, account.accountId, account.name, account.openid, account.at]
  );
  return made === 1;
}

export const accountOfOpenid = (
  db: Db,
  county: string,
  openid: string
): Promise<{ account_id: string; state: string } | undefined> =>
  db.one<{ account_id: string; state: string }>(
    'SELECT account_id, state FROM account WHERE county_code = $1 AND openid = $2',
    [county, openid]
  );

export const renameAccount = (db: Db, county: string, accountId: string, name: string): Promise<number> =>
  db.run('UPDATE account SET name = $3 WHERE county_code = $1 AND account_id = $2', [county, accountId, name]);

export interface PostRow {
  post_id: string;
  role: Role;
  title: string;
  organisation: string;
  badge_no: string;
  starts_on: string;
  ends_on: string | null;
  undertaking_version: string | null;
  scopes: { code: string; part: string }[];
}

/** Every post of the account with the scopes and leases that hold at `at`. */
export const postsOf = (db: Db, county: string, accountId: string, at: Date): Promise<PostRow[]> =>
  db.query<PostRow>(
    `SELECT t.post_id, t.role, t.title, t.organisation, t.badge_no, t.starts_on, t.ends_on, t.undertaking_version,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('code', s.code, 'part', s.part) ORDER BY s.code, s.part) FROM (
           SELECT division_code AS code, '' AS part FROM post_scope
           WHERE county_code = t.county_code AND post_id = t.post_id
             AND starts_at <= $3::timestamptz AND (ends_at IS NULL OR ends_at > $3::timestamptz)
           UNION ALL
           SELECT village_code, part FROM assignment
           WHERE county_code = t.county_code AND post_id = t.post_id AND state = 'held'
             AND starts_at <= $3::timestamptz AND leased_until > $3::timestamptz) s), '[]'::jsonb) AS scopes
     FROM post t WHERE t.county_code = $1 AND t.account_id = $2 ORDER BY t.post_id`,
    [county, accountId, at]
  );

export const acceptUndertaking = (
  db: Db,
  county: string,
  postId: string,
  accountId: string,
  version: string,
  at: Date
): Promise<number> =>
  db.run(
    `UPDATE post SET undertaking_version = $4, undertaking_at = $5
     WHERE county_code = $1 AND post_id = $2 AND account_id = $3`,
    [county, postId, accountId, version, at]
  );

export const agreeConsent = (db: Db, county: string, accountId: string, version: string, at: Date): Promise<number> =>
  db.run(
    `INSERT INTO consent (county_code, account_id, version, agreed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (county_code, account_id, version) DO NOTHING`,
    [county, accountId, version, at]
  );

/** The version agreed to last; undefined when none was. */
export const lastConsent = async (db: Db, county: string, accountId: string): Promise<string | null> =>
  (
    await db.one<{ version: string }>(
      `SELECT version FROM consent WHERE county_code = $1 AND account_id = $2 ORDER BY agreed_at DESC, version DESC LIMIT 1`,
      [county, accountId]
    )
  )?.version ?? null;

/** Adds one message for each template agreed to; answers what remains of all. */
export async function addSubscriptions(
  db: Db,
  county: string,
  accountId: string,
  templates: readonly string[],
  at: Date
): Promise<{ template: string; remaining: number }[]> {
  await db.run(
    `INSERT INTO subscription AS s (county_code, account_id, template, remaining, updated_at)
     SELECT $1, $2, t, 1, $4 FROM unnest($3::text[]) AS t
     ON CONFLICT (county_code, account_id, template)
     DO UPDATE SET remaining = s.remaining + 1, updated_at = EXCLUDED.updated_at`,
    [county, accountId, [...new Set(templates)], at]
  );
  return db.query<{ template: string; remaining: number }>(
    'SELECT template, remaining FROM subscription WHERE county_code = $1 AND account_id = $2',
    [county, accountId]
  );
}
