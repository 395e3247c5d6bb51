import type { Db } from '../../port';

export interface Lease {
  assignmentId: string;
  postId: string;
  enumerator: string;
  organisation: string;
  villageCode: string;
  part: string;
  cadre: string;
  version: number;
  state: 'held' | 'handedBack' | 'takenBack' | 'expired';
  reason: string;
  startsAt: string;
  leasedUntil: string;
}

const columns = `a.assignment_id AS "assignmentId", a.post_id AS "postId", COALESCE(k.name, '') AS enumerator,
  COALESCE(t.organisation, '') AS organisation, a.village_code AS "villageCode", a.part, a.cadre, a.version, a.state,
  a.reason, a.starts_at AS "startsAt", a.leased_until AS "leasedUntil"`;
const source = `assignment a
  LEFT JOIN post t ON t.county_code = a.county_code AND t.post_id = a.post_id
  LEFT JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id`;
const current = `a.county_code = $1::text AND a.state = 'held' AND a.leased_until > $3::timestamptz`;

export const leasesOfPosts = (db: Db, countyCode: string, postIds: readonly string[], now: Date): Promise<Lease[]> =>
  db.query<Lease>(
    `SELECT ${columns} FROM ${source} WHERE ${current} AND a.post_id = ANY($2::text[]) ORDER BY a.village_code, a.part`,
    [countyCode, [...postIds], now]
  );

export const leasesIn = (db: Db, countyCode: string, villages: readonly string[], now: Date): Promise<Lease[]> =>
  db.query<Lease>(
    `SELECT ${columns} FROM ${source} WHERE ${current} AND a.village_code = ANY($2::text[])
     ORDER BY a.village_code, a.part`,
    [countyCode, [...villages], now]
  );

/** Locked until the transaction ends, so that of two who change a lease at once the second sees the first's version. */
export const findLease = (db: Db, countyCode: string, assignmentId: string): Promise<Lease | undefined> =>
  db.one<Lease>(
    `SELECT ${columns} FROM ${source}
     WHERE a.county_code = $1::text AND a.assignment_id = $2::text FOR UPDATE OF a`,
    [countyCode, assignmentId]
  );

/** One after another in a village: whole and part leases cannot exclude each other by an index. */
export const lockVillage = (db: Db, countyCode: string, village: string) =>
  db.query(`SELECT pg_advisory_xact_lock(hashtext('assignment'), hashtext($1::text || $2::text))::text AS locked`, [
    countyCode,
    village,
  ]);

/** Leases whose time is over, ended; the county's, or one village's. */
export const expireLeases = (db: Db, countyCode: string, now: Date, village: string | null = null): Promise<number> =>
  db.run(
    `UPDATE assignment SET state = 'expired', version = version + 1, ended_at = $2::timestamptz
     WHERE county_code = $1::text AND state = 'held' AND leased_until <= $2::timestamptz
       AND ($3::text IS NULL OR village_code = $3::text)`,
    [countyCode, now, village]
  );

export interface NewLease {
  assignmentId: string;
  postId: string;
  villageCode: string;
  part: string;
  cadre: string;
  assignedBy: string;
  now: Date;
  until: Date;
}

export const addLeases = (db: Db, countyCode: string, leases: readonly NewLease[]): Promise<number> =>
  db.run(
    `INSERT INTO assignment (county_code, assignment_id, post_id, village_code, part, cadre, assigned_by, starts_at,
       leased_until)
     SELECT $1::text, one.* FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::timestamptz[], $9::timestamptz[]) AS one`,
    [
      countyCode,
      leases.map(({ assignmentId }) => assignmentId),
      leases.map(({ postId }) => postId),
      leases.map(({ villageCode }) => villageCode),
      leases.map(({ part }) => part),
      leases.map(({ cadre }) => cadre),
      leases.map(({ assignedBy }) => assignedBy),
      leases.map(({ now }) => now),
      leases.map(({ until }) => until),
    ]
  );

