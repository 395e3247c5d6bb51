import type { Db } from '../../port';

export interface BoardRow {
  postId: string;
  enumerator: string;
  company: string;
  lastSync: string | null;
  waiting: number;
  today: number;
  week: number;
}

/**
 * Those who hold work under a place, with what came from them: of each phone only its last sync and what it then said
 * still waits, so that nobody's way can be read from it.
 * @param from the first moment of today and of the last seven days
 */
export const boardUnder = (
  db: Db,
  countyCode: string,
  wanted: { place: string; now: Date; today: Date; week: Date }
): Promise<BoardRow[]> =>
  db.query<BoardRow>(
    `WITH holder AS (
       SELECT DISTINCT a.post_id FROM assignment a
       WHERE a.county_code = $1::text AND a.state = 'held' AND a.leased_until > $3::timestamptz
         AND a.village_code >= $2::text AND a.village_code <= $2::text || '999999999'),
     sent AS (
       SELECT v.author_post AS post_id, count(*) FILTER (WHERE v.received_at >= $4::timestamptz) AS today, count(*) AS week
       FROM record_version v
       WHERE v.county_code = $1::text AND v.received_at >= $5::timestamptz AND v.author_role = 'enumerator'
       GROUP BY v.author_post),
     phone AS (
       SELECT s.post_id, max(s.last_sync_at) AS last_sync, sum(s.waiting) AS waiting FROM phone_sync s
       WHERE s.county_code = $1::text GROUP BY s.post_id)
     SELECT t.post_id AS "postId", k.name AS enumerator, t.organisation AS company, phone.last_sync AS "lastSync",
       COALESCE(phone.waiting, 0)::int AS waiting, COALESCE(sent.today, 0)::int AS today, COALESCE(sent.week, 0)::int AS week
     FROM holder
     JOIN post t ON t.county_code = $1::text AND t.post_id = holder.post_id
     JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id
     LEFT JOIN sent ON sent.post_id = t.post_id
     LEFT JOIN phone ON phone.post_id = t.post_id
     ORDER BY k.name, t.post_id`,
    [countyCode, wanted.place, wanted.now, wanted.today, wanted.week]
  );

/** What waits for something or somebody under a place. */
export async function queuesUnder(
  db: Db,
  countyCode: string,
  place: string
): Promise<{ held: number; comparisons: number }> {
  const row = await db.one<{ held: number; comparisons: number }>(
    `SELECT (SELECT count(*) FROM held_entry WHERE county_code = $1::text AND state IN ('held', 'refused')
         AND village_code >= $2::text AND village_code <= $2::text || '999999999')::int AS held,
       (SELECT count(*) FROM comparison WHERE county_code = $1::text AND state = 'open'
         AND village_code >= $2::text AND village_code <= $2::text || '999999999')::int AS comparisons`,
    [countyCode, place]
  );
  return row ?? { held: 0, comparisons: 0 };
}
