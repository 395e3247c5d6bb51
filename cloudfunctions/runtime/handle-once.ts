import type { z } from 'zod';
import { authorize, type Concern } from '@/domain/access';
import type { InputOf, Operation, OutputOf } from '@/domain/operations/operation';
import { isProblem } from '@/domain/problem';
import { type AuditNote, auditInsert } from '../audit';
import { StoreConflict, StoreFailure, StoreUnavailable } from '../store/errors';
import type { Db } from '../store/port';
import { json } from '../store/values';
import { readActor } from './actor';
import { auditRow, type Call, type Context, type Handler, sessionHashOf } from './handle';
import { parseInput } from './parse';
import { earlierReply, findReply, type RequestKey, requestParameters } from './request';

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

/** `Seen` is all that the operation must know of the store before it writes, read in one statement. */
export interface OnceBehaviour<Op extends Operation, Seen> {
  look(input: InputOf<Op>, context: OnceContext): Promise<Seen>;
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
 * Like `handle`, for the few operations that many call at once: request row, audit row and the operation's own rows
 * are one statement, so the whole call costs three round trips instead of eight, and is still all or nothing.
 */
export function handleOnce<Op extends Operation, Seen>(operation: Op, behaviour: OnceBehaviour<Op, Seen>): Handler {
  const run = (call: Call): Promise<unknown> =>
    call.services.store.read(async (db) => {
      const { envelope, caller, services } = call;
      const input = parseInput(operation.input, envelope.input) as InputOf<Op>;
      const now = services.clock.now();
      const actor = await readActor(db, { ...envelope, caller }, services.county.countyCode, now);
      const request: RequestKey = {
        requestId: envelope.requestId,
        operation: operation.name,
        actor,
        input: envelope.input,
        now,
      };
      const noted: Partial<AuditNote> = {};
      const note = (more: Partial<AuditNote>) => void Object.assign(noted, more);
      const context: OnceContext = {
        actor,
        db,
        now,
        requestId: envelope.requestId,
        sessionHash: sessionHashOf(call),
        services,
        note,
      };
      return once(operation, behaviour, input, context, request, noted);
    });
  return { operation, run };
}

async function once<Op extends Operation, Seen>(
  operation: Op,
  behaviour: OnceBehaviour<Op, Seen>,
  input: InputOf<Op>,
  context: OnceContext,
  request: RequestKey,
  noted: Partial<AuditNote>
): Promise<unknown> {
  const { db } = context;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(operation, behaviour, input, context, request, noted);
    } catch (error) {
      if (isProblem(error)) {
        // A repeated call may meet what its first run changed; its answer is still the first one.
        const earlier = await findReply(db, request);
        if (earlier === undefined) throw error;
        return operation.output.parse(earlier.reply);
      }
      const again = tries < mostTries && (lookedTooEarly(error) || isAgain(error, behaviour));
      if (again) continue;
      if (!(error instanceof StoreConflict)) throw error;
      if (error.constraint === 'request_pkey') return operation.output.parse((await earlierReply(db, request)).reply);
      const meaning = behaviour.conflict(error);
      throw meaning instanceof Error ? meaning : error;
    }
  }
}

const isAgain = <Op extends Operation, Seen>(error: unknown, behaviour: OnceBehaviour<Op, Seen>): boolean =>
  error instanceof StoreConflict && error.constraint !== 'request_pkey' && behaviour.conflict(error) === 'again';

async function attempt<Op extends Operation, Seen>(
  operation: Op,
  behaviour: OnceBehaviour<Op, Seen>,
  input: InputOf<Op>,
  context: OnceContext,
  request: RequestKey,
  noted: Partial<AuditNote>
): Promise<unknown> {
  const { db, actor, now } = context;
  const seen = await behaviour.look(input, context);
  const concern = behaviour.concerns(input, seen, context);
  if (operation.verb !== 'anyone' && operation.verb !== 'signedIn') {
    authorize(actor, operation.verb, concern, operation.discloses);
  }
  const parameters = new Parameters();
  const { value, expressions, exactly = [] } = await behaviour.write(input, seen, context, parameters);
  const reply = operation.output.parse(value) as OutputOf<Op>;
  const audit = auditRow(operation, actor, concern, noted, request.requestId, now);
  await runStatement(
    db,
    parameters,
    [
      requestExpression(request, reply, parameters),
      `audit_row AS (${auditInsert(audit, (added) => parameters.add(added))})`,
      ...expressions,
    ],
    exactly
  );
  return reply;
}

/** A row too few divides by zero, which takes the whole statement back. */
const runStatement = (
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