export const endLeases = (
  db: Db,
  countyCode: string,
  ended: { assignmentIds: readonly string[]; state: 'handedBack' | 'takenBack'; reason: string; now: Date }
): Promise<number> =>
  db.run(
    `UPDATE assignment SET state = $3::text, reason = $4::text, version = version + 1, ended_at = $5::timestamptz
     WHERE county_code = $1::text AND assignment_id = ANY($2::text[]) AND state = 'held'`,
    [countyCode, [...ended.assignmentIds], ended.state, ended.reason, ended.now]
  );

export const extendLease = (db: Db, countyCode: string, assignmentId: string, until: Date): Promise<number> =>
  db.run(
    `UPDATE assignment SET leased_until = $3::timestamptz, version = version + 1
     WHERE county_code = $1::text AND assignment_id = $2::text AND state = 'held'`,
    [countyCode, assignmentId, until]
  );

/** Names and card numbers of those who hold work in a village, for the letter to its people. */
export const enumeratorsIn = (
  db: Db,
  countyCode: string,
  village: string,
  now: Date
): Promise<{ name: string; badgeNo: string }[]> =>
  db.query<{ name: string; badgeNo: string }>(
    `SELECT DISTINCT k.name, t.badge_no AS "badgeNo" FROM assignment a
     JOIN post t ON t.county_code = a.county_code AND t.post_id = a.post_id
     JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id
     WHERE a.county_code = $1::text AND a.village_code = $2::text AND a.state = 'held'
       AND a.leased_until > $3::timestamptz AND t.badge_no <> ''
     ORDER BY 1`,
    [countyCode, village, now]
  );

export interface PartFigures {
  villageCode: string;
  oldVillageCode: string;
  group: string;
  people: number;
  /** Still to be collected. */
  left: number;
}

/** What villages are made of: old villages and groups with their people. */
export const partsIn = (db: Db, countyCode: string, villages: readonly string[]): Promise<PartFigures[]> =>
  db.query<PartFigures>(
    `SELECT village_code AS "villageCode", old_village_code AS "oldVillageCode", group_name AS "group",
       count(*)::bigint AS people, count(*) FILTER (WHERE collect_state IN ('due', 'returned'))::bigint AS "left"
     FROM person
     WHERE county_code = $1::text AND village_code = ANY($2::text[]) AND merged_into IS NULL AND in_register
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [countyCode, [...villages]]
  );

export interface EnumeratorRow {
  postId: string;
  name: string;
  organisation: string;
  languages: string[];
  endsOn: string | null;
  workArea: string[];
  leases: number;
}

/** Posts that may be given work under a place today: their work area lies over it or under it. */
export const enumeratorsUnder = (
  db: Db,
  countyCode: string,
  wanted: { place: string; today: string; now: Date; after: string; limit: number }
): Promise<EnumeratorRow[]> =>
  db.query<EnumeratorRow>(
    `SELECT t.post_id AS "postId", k.name, t.organisation, t.languages, t.ends_on AS "endsOn",
       t.work_area AS "workArea",
       (SELECT count(*) FROM assignment a WHERE a.county_code = t.county_code AND a.post_id = t.post_id
         AND a.state = 'held' AND a.leased_until > $4::timestamptz)::bigint AS leases
     FROM post t JOIN account k ON k.county_code = t.county_code AND k.account_id = t.account_id
     WHERE t.county_code = $1::text AND t.role = 'enumerator' AND k.state = 'active' AND t.starts_on <= $3::date
       AND (t.ends_on IS NULL OR t.ends_on >= $3::date) AND t.post_id > $5::text
       AND (t.work_area = '{}'::text[] OR EXISTS (SELECT 1 FROM unnest(t.work_area) AS area(code)
         WHERE area.code LIKE $2::text || '%' OR $2::text LIKE area.code || '%'))
     ORDER BY t.post_id LIMIT $6::integer`,
    [countyCode, wanted.place, wanted.today, wanted.now, wanted.after, wanted.limit]
  );
