import type { z } from 'zod';
import type { Actor, Concern } from '@/domain/access';
import type { Phase } from '@/domain/campaign/phases';
import type { InputOf, Operation } from '@/domain/operations/operation';
import { isProblem, Problem } from '@/domain/problem';
import { type AuditNote, auditInsert } from '../audit';
import { StoreConflict, StoreFailure, StoreUnavailable } from '../store/errors';
import type { Db } from '../store/port';
import { phasesAsJson, phasesInUse } from '../store/queries/office/phases';
import { json } from '../store/values';
import { type AccountRow, accountQuery, actorOf } from './actor';
import { auditRow, type Call, type Context, type Handler, sentOf, sessionHashOf } from './handle';
import { requireOpen } from './open-phase';
import { parseInput } from './parse';
import { reach } from './reach';
import { earlierReply, findReply, type RequestKey, requestParameters } from './request';
import type { Services } from './services';

/** Collects the values of one statement: `$n` for each value added. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export type OnceContext = Omit<Context, 'afterCommit'>;

/** What a hot write does: its reply, and the common table expressions that store it. */
export interface OnceWrite<O> {
  value: O;
  /** `name AS (INSERT …)`, built over the parameters given to `write`. */
  expressions: string[];
  /** Expressions that must change exactly one row: otherwise what was seen is old, nothing is stored and it begins anew. */
  exactly?: readonly string[];
}

/**
 * `Seen` is the row that holds all the operation must know of the store before it writes. It is read in the same
 * statement as the account: a query over `caller.county_code` and `caller.account_id` that answers one row at most.
 */
export interface OnceBehaviour<Op extends Operation, Seen> {
  look(input: InputOf<Op>, services: Services, add: (value: unknown) => string): string;
  /** What is told when the look found no row. */
  missing: string;
  concerns(input: InputOf<Op>, seen: Seen, context: OnceContext): Concern;
  write(
    input: InputOf<Op>,
    seen: Seen,
    context: OnceContext,
    parameters: Parameters
  ): Promise<OnceWrite<z.input<Op['output']>>>;
  /**
   * What a broken constraint means: 'again' when somebody else was quicker and a second look will tell, a problem,
   * or undefined for a surprise.
   */
  conflict(error: StoreConflict): 'again' | Error | undefined;
}

const mostTries = 4;

/**
 * Like `handle`, for the few operations that many call at once: account and subject are read in one statement; request
 * row, audit row and the operation's own rows are written in another one. Two round trips instead of eight, and still
 * all or nothing.
 */
export function handleOnce<Op extends Operation, Seen extends object>(
  operation: Op,
  behaviour: OnceBehaviour<Op, Seen>
): Handler {
  const run = (call: Call): Promise<unknown> =>
    call.services.store.read(async (db) => {
      const input = parseInput(operation.input, call.envelope.input) as InputOf<Op>;
      for (let tries = 1; ; tries += 1) {
        const read = await readTogether(db, call, behaviour, input);
        const attempt = attemptOf(operation, behaviour, { ...read, input, db, call });
        const outcome = await settle(attempt, tries);
        if (outcome !== 'again') return outcome.reply;
      }
    });
  return { operation, run };
}

interface Attempt {
  /** Answers the reply, stored. */
  write(): Promise<unknown>;
  /** The reply that was given under this requestId before, if any. Errors: call.replayed. */
  earlier(mustExist: boolean): Promise<{ reply: unknown } | undefined>;
  conflict(error: StoreConflict): 'again' | Error | undefined;
}

async function settle(attempt: Attempt, tries: number): Promise<{ reply: unknown } | 'again'> {
  try {
    return { reply: await attempt.write() };
  } catch (error) {
    if (isProblem(error)) {
      // A repeated call may meet what its first run changed; its answer is still the first one.
      const earlier = await attempt.earlier(false);
      if (earlier === undefined) throw error;
      return earlier;
    }
    if (lookedTooEarly(error) && tries < mostTries) return 'again';
    if (!(error instanceof StoreConflict)) throw error;
    if (error.constraint === 'request_pkey') return (await attempt.earlier(true)) ?? 'again';
    const meaning = attempt.conflict(error);
    if (meaning === 'again' && tries < mostTries) return 'again';
    throw meaning instanceof Error ? meaning : error;
  }
}

