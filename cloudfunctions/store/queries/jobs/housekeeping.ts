import type { Db } from '../../port';

/** Leases of posts that have ended, and of accounts that have, go back for others to take. */
export const takeBackOfEndedPosts = (db: Db, countyCode: string, today: string, now: Date): Promise<number> =>
  db.run(
    `UPDATE assignment a SET state = 'takenBack', version = a.version + 1, reason = '岗位已到期', ended_at = $3::timestamptz
     FROM post t JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id
     WHERE a.county_code = $1::text AND t.county_code = a.county_code AND t.post_id = a.post_id AND a.state = 'held'
       AND (t.ends_on < $2::date OR k.state = 'ended')`,
    [countyCode, today, now]
  );

/** What has served its purpose and would only grow: tries, sign-ins of computers, sessions long over. */
export async function tidyUp(db: Db, countyCode: string, now: Date): Promise<void> {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  await db.run('DELETE FROM attempt WHERE county_code = $1::text AND window_start < $2::timestamptz', [
    countyCode,
    daysAgo(7),
  ]);
  await db.run('DELETE FROM web_sign_in WHERE county_code = $1::text AND expires_at < $2::timestamptz', [
    countyCode,
    daysAgo(1),
  ]);
  await db.run('DELETE FROM session WHERE county_code = $1::text AND expires_at < $2::timestamptz', [
    countyCode,
    daysAgo(30),
  ]);
}

/** Uploaded registers that were read to the end or given up, for some days: deleting one twice is no error. */
export async function filesOfFinishedImports(db: Db, countyCode: string, now: Date): Promise<string[]> {
  const rows = await db.query<{ file_id: string }>(
    `SELECT file_id FROM import_run WHERE county_code = $1::text AND outcome <> 'open'
       AND finished_at > $2::timestamptz ORDER BY run_no`,
    [countyCode, new Date(now.getTime() - 7 * 86_400_000)]
  );
  return rows.map(({ file_id }) => file_id);
}
