import { authorize, type Concern } from '@/domain/access';
import type { InputOf, Operation, OutputOf } from '@/domain/operations/operation';
import { auditInsert, type AuditNote } from '../audit';
import { StoreConflict } from '../store/errors';
import type { Db } from '../store/port';
import { json } from '../store/values';
import { readActor } from './actor';
import { auditRow, type Call, type Context, type Handler } from './handle';
import { parseInput } from './parse';
import { type RequestKey, earlierReply, requestParameters } from './request';

/** Collects the values of one statement: `$n` for each value added. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** What a hot write does: its reply, and the common table expressions that store it. */
export interface OnceWrite<O> {
  value: O;
  /** `name AS (INSERT …)`, built over the parameters given to `write`. */
  expressions: string[];
}

export interface OnceBehaviour<Op extends Operation> {
  concerns(input: InputOf<Op>, context: Omit<Context, 'afterCommit'>): Promise<Concern>;
  write(
    input: InputOf<Op>,
    context: Omit<Context, 'afterCommit'>,
    parameters: Parameters,
  ): Promise<OnceWrite<OutputOf<Op>>>;
  /** Turns a broken constraint of the statement into a problem; undefined leaves it a surprise. */
  conflict(error: StoreConflict): Error | undefined;
}

/**
 * Like `handle`, for the few operations that many call at once: request row, audit row and the operation's own rows
 * are one statement, so the whole call costs three round trips instead of eight, and is still all or nothing.
 */
export function handleOnce<Op extends Operation>(operation: Op, behaviour: OnceBehaviour<Op>): Handler {
  const run = ({ envelope, caller, services }: Call): Promise<unknown> =>
    services.store.read(async (db) => {
      const input = parseInput(operation.input, envelope.input) as InputOf<Op>;
      const now = services.clock.now();
      const actor = await readActor(db, { ...envelope, caller }, services.county.countyCode, now);
      const noted: Partial<AuditNote> = {};
      const note = (more: Partial<AuditNote>) => void Object.assign(noted, more);
      const context = { actor, db, now, requestId: envelope.requestId, services, note };
      const request: RequestKey = { requestId: envelope.requestId, operation: operation.name, actor, input: envelope.input, now };
      const concern = await behaviour.concerns(input, context);
      if (operation.verb !== 'anyone' && operation.verb !== 'signedIn') {
        authorize(actor, operation.verb, concern, operation.discloses);
      }
      const parameters = new Parameters();
      try {
        const { value, expressions } = await behaviour.write(input, context, parameters);
        const reply = operation.output.parse(value);
        const audit = auditRow(operation, actor, concern, noted, envelope.requestId, now);
        await runStatement(db, parameters, [
          requestExpression(request, reply, parameters),
          `audit_row AS (${auditInsert(audit, (added) => parameters.add(added))})`,
          ...expressions,
        ]);
        return reply;
      } catch (error) {
        if (!(error instanceof StoreConflict)) throw error;
        if (error.constraint === 'request_pkey') return operation.output.parse((await earlierReply(db, request)).reply);
        throw behaviour.conflict(error) ?? error;
      }
    });
  return { operation, run };
}

const runStatement = (db: Db, parameters: Parameters, expressions: string[]): Promise<unknown> =>
  db.query(`WITH ${expressions.join(',\n')} SELECT 1 AS done`, parameters.values);

function requestExpression(request: RequestKey, reply: unknown, parameters: Parameters): string {
  const [county, id, account, operation, inputDigest, at] = requestParameters(request).map((value) => parameters.add(value));
  return `request_row AS (INSERT INTO request (county_code, request_id, account_id, operation, input_digest, reply, at)
    VALUES (${county}::text, ${id}::text, ${account}::text, ${operation}::text, ${inputDigest}::text,
      ${parameters.add(json(reply))}::jsonb, ${at}::timestamptz))`;
}