/** Who calls and what his call is about. Errors: as `readActor`. */
async function readTogether<Op extends Operation, Seen extends object>(
  db: Db,
  { envelope, caller, services }: Call,
  behaviour: OnceBehaviour<Op, Seen>,
  input: InputOf<Op>
): Promise<{ actor: Actor; phases: readonly Phase[]; seen: Seen | undefined }> {
  const { county } = services;
  const signed = { ...envelope, caller };
  const account = accountQuery(signed, county, services.clock.now());
  const look = behaviour.look(input, services, (value) => `$${account.values.push(value)}`);
  const row = await db.one<CallerRow & Seen>(
    `SELECT caller.account_id AS caller_id, caller.name AS caller_name, caller.state AS caller_state,
       caller.persons AS caller_persons, caller.posts AS caller_posts, ${phasesAsJson('$1::text')} AS phases_set, seen.*
     FROM (${account.sql}) caller LEFT JOIN LATERAL (SELECT true AS was_found, one.* FROM (${look}) one) seen ON true`,
    account.values
  );
  const actor = actorOf(row === undefined ? undefined : accountOf(row), signed, county.countyCode);
  return { actor, phases: phasesInUse(row?.phases_set ?? []), seen: row?.was_found ? row : undefined };
}

interface CallerRow {
  caller_id: string;
  caller_name: string;
  caller_state: AccountRow['state'];
  caller_persons: AccountRow['persons'];
  caller_posts: AccountRow['posts'];
  phases_set: Phase[];
  was_found: boolean | null;
}

const accountOf = (row: CallerRow): AccountRow => ({
  account_id: row.caller_id,
  name: row.caller_name,
  state: row.caller_state,
  persons: row.caller_persons,
  posts: row.caller_posts,
});

interface Read<Op extends Operation, Seen> {
  input: InputOf<Op>;
  seen: Seen | undefined;
  actor: Actor;
  phases: readonly Phase[];
  db: Db;
  call: Call;
}

function attemptOf<Op extends Operation, Seen extends object>(
  operation: Op,
  behaviour: OnceBehaviour<Op, Seen>,
  { input, seen, actor, phases, db, call }: Read<Op, Seen>
): Attempt {
  const { envelope, services } = call;
  const { requestId } = envelope;
  const now = services.clock.now();
  const { secrecy } = services;
  const request: RequestKey = { requestId, operation: operation.name, actor, input: sentOf(call), now, secrecy };
  const noted: Partial<AuditNote> = {};
  const note = (more: Partial<AuditNote>) => void Object.assign(noted, more);
  const sessionHash = sessionHashOf(call);
  const context: OnceContext = { actor, db, now, requestId, late: false, sessionHash, services, note };
  return {
    async write() {
      if (seen === undefined) throw new Problem('found.nothing', { what: behaviour.missing });
      const concern = behaviour.concerns(input, seen, context);
      const late = await reach(operation, actor, concern, { db, doneAt: call.doneAt });
      requireOpen(operation, phases, call.doneAt ?? now);
      const parameters = new Parameters();
      const written = await behaviour.write(input, seen, { ...context, late }, parameters);
      const reply = operation.output.parse(written.value);
      const audit = auditRow(operation, actor, concern, noted, requestId, now);
      const own = [
        requestExpression(request, reply, parameters),
        `audit_row AS (${auditInsert(audit, (value) => parameters.add(value))})`,
      ];
      await runStatement(db, parameters, [...own, ...written.expressions], written.exactly ?? []);
      return reply;
    },
    async earlier(mustExist) {
      const found = mustExist ? await earlierReply(db, request) : await findReply(db, request);
      return found && { reply: operation.output.parse(found.reply) };
    },
    conflict: behaviour.conflict,
  };
}

/** Runs the expressions as one statement. A row too few in `exactly` divides by zero, which takes all of it back. */
export const runStatement = (
  db: Db,
  parameters: Parameters,
  expressions: string[],
  exactly: readonly string[]
): Promise<unknown> => {
  const checks = exactly.map((name) => `, 1 / (SELECT count(*) FROM ${name})::int AS ${name}_changed`);
  return db.query(`WITH ${expressions.join(',\n')} SELECT 1 AS done${checks.join('')}`, parameters.values);
};

const lookedTooEarly = (error: unknown): boolean =>
  (error instanceof StoreFailure && error.code === '22012') ||
  (error instanceof StoreUnavailable && error.code === '40P01');

function requestExpression(request: RequestKey, reply: unknown, parameters: Parameters): string {
  const [county, id, account, operation, inputDigest, at] = requestParameters(request).map((value) =>
    parameters.add(value)
  );
  return `request_row AS (INSERT INTO request (county_code, request_id, account_id, operation, input_digest, reply, at)
    VALUES (${county}::text, ${id}::text, ${account}::text, ${operation}::text, ${inputDigest}::text,
      ${parameters.add(json(reply))}::jsonb, ${at}::timestamptz))`;
}
