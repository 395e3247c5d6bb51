import { type Actor, authorize, type Concern, type Scope } from '@/domain/access';
import type { Operation } from '@/domain/operations/operation';
import { isProblem } from '@/domain/problem';
import type { Db } from '../store/port';

/**
 * Refuses unless the post may do this here. What was done in the field while the place was his still counts when it
 * arrives after the work has gone to somebody else: then it is late, and the operation says what that means for it.
 * @param doneAt when a phone did it; undefined for a call made now
 * @returns whether it is late
 * Errors: as `authorize`.
 */
export async function reach(
  operation: Operation,
  actor: Actor,
  concern: Concern,
  { db, doneAt }: { db: Db; doneAt: Date | undefined }
): Promise<boolean> {
  const { verb, discloses } = operation;
  if (verb === 'anyone' || verb === 'signedIn') return false;
  try {
    authorize(actor, verb, concern, discloses);
    return false;
  } catch (error) {
    if (doneAt === undefined || !isProblem(error) || error.code !== 'access.scope') throw error;
    authorize({ ...actor, scopes: await scopesAt(db, actor, doneAt) }, verb, concern, discloses);
    return true;
  }
}

/** What the post answered for at that moment: its divisions, and what it held of villages. */
const scopesAt = (db: Db, { countyCode, postId }: Actor, at: Date): Promise<Scope[]> =>
  db.query<{ code: string; part: string }>(
    `SELECT division_code AS code, '' AS part FROM post_scope
     WHERE county_code = $1::text AND post_id = $2::text AND starts_at <= $3::timestamptz
       AND (ends_at IS NULL OR ends_at > $3::timestamptz)
     UNION ALL
     SELECT village_code, part FROM assignment
     WHERE county_code = $1::text AND post_id = $2::text AND starts_at <= $3::timestamptz
       AND leased_until > $3::timestamptz AND (ended_at IS NULL OR ended_at > $3::timestamptz)`,
    [countyCode, postId, at]
  );
