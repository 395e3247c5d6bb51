import { randomBytes } from 'node:crypto';
import { undertakingText } from '@/domain/access';
import type { Operation } from '@/domain/operations/operation';
import { digest } from '../../cloudfunctions/runtime/digest';
import type { Main } from '../../cloudfunctions/runtime/serve';
import type { Services } from '../../cloudfunctions/runtime/services';

const session = 'session-of-the-bench-officer-0123';

/** A county officer of the benched county, who calls its functions as a browser does. */
export async function benchOfficer({ store, county: { countyCode } }: Services) {
  const now = new Date();
  const later = new Date(now.getTime() + 86_400_000);
  await store.transaction(async (db) => {
    await db.run('INSERT INTO account (county_code, account_id, name, created_at) VALUES ($1, $2, $3, $4)', [
      countyCode,
      'a_officer',
      '县经办（示例）',
      now,
    ]);
    await db.run(
      `INSERT INTO post (county_code, post_id, account_id, role, title, starts_on, undertaking_version, created_at)
       VALUES ($1, 't_officer', 'a_officer', 'county', '经办', '2017-12-01', $2, $3)`,
      [countyCode, undertakingText.version, now]
    );
    await db.run(
      `INSERT INTO post_scope (county_code, post_id, division_code, starts_at) VALUES ($1, 't_officer', $1, $2)`,
      [countyCode, now]
    );
    await db.run(
      `INSERT INTO session (county_code, token_hash, account_id, channel, created_at, expires_at)
       VALUES ($1, $2, 'a_officer', 'web', $3, $4)`,
      [countyCode, digest(session), now, later]
    );
    await db.script('ANALYZE');
  });
  /** The value as the operation declares it; throws when the call was refused. */
  return async (main: Main, operation: Operation, input: object): Promise<unknown> => {
    const requestId = randomBytes(12).toString('base64url');
    const event = { operation: operation.name, input, requestId, session, post: 't_officer' };
    const reply = await main(event, { environment: '{"WX_OPENID":"","TRIGGER_SRC":""}' });
    if (!reply.ok) throw new Error(`${operation.name}: ${reply.problem.code} ${reply.problem.message}`);
    return operation.output.parse(reply.value);
  };
}
