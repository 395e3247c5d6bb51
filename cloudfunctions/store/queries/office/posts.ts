import type { Role } from '@/domain/access';
import type { Db } from '../../port';

/** A post or an invitation that nobody has used yet, as the list of accounts shows it. */
export interface PostLine {
  rowId: string;
  accountId: string | null;
  name: string;
  phoneMasked: string;
  role: Role;
  title: string;
  organisation: string;
  badgeNo: string;
  scopes: string[];
  startsOn: string;
  endsOn: string | null;
  state: 'invited' | 'active' | 'suspended' | 'ended';
  stateReason: string;
  undertakingAt: string | null;
  invitationExpiresAt: string | null;
}

interface Filter {
  countyCode: string;
  /** Posts with a place under this one. */
  place: string;
  role: string | null;
  state: string | null;
  /** Part of a name. */
  name: string;
  today: string;
  now: Date;
  after: string;
  limit: number;
}

/** An enumerator's places are where he may be given work; everybody else's are his reach. */
export const postPlaces = (post: string): string => `CASE WHEN ${post}.role = 'enumerator'
    THEN CASE WHEN ${post}.work_area = '{}'::text[] THEN ARRAY[${post}.county_code] ELSE ${post}.work_area END
    ELSE COALESCE((SELECT array_agg(DISTINCT s.division_code ORDER BY s.division_code) FROM post_scope s
      WHERE s.county_code = ${post}.county_code AND s.post_id = ${post}.post_id AND s.ends_at IS NULL), '{}'::text[]) END`;

const under = (place: string): string =>
  `EXISTS (SELECT 1 FROM unnest(${place}) AS one(code) WHERE one.code LIKE $2::text || '%')`;

/** Posts and open invitations in one list, in the order of their ids. */
export const listPosts = (db: Db, filter: Filter): Promise<PostLine[]> =>
  db.query<PostLine>(
    `SELECT * FROM (
       SELECT p.post_id AS "rowId", p.account_id AS "accountId", a.name, a.phone_masked AS "phoneMasked", p.role, p.title,
         p.organisation, p.badge_no AS "badgeNo", ${postPlaces('p')} AS scopes, p.starts_on AS "startsOn",
         p.ends_on AS "endsOn", CASE WHEN p.ends_on < $6::date THEN 'ended' ELSE a.state END AS state,
         a.state_reason AS "stateReason", p.undertaking_at AS "undertakingAt", NULL::timestamptz AS "invitationExpiresAt"
       FROM post p JOIN account a ON a.county_code = p.county_code AND a.account_id = p.account_id
       WHERE p.county_code = $1::text
       UNION ALL
       SELECT invitation_id, NULL::text, name, phone_masked, role, title, organisation, badge_no, scopes, starts_on,
         ends_on, 'invited', state_reason, NULL::timestamptz, expires_at
       FROM invitation WHERE county_code = $1::text AND state = 'open') line
     WHERE ${under('line.scopes')} AND ($3::text IS NULL OR role = $3::text) AND ($4::text IS NULL OR state = $4::text)
       AND strpos(name, $5::text) > 0 AND "rowId" > $7::text
     ORDER BY "rowId" LIMIT $8::integer`,
    [filter.countyCode, filter.place, filter.role, filter.state, filter.name, filter.today, filter.after, filter.limit]
  );

export interface Post {
  postId: string;
  accountId: string;
  role: Role;
  places: string[];
  /** What an enumerator speaks. */
  languages: string[];
  endsOn: string | null;
}

const postColumns = `p.post_id AS "postId", p.account_id AS "accountId", p.role, ${postPlaces('p')} AS places,
  p.languages, p.ends_on AS "endsOn"`;

export const findPost = (db: Db, countyCode: string, postId: string): Promise<Post | undefined> =>
  db.one<Post>(`SELECT ${postColumns} FROM post p WHERE p.county_code = $1::text AND p.post_id = $2::text`, [
    countyCode,
    postId,
  ]);

/** Posts of an account that have not ended. */
export const postsOfAccount = (db: Db, countyCode: string, accountId: string, today: string): Promise<Post[]> =>
  db.query<Post>(
    `SELECT ${postColumns} FROM post p
     WHERE p.county_code = $1::text AND p.account_id = $2::text AND (p.ends_on IS NULL OR p.ends_on >= $3::date)
     ORDER BY p.post_id`,
    [countyCode, accountId, today]
  );

export const findAccount = (
  db: Db,
  countyCode: string,
  accountId: string
): Promise<{ accountId: string; name: string; state: 'active' | 'suspended' | 'ended' } | undefined> =>
  db.one(
    `SELECT account_id AS "accountId", name, state FROM account
     WHERE county_code = $1::text AND account_id = $2::text FOR UPDATE`,
    [countyCode, accountId]
  );

