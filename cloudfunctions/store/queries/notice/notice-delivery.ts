import type { SendResult } from '../../../edges/ports';
import type { Db } from '../../port';

/** Whoever a notice reaches and has agreed to one more message of this kind; answers how many will be told. */
export const queueNotice = (db: Db, countyCode: string, noticeId: string, place: string): Promise<number> =>
  db.run(
    `INSERT INTO notice_message (county_code, notice_id, account_id)
     SELECT DISTINCT s.county_code, $2::text, s.account_id FROM subscription s
     JOIN account_person ap ON ap.county_code = s.county_code AND ap.account_id = s.account_id AND ap.ended_at IS NULL
     JOIN person p ON p.county_code = ap.county_code AND p.person_id = ap.person_id
     WHERE s.county_code = $1::text AND s.template = 'notice' AND s.remaining > 0
       AND (p.village_code LIKE $3::text || '%' OR $3::text = $1::text)
     ON CONFLICT (county_code, notice_id, account_id) DO NOTHING`,
    [countyCode, noticeId, place]
  );

export interface ClaimedNotice {
  noticeId: string;
  accountId: string;
  openid: string | null;
  title: string;
  issuer: string;
  publishedAt: string;
}

/** Before a run: one withdrawn meanwhile is not sent, one taken by a sender that died is given up. */
export const settleLostNotices = (db: Db, countyCode: string, lostBefore: Date): Promise<number> =>
  db.run(
    `UPDATE notice_message m SET result = CASE WHEN m.result = 'sending' THEN 'unreachable' ELSE 'withdrawn' END
     FROM notice n
     WHERE m.county_code = $1::text AND m.result IN ('waiting', 'sending')
       AND n.county_code = m.county_code AND n.notice_id = m.notice_id
       AND CASE WHEN m.result = 'sending' THEN m.claimed_at < $2::timestamptz ELSE n.withdrawn_at IS NOT NULL END`,
    [countyCode, lostBefore]
  );

/** Takes messages that wait, for this sender alone. */
export const claimNotices = (
  db: Db,
  countyCode: string,
  wanted: { limit: number; now: Date }
): Promise<ClaimedNotice[]> =>
  db.query<ClaimedNotice>(
    `UPDATE notice_message m SET result = 'sending', claimed_at = $2::timestamptz
     FROM notice n, account a,
       (SELECT notice_id, account_id FROM notice_message WHERE county_code = $1::text AND result = 'waiting'
        ORDER BY notice_id, account_id LIMIT $3::integer FOR UPDATE SKIP LOCKED) next
     WHERE m.county_code = $1::text AND m.notice_id = next.notice_id AND m.account_id = next.account_id
       AND n.county_code = m.county_code AND n.notice_id = m.notice_id
       AND a.county_code = m.county_code AND a.account_id = m.account_id
     RETURNING m.notice_id AS "noticeId", m.account_id AS "accountId", a.openid, n.title, n.issuer,
       n.published_at AS "publishedAt"`,
    [countyCode, wanted.now, wanted.limit]
  );

export const settleNotice = (
  db: Db,
  countyCode: string,
  told: { noticeId: string; accountId: string; result: SendResult }
): Promise<number> =>
  db.run(
    `UPDATE notice_message SET result = $4::text
     WHERE county_code = $1::text AND notice_id = $2::text AND account_id = $3::text AND result = 'sending'`,
    [countyCode, told.noticeId, told.accountId, told.result]
  );
