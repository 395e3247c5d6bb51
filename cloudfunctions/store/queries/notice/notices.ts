import type { LetterKind } from '@/domain/campaign';
import type { Db } from '../../port';

export interface NoticeRow {
  noticeId: string;
  divisionCode: string;
  level: 'county' | 'town' | 'village';
  kind: LetterKind;
  title: string;
  content: { greeting: string; paragraphs: string[]; callback: string };
  issuer: string;
  publishedAt: string;
  expiresOn: string | null;
  withdrawnAt: string | null;
  withdrawnReason: string;
  read: boolean;
}

/** Which notices somebody sees: those that cover a place of his, and those put up under it. */
export interface Reach {
  /** Codes of places a notice may stand at: 12, 9 and 6 digits of each village. */
  covering: readonly string[];
  /** Places under which every notice is shown. */
  under: readonly string[];
}

const columns = (account: string): string => `n.notice_id AS "noticeId", n.division_code AS "divisionCode", n.level,
  n.kind, n.title, n.content, n.issuer, n.published_at AS "publishedAt", n.expires_on AS "expiresOn",
  n.withdrawn_at AS "withdrawnAt", n.withdrawn_reason AS "withdrawnReason",
  EXISTS (SELECT 1 FROM notice_read r WHERE r.county_code = n.county_code AND r.notice_id = n.notice_id
    AND r.account_id = ${account}) AS read`;

export const addNotice = (
  db: Db,
  countyCode: string,
  notice: Pick<
    NoticeRow,
    'noticeId' | 'divisionCode' | 'level' | 'kind' | 'title' | 'content' | 'issuer' | 'expiresOn'
  > & {
    issuedBy: string;
    now: Date;
  }
): Promise<number> =>
  db.run(
    `INSERT INTO notice (county_code, notice_id, division_code, level, kind, title, content, issuer, issued_by,
       published_at, expires_on)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::text, $7::jsonb, $8::text, $9::text,
       $10::timestamptz, $11::date)`,
    [
      countyCode,
      notice.noticeId,
      notice.divisionCode,
      notice.level,
      notice.kind,
      notice.title,
      notice.content,
      notice.issuer,
      notice.issuedBy,
      notice.now,
      notice.expiresOn,
    ]
  );

export const findNotice = (
  db: Db,
  countyCode: string,
  noticeId: string,
  accountId: string
): Promise<NoticeRow | undefined> =>
  db.one<NoticeRow>(
    `SELECT ${columns('$3::text')} FROM notice n WHERE n.county_code = $1::text AND n.notice_id = $2::text`,
    [countyCode, noticeId, accountId]
  );

/** Newest first; ids begin with the time they were made. */
export const listNotices = (
  db: Db,
  countyCode: string,
  wanted: {
    accountId: string;
    reach: Reach;
    withdrawn: boolean;
    /** Leaves out what has expired before this day; null shows it. */
    today: string | null;
    before: string | null;
    limit: number;
  }
): Promise<NoticeRow[]> =>
  db.query<NoticeRow>(
    `SELECT ${columns('$2::text')} FROM notice n
     WHERE n.county_code = $1::text
       AND (n.division_code = ANY($3::text[])
         OR EXISTS (SELECT 1 FROM unnest($4::text[]) AS place(code) WHERE n.division_code LIKE place.code || '%'))
       AND ($5::boolean OR n.withdrawn_at IS NULL)
       AND ($6::date IS NULL OR n.expires_on IS NULL OR n.expires_on >= $6::date)
       AND ($7::text IS NULL OR n.notice_id < $7::text)
     ORDER BY n.notice_id DESC LIMIT $8::integer`,
    [
      countyCode,
      wanted.accountId,
      [...wanted.reach.covering],
      [...wanted.reach.under],
      wanted.withdrawn,
      wanted.today,
      wanted.before,
      wanted.limit,
    ]
  );

/** Answers false when it had been withdrawn already. */
export const withdrawNotice = async (
  db: Db,
  countyCode: string,
  notice: { noticeId: string; reason: string; now: Date }
): Promise<boolean> =>
  (await db.run(
    `UPDATE notice SET withdrawn_at = $3::timestamptz, withdrawn_reason = $4::text
     WHERE county_code = $1::text AND notice_id = $2::text AND withdrawn_at IS NULL`,
    [countyCode, notice.noticeId, notice.now, notice.reason]
  )) === 1;

/** Once an account; the village is where it is counted. */
export const markNoticeRead = (
  db: Db,
  countyCode: string,
  read: { noticeId: string; accountId: string; village: string; now: Date }
): Promise<number> =>
  db.run(
    `INSERT INTO notice_read (county_code, notice_id, account_id, village_code, read_at)
     VALUES ($1::text, $2::text, $3::text, $4::text, $5::timestamptz)
     ON CONFLICT (county_code, notice_id, account_id) DO NOTHING`,
    [countyCode, read.noticeId, read.accountId, read.village, read.now]
  );

/** Villages of the persons an account answers for. */
export async function villagesOfPersons(db: Db, countyCode: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    `SELECT DISTINCT village_code AS code FROM person
     WHERE county_code = $1::text AND person_id = ANY($2::text[]) AND village_code IS NOT NULL ORDER BY 1`,
    [countyCode, [...personIds]]
  );
  return rows.map(({ code }) => code);
}

/** Reads of a notice, village by village; '' holds those whose village is not known. */
export async function readsByVillage(db: Db, countyCode: string, noticeId: string): Promise<Map<string, number>> {
  const rows = await db.query<{ code: string; reads: number }>(
    `SELECT village_code AS code, count(*)::bigint AS reads FROM notice_read
     WHERE county_code = $1::text AND notice_id = $2::text GROUP BY village_code`,
    [countyCode, noticeId]
  );
  return new Map(rows.map(({ code, reads }) => [code, reads]));
}

/** Accounts that answer for somebody of each village: how many a notice could reach in the mini-program. */
export async function accountsByVillage(db: Db, countyCode: string, place: string): Promise<Map<string, number>> {
  const rows = await db.query<{ code: string; accounts: number }>(
    `SELECT p.village_code AS code, count(DISTINCT ap.account_id)::bigint AS accounts
     FROM account_person ap JOIN person p ON p.county_code = ap.county_code AND p.person_id = ap.person_id
     WHERE ap.county_code = $1::text AND ap.ended_at IS NULL AND p.village_code LIKE $2::text || '%'
     GROUP BY p.village_code`,
    [countyCode, place]
  );
  return new Map(rows.map(({ code, accounts }) => [code, accounts]));
}

/** People by group and state of one village, for the sheet on the board. */
export const groupsOf = (
  db: Db,
  countyCode: string,
  village: string
): Promise<{ group: string; people: number; done: number }[]> =>
  db.query<{ group: string; people: number; done: number }>(
    `SELECT group_name AS "group", count(*)::bigint AS people,
       count(*) FILTER (WHERE collect_state NOT IN ('due', 'returned'))::bigint AS done
     FROM person
     WHERE county_code = $1::text AND village_code = $2::text AND merged_into IS NULL AND in_register
     GROUP BY group_name ORDER BY group_name`,
    [countyCode, village]
  );
