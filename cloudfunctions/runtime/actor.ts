import { type Actor, allRoles, type Role } from '@/domain/access';
import { Problem } from '@/domain/problem';
import type { Caller } from '../edges/ports';
import type { Db } from '../store/port';
import { digest } from './digest';
import type { CountySettings } from './services';

/** The account behind a call, before a post is chosen. */
export interface AccountRow {
  account_id: string;
  name: string;
  state: 'active' | 'suspended' | 'ended';
  persons: string[];
  posts: PostRow[];
}

interface PostRow {
  post_id: string;
  role: string;
  undertaking: string | null;
  current: boolean;
  /** False before its first day. */
  begun: boolean;
  scopes: { code: string; part: string }[];
}

/** What says who calls: the platform, else the browser's session; and in which post. */
export interface SignedCall {
  caller: Caller;
  session?: string | undefined;
  post?: string | undefined;
}

/**
 * Reads who calls: account by openid (WeChat) or session token (browser), its chosen post, the scopes that hold now.
 * One statement, because every call pays for it.
 * Errors: access.signIn, access.sessionEnded, access.suspended, access.ended, access.early.
 */
export async function readActor(db: Db, call: SignedCall, county: CountySettings, now: Date): Promise<Actor> {
  const { sql, values } = accountQuery(call, county, now);
  return actorOf(await db.one<AccountRow>(sql, values), call, county.countyCode);
}

/**
 * The statement for one's own account; its values are county, openid or session, the moment, and for a session whether
 * personas may call. Errors: access.signIn.
 */
export function accountQuery(
  { caller, session }: SignedCall,
  { countyCode, localSignIn }: CountySettings,
  now: Date
): { sql: string; values: unknown[] } {
  const at = now.toISOString();
  if (caller.kind === 'wechat') return { sql: byOpenid, values: [countyCode, caller.openid, at] };
  if (caller.kind === 'account') return { sql: byAccount, values: [countyCode, caller.accountId, at] };
  if (caller.kind === 'timer' || session === undefined) throw new Problem('access.signIn');
  return { sql: bySession, values: [countyCode, digest(session), at, localSignIn] };
}

/** The account in the post of the call. Errors: as `readActor`. */
export function actorOf(row: AccountRow | undefined, call: SignedCall, countyCode: string): Actor {
  const { caller, post } = call;
  if (row === undefined) throw new Problem(caller.kind === 'wechat' ? 'access.signIn' : 'access.sessionEnded');
  // What he did while he was in his post is his, though he may no longer sign in; whoever hands it in answers for it.
  const forHim = caller.kind === 'account';
  if (row.state === 'suspended' && !forHim) throw new Problem('access.suspended');
  if (row.state === 'ended' && !forHim) throw new Problem('access.ended');
  const base = {
    accountId: row.account_id,
    name: row.name,
    countyCode,
    channel: caller.kind === 'wechat' ? ('weapp' as const) : ('web' as const),
  };
  if (post === undefined || post === residentPost) {
    return { ...base, postId: residentPost, role: 'resident', scopes: [], personIds: row.persons, undertaking: null };
  }
  const chosen = row.posts.find((candidate) => candidate.post_id === post);
  if (chosen === undefined || !isRole(chosen.role)) throw new Problem('access.ended');
  if (!chosen.current && !forHim) throw new Problem(chosen.begun ? 'access.ended' : 'access.early');
  return {
    ...base,
    postId: chosen.post_id,
    role: chosen.role,
    scopes: chosen.scopes,
    personIds: row.persons,
    undertaking: chosen.undertaking,
  };
}

/** Everyone who signs in is a resident first; this is the name of that post. */
export const residentPost = 'resident';

const isRole = (value: string): value is Role => allRoles.some((role) => role === value);

const accountColumns = `
  a.county_code, a.account_id, a.name, a.state,
  COALESCE((SELECT jsonb_agg(p.person_id) FROM account_person p
    WHERE p.county_code = a.county_code AND p.account_id = a.account_id AND p.ended_at IS NULL), '[]'::jsonb) AS persons,
  COALESCE((SELECT jsonb_agg(jsonb_build_object(
      'post_id', t.post_id, 'role', t.role, 'undertaking', t.undertaking_version,
      'current', t.starts_on <= ($3::timestamptz + interval '8 hours')::date
        AND (t.ends_on IS NULL OR t.ends_on >= ($3::timestamptz + interval '8 hours')::date),
      'begun', t.starts_on <= ($3::timestamptz + interval '8 hours')::date,
      'scopes', COALESCE((SELECT jsonb_agg(jsonb_build_object('code', s.code, 'part', s.part)) FROM (
          SELECT division_code AS code, '' AS part FROM post_scope
          WHERE county_code = t.county_code AND post_id = t.post_id
            AND starts_at <= $3::timestamptz AND (ends_at IS NULL OR ends_at > $3::timestamptz)
          UNION ALL
          SELECT village_code, part FROM assignment
          WHERE county_code = t.county_code AND post_id = t.post_id AND state = 'held'
            AND starts_at <= $3::timestamptz AND leased_until > $3::timestamptz) s), '[]'::jsonb)))
    FROM post t WHERE t.county_code = a.county_code AND t.account_id = a.account_id), '[]'::jsonb) AS posts`;

const byOpenid = `SELECT ${accountColumns} FROM account a WHERE a.county_code = $1::text AND a.openid = $2::text`;

const byAccount = `SELECT ${accountColumns} FROM account a WHERE a.county_code = $1::text AND a.account_id = $2::text`;

/** A database that a local run filled may come to stand behind production: the personas' sessions stay outside. */
const bySession = `SELECT ${accountColumns} FROM session s
  JOIN account a ON a.county_code = s.county_code AND a.account_id = s.account_id
  WHERE s.county_code = $1::text AND s.token_hash = $2::text AND s.ended_at IS NULL AND s.expires_at > $3::timestamptz
    AND ($4::boolean OR s.channel <> 'local')`;
