import type { Db } from '../port';

export interface BadgeHolder {
  postId: string;
  name: string;
  accountState: 'active' | 'suspended' | 'ended';
  badgeNo: string;
  company: string;
  startsOn: string;
  endsOn: string | null;
  workArea: string[];
  /** What he holds now. */
  villages: { code: string; until: string }[];
}

const holder = `t.post_id AS "postId", k.name, k.state AS "accountState", t.badge_no AS "badgeNo", t.organisation AS company,
  t.starts_on AS "startsOn", t.ends_on AS "endsOn", t.work_area AS "workArea",
  COALESCE((SELECT jsonb_agg(jsonb_build_object('code', v.code, 'until', v.until) ORDER BY v.code) FROM (
      SELECT a.village_code AS code, max(a.leased_until) AS until FROM assignment a
      WHERE a.county_code = t.county_code AND a.post_id = t.post_id AND a.state = 'held'
        AND a.starts_at <= $3::timestamptz AND a.leased_until > $3::timestamptz GROUP BY a.village_code) v), '[]'::jsonb) AS villages`;

const join = `JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id`;

export const badgeHolder = (db: Db, countyCode: string, postId: string, now: Date): Promise<BadgeHolder | undefined> =>
  db.one<BadgeHolder>(
    `SELECT ${holder} FROM post t ${join}
     WHERE t.county_code = $1::text AND t.post_id = $2::text AND t.role = 'enumerator'`,
    [countyCode, postId, now]
  );

export interface BadgeCode extends BadgeHolder {
  expiresAt: string;
  replaced: boolean;
}

export const badgeOfCode = (db: Db, countyCode: string, codeHash: string, now: Date): Promise<BadgeCode | undefined> =>
  db.one<BadgeCode>(
    `SELECT ${holder}, b.expires_at AS "expiresAt", b.ended_at IS NOT NULL AS replaced
     FROM badge_code b JOIN post t ON t.county_code = b.county_code AND t.post_id = b.post_id ${join}
     WHERE b.county_code = $1::text AND b.code_hash = $2::text`,
    [countyCode, codeHash, now]
  );

interface NewCode {
  codeHash: string;
  postId: string;
  kind: 'screen' | 'print';
  now: Date;
  expiresAt: Date;
}

export const addBadgeCode = (db: Db, countyCode: string, { codeHash, postId, kind, now, expiresAt }: NewCode) =>
  db.run(
    `INSERT INTO badge_code (county_code, code_hash, post_id, kind, issued_at, expires_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz, $6::timestamptz)`,
    [countyCode, codeHash, postId, kind, now, expiresAt]
  );

/** A card that is printed again ends the one before. */
export const endPrinted = (db: Db, countyCode: string, postId: string, now: Date): Promise<number> =>
  db.run(
    `UPDATE badge_code SET ended_at = $3::timestamptz
     WHERE county_code = $1::text AND post_id = $2::text AND kind = 'print' AND ended_at IS NULL`,
    [countyCode, postId, now]
  );

/** Codes of the screen that ran out more than a day ago say nothing to anybody. */
export const forgetScreens = (db: Db, countyCode: string, postId: string, now: Date): Promise<number> =>
  db.run(
    `DELETE FROM badge_code WHERE county_code = $1::text AND post_id = $2::text AND kind = 'screen'
       AND expires_at < $3::timestamptz - interval '1 day'`,
    [countyCode, postId, now]
  );