export const nameOfAccount = (
  db: Db,
  countyCode: string,
  accountId: string
): Promise<{ name: string; state: 'active' | 'suspended' | 'ended' } | undefined> =>
  db.one('SELECT name, state FROM account WHERE county_code = $1::text AND account_id = $2::text', [
    countyCode,
    accountId,
  ]);

/** The account's openid, null without WeChat; undefined when there is no such account that may be written to. */
export async function wechatOf(db: Db, countyCode: string, accountId: string): Promise<string | null | undefined> {
  const row = await db.one<{ openid: string | null }>(
    `SELECT openid FROM account WHERE county_code = $1::text AND account_id = $2::text AND state = 'active'`,
    [countyCode, accountId]
  );
  return row?.openid;
}

/** Accounts that can act as county officer today; locked, so that two officers cannot end each other at once. */
export async function countyOfficers(db: Db, countyCode: string, today: string): Promise<string[]> {
  const rows = await db.query<{ account_id: string }>(
    `SELECT a.account_id FROM account a
     WHERE a.county_code = $1::text AND a.state = 'active' AND EXISTS (
       SELECT 1 FROM post p JOIN post_scope s ON s.county_code = p.county_code AND s.post_id = p.post_id
       WHERE p.county_code = a.county_code AND p.account_id = a.account_id AND p.role = 'county'
         AND p.starts_on <= $2::date AND (p.ends_on IS NULL OR p.ends_on >= $2::date)
         AND s.division_code = $1::text AND s.ends_at IS NULL)
     ORDER BY a.account_id FOR UPDATE OF a`,
    [countyCode, today]
  );
  return rows.map((row) => row.account_id);
}

export async function setAccountState(
  db: Db,
  countyCode: string,
  account: { accountId: string; state: 'active' | 'suspended'; reason: string; now: Date }
): Promise<void> {
  const { accountId, state, reason, now } = account;
  await db.run(
    'UPDATE account SET state = $3::text, state_reason = $4::text WHERE county_code = $1::text AND account_id = $2::text',
    [countyCode, accountId, state, reason]
  );
  if (state === 'active') {
    // A computer that the lost phone had let in gets no session, not even now that the phone is found again.
    await db.run(
      `UPDATE web_sign_in SET state = 'refused', settled_at = $3::timestamptz
       WHERE county_code = $1::text AND account_id = $2::text AND state = 'confirmed'`,
      [countyCode, accountId, now]
    );
    return;
  }
  await db.run(
    `UPDATE session SET ended_at = $3::timestamptz
     WHERE county_code = $1::text AND account_id = $2::text AND ended_at IS NULL`,
    [countyCode, accountId, now]
  );
}

/** The post ends with `endsOn`; its reach ends now. Answers how many leases went back. */
export async function closePost(
  db: Db,
  countyCode: string,
  post: { postId: string; endsOn: string; reason: string; now: Date }
): Promise<number> {
  const { postId, endsOn, reason, now } = post;
  const key = [countyCode, postId];
  await db.run('UPDATE post SET ends_on = $3::date WHERE county_code = $1::text AND post_id = $2::text', [
    ...key,
    endsOn,
  ]);
  await db.run(
    `UPDATE post_scope SET ends_at = $3::timestamptz
     WHERE county_code = $1::text AND post_id = $2::text AND ends_at IS NULL`,
    [...key, now]
  );
  return db.run(
    `UPDATE assignment SET state = 'takenBack', version = version + 1, reason = $4::text, ended_at = $3::timestamptz
     WHERE county_code = $1::text AND post_id = $2::text AND state = 'held'`,
    [...key, now, reason]
  );
}

/** Places that go end now, places that come begin now; those that stay keep their beginning. */
export async function replaceScopes(
  db: Db,
  countyCode: string,
  post: Post,
  scopes: string[],
  now: Date
): Promise<void> {
  if (post.role === 'enumerator') {
    await db.run('UPDATE post SET work_area = $3::text[] WHERE county_code = $1::text AND post_id = $2::text', [
      countyCode,
      post.postId,
      scopes,
    ]);
    return;
  }
  await db.run(
    `UPDATE post_scope SET ends_at = $4::timestamptz
     WHERE county_code = $1::text AND post_id = $2::text AND ends_at IS NULL AND division_code <> ALL($3::text[])`,
    [countyCode, post.postId, scopes, now]
  );
  await db.run(
    `INSERT INTO post_scope (county_code, post_id, division_code, starts_at)
     SELECT $1::text, $2::text, one.code, $4::timestamptz FROM unnest($3::text[]) AS one(code)
     WHERE NOT EXISTS (SELECT 1 FROM post_scope s WHERE s.county_code = $1::text AND s.post_id = $2::text
       AND s.division_code = one.code AND s.ends_at IS NULL)`,
    [countyCode, post.postId, scopes, now]
  );
}
