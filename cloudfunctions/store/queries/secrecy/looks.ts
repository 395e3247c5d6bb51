import type { Db } from '../../port';

/** What the trail says of one person, for that person. */

export interface LookRow {
  entry_id: string;
  at: string;
  account_id: string;
  actor_name: string;
  role: string;
  act: string;
  reason: string;
  details: Record<string, unknown>;
  subject: string;
  title: string | null;
  organisation: string | null;
}

const columns = `e.entry_id, e.at, e.account_id, e.actor_name, e.role, e.act, e.reason, e.details, e.subject,
  t.title, t.organisation`;
const withPost = 'LEFT JOIN post t ON t.county_code = e.county_code AND t.post_id = e.post_id';

/**
 * Rows about the person or the household, and searches by name that showed him, newest first, without what `account`
 * did itself. Each half walks an index of its own.
 */
export const looksAt = (
  db: Db,
  county: string,
  wanted: {
    subjects: readonly string[];
    account: string;
    before: { at: string; id: string } | null;
    limit: number;
  }
): Promise<LookRow[]> =>
  db.query<LookRow>(
    `SELECT ${columns} FROM (
       (SELECT e.* FROM audit_entry e WHERE ${seen} AND e.subject = ANY($2::text[]) AND e.subject <> '' ${newest})
       UNION ALL
       (SELECT e.* FROM audit_entry e WHERE ${seen} AND e.subject = '' AND e.act = 'register.search'
         AND (e.details -> 'found') ?| $2::text[] ${newest})
     ) e ${withPost} ${newest}`,
    [county, [...wanted.subjects], wanted.account, wanted.before?.at ?? null, wanted.before?.id ?? '', wanted.limit]
  );

const seen = `e.county_code = $1::text AND e.account_id <> $3::text
  AND ($4::timestamptz IS NULL OR (e.at, e.entry_id) < ($4::timestamptz, $5::text))`;
const newest = 'ORDER BY e.at DESC, e.entry_id DESC LIMIT $6::int';

export interface ListRow {
  day: string;
  actor_name: string;
  role: string;
  act: string;
  title: string | null;
  organisation: string | null;
  times: number;
}

/** Lists and files of a place in which the person stood, by day and viewer: the newest first. */
export const listsOf = (
  db: Db,
  county: string,
  wanted: { places: readonly string[]; acts: readonly string[]; account: string; since: Date; limit: number }
): Promise<ListRow[]> =>
  db.query<ListRow>(
    `SELECT (e.at AT TIME ZONE 'UTC' + interval '8 hours')::date AS day, e.actor_name, e.role, e.act, t.title,
       t.organisation, count(*)::int AS times
     FROM audit_entry e ${withPost}
     WHERE e.county_code = $1::text AND e.place = ANY($2::text[]) AND e.subject = '' AND e.act = ANY($3::text[])
       AND e.account_id <> $4::text AND e.at >= $5::timestamptz
     GROUP BY 1, e.account_id, e.actor_name, e.role, e.act, t.title, t.organisation
     ORDER BY 1 DESC, e.actor_name LIMIT $6::int`,
    [county, [...wanted.places], [...wanted.acts], wanted.account, wanted.since, wanted.limit]
  );

/** The person's household and village, and who was merged into him: what is recorded of those concerns him too. */
export const standingOf = (
  db: Db,
  county: string,
  personId: string
): Promise<{ household_id: string | null; village_code: string | null; merged: string[] } | undefined> =>
  db.one(
    `SELECT household_id, village_code, ARRAY(SELECT m.dropped_id FROM person_merge m
       WHERE m.county_code = $1::text AND m.kept_id = $2::text AND m.undone_at IS NULL) AS merged
     FROM person
     WHERE county_code = $1::text AND person_id = $2::text AND merged_into IS NULL`,
    [county, personId]
  );
