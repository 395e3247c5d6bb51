import type { Actor } from '@/domain/access';
import { Problem } from '@/domain/problem';
import type { Secrecy } from '../secrecy';
import type { Db } from '../store/port';
import { json } from '../store/values';
import { digest } from './digest';

export interface RequestKey {
  requestId: string;
  operation: string;
  actor: Actor;
  input: unknown;
  now: Date;
  secrecy: Pick<Secrecy, 'index' | 'indexes'>;
}

/**
 * Claims the requestId, or answers with the reply that it got the first time.
 * Errors: call.replayed when another account, operation or input used the same id.
 */
export async function beginRequest(db: Db, key: RequestKey): Promise<{ reply: unknown } | undefined> {
  const claimed = await db.run(
    `INSERT INTO request (county_code, request_id, account_id, operation, input_digest, at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (county_code, request_id) DO NOTHING`,
    requestParameters(key)
  );
  return claimed === 1 ? undefined : earlierReply(db, key);
}

/** The reply already given under this requestId; a problem when it belongs to somebody or something else. */
export async function earlierReply(db: Db, key: RequestKey): Promise<{ reply: unknown }> {
  const found = await findReply(db, key);
  if (found === undefined) throw new Problem('call.busy');
  return found;
}

/**
 * Undefined when this requestId has not been used.
 * Errors: call.replayed when another account, operation or input used it.
 */
export async function findReply(db: Db, key: RequestKey): Promise<{ reply: unknown } | undefined> {
  const row = await db.one<{ account_id: string; operation: string; input_digest: string; reply: unknown }>(
    'SELECT account_id, operation, input_digest, reply FROM request WHERE county_code = $1 AND request_id = $2',
    [key.actor.countyCode, key.requestId]
  );
  if (row === undefined) return undefined;
  const same =
    row.account_id === key.actor.accountId &&
    row.operation === key.operation &&
    key.secrecy.indexes('request', plainDigest(key.input)).some((index) => index.toString('hex') === row.input_digest);
  if (!same) throw new Problem('call.replayed');
  return { reply: row.reply };
}

export async function finishRequest(db: Db, key: RequestKey, reply: unknown): Promise<void> {
  await db.run('UPDATE request SET reply = $3 WHERE county_code = $1 AND request_id = $2', [
    key.actor.countyCode,
    key.requestId,
    json(reply),
  ]);
}

/** Values of a request row without its reply, in column order. */
export const requestParameters = ({ actor, requestId, operation, input, now, secrecy }: RequestKey): unknown[] => [
  actor.countyCode,
  requestId,
  actor.accountId,
  operation,
  secrecy.index('request', plainDigest(input)).toString('hex'),
  now,
];

/** Never stored as it is: an input can hold an identity number, and whoever has the rest of it could find it by trying. */
const plainDigest = (input: unknown): string => digest(JSON.stringify(input) ?? '');
