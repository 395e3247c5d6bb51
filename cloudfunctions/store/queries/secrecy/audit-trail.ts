import type { Db } from '../../port';

/** The trail as auditors read it: newest first, page by key. */
export interface TrailRow {
  entry_id: string;
  at: string;
  account_id: string;
  actor_name: string;
  role: string;
  act: string;
  subject: string;
  subject_name: string;
  place: string;
  reason: string;
  details: Record<string, unknown>;
  post_title: string;
  organisation: string;
  seq: number | null;
}

export interface TrailFilter {
  /** A person's id, or an account's; at most one of them. */
  subjects?: readonly string[];
  account?: string;
  acts?: readonly string[];
  from: Date | null;
  until: Date | null;
  before: { at: string; id: string } | null;
  limit: number;
}

export const trail = (db: Db, county: string, filter: TrailFilter): Promise<TrailRow[]> => {
  const values: unknown[] = [county, filter.from, filter.until, filter.before?.at ?? null, filter.before?.id ?? ''];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    ...(filter.subjects ? [`e.subject = ANY(${add([...filter.subjects])}::text[]) AND e.subject <> ''`] : []),
    ...(filter.account === undefined ? [] : [`e.account_id = ${add(filter.account)}::text`]),
    ...(filter.acts && filter.acts.length > 0 ? [`e.act = ANY(${add([...filter.acts])}::text[])`] : []),
    '($2::timestamptz IS NULL OR e.at >= $2::timestamptz)',
    '($3::timestamptz IS NULL OR e.at < $3::timestamptz)',
    '($4::timestamptz IS NULL OR (e.at, e.entry_id) < ($4::timestamptz, $5::text))',
  ];
  return db.query<TrailRow>(
    `SELECT e.entry_id, e.at, e.account_id, e.actor_name, e.role, e.act, e.subject, e.place, e.reason, e.details, c.seq,
       COALESCE(p.name, '') AS subject_name, COALESCE(t.title, '') AS post_title,
       COALESCE(t.organisation, '') AS organisation
     FROM (SELECT * FROM audit_entry e WHERE e.county_code = $1::text AND ${conditions.join(' AND ')}
       ORDER BY e.at DESC, e.entry_id DESC LIMIT ${add(filter.limit)}::int) e
     LEFT JOIN audit_chain c ON c.county_code = e.county_code AND c.entry_id = e.entry_id
     LEFT JOIN post t ON t.county_code = e.county_code AND t.post_id = e.post_id
     LEFT JOIN person p ON p.county_code = e.county_code AND p.person_id = e.subject
     ORDER BY e.at DESC, e.entry_id DESC`,
    values
  );
};

export const trailEntry = (db: Db, county: string, entryId: string): Promise<{ place: string } | undefined> =>
  db.one('SELECT place FROM audit_entry WHERE county_code = $1::text AND entry_id = $2::text', [county, entryId]);

export interface StaffFound {
  account_id: string;
  name: string;
  posts: string;
}

/** Accounts that hold or held a post, by the beginning of their name. */
export const staffByName = (db: Db, county: string, name: string, limit: number): Promise<StaffFound[]> =>
  db.query<StaffFound>(
    `SELECT a.account_id, a.name, string_agg(t.title, '、' ORDER BY t.post_id) AS posts
     FROM account a JOIN post t ON t.county_code = a.county_code AND t.account_id = a.account_id
     WHERE a.county_code = $1::text AND starts_with(a.name, $2::text)
     GROUP BY a.account_id, a.name ORDER BY a.name, a.account_id LIMIT $3::int`,
    [county, name, limit]
  );

/** Rows that have no link yet, among those of the last hour and a bit: what the sealer looks at. */
export async function unsealedRows(db: Db, county: string): Promise<number> {
  const row = await db.one<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM audit_entry e
     WHERE e.county_code = $1::text AND e.written_at > clock_timestamp() - interval '70 minutes'
       AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.county_code = e.county_code AND c.entry_id = e.entry_id)`,
    [county]
  );
  return row?.waiting ?? 0;
}

export interface HeadRow {
  day: string;
  seq: number;
  hash: Buffer;
  notice_id: string | null;
}

const headColumns = `h.day, h.seq, h.hash, p.notice_id FROM audit_head h
  LEFT JOIN audit_publication p ON p.county_code = h.county_code AND p.day = h.day`;

export const lastHeads = (db: Db, county: string, limit: number): Promise<HeadRow[]> =>
  db.query<HeadRow>(`SELECT ${headColumns} WHERE h.county_code = $1::text ORDER BY h.day DESC LIMIT $2::int`, [
    county,
    limit,
  ]);

export const headOf = (db: Db, county: string, day: string): Promise<HeadRow | undefined> =>
  db.one<HeadRow>(`SELECT ${headColumns} WHERE h.county_code = $1::text AND h.day = $2::date`, [county, day]);

/** Answers false when somebody was quicker. */
export const markPublished = async (
  db: Db,
  county: string,
  published: { day: string; noticeId: string; by: string; now: Date }
): Promise<boolean> =>
  (await db.run(
    `INSERT INTO audit_publication (county_code, day, notice_id, published_by, published_at)
     VALUES ($1::text, $2::date, $3::text, $4::text, $5::timestamptz) ON CONFLICT (county_code, day) DO NOTHING`,
    [county, published.day, published.noticeId, published.by, published.now]
  )) === 1;

export interface CheckRow {
  at: string;
  intact: boolean;
  entries: number;
  finding: string;
}

export const lastCheck = (db: Db, county: string): Promise<CheckRow | undefined> =>
  db.one<CheckRow>(
    'SELECT at, intact, entries, finding FROM audit_check WHERE county_code = $1::text ORDER BY at DESC LIMIT 1',
    [county]
  );

export const saveCheck = (db: Db, county: string, check: Omit<CheckRow, 'at'> & { at: Date }): Promise<number> =>
  db.run(
    `INSERT INTO audit_check (county_code, at, intact, entries, finding)
     VALUES ($1::text, $2::timestamptz, $3::boolean, $4::bigint, $5::text) ON CONFLICT DO NOTHING`,
    [county, check.at, check.intact, check.entries, check.finding]
  );
