import type * as z from 'zod';
import { type Envelope, maximumCallBytes, replySchema } from '@/domain/operations/envelope';
import { functionOf, type Operation, type OutputOf } from '@/domain/operations/operation';
import { parseInput } from '@/domain/operations/parse';
import { isProblem, isProblemCode, Problem } from '@/domain/problem';
import { utf8Bytes } from './bytes';
import { callFunction } from './call';
import { newClientId } from './ids';
import { parseReply } from './reply';
import { session } from './session';
import { Unreachable } from './unreachable';

export type InputFor<Op extends Operation> = z.input<Op['input']>;

interface CallOptions {
  /** Give the earlier one to repeat a call whose answer was lost. */
  requestId?: string;
  /** The post to call in; default the chosen one. */
  post?: string;
}

/**
 * Calls an operation: input and output are parsed by its schemas, a problem is thrown as `Problem`.
 * Errors: every problem of the operation; call.unreachable when no answer came; call.invalid before sending.
 */
export async function call<Op extends Operation>(
  operation: Op,
  input: InputFor<Op>,
  { requestId = newClientId(), post }: CallOptions = {}
): Promise<OutputOf<Op>> {
  parseInput(operation.input, input);
  const signed = await session.read();
  const envelope: Envelope = {
    operation: operation.name,
    // What is sent is the input as given: the cloud parses it by the same schema.
    input,
    requestId,
    ...(signed.token === undefined ? {} : { session: signed.token }),
    ...((post ?? signed.post) === undefined ? {} : { post: post ?? signed.post }),
  };
  if (utf8Bytes(JSON.stringify(envelope)) > maximumCallBytes) throw new Problem('call.oversize');
  const reply = await answered(operation, envelope);
  if (reply.ok) return parseReply(operation.output, reply.value) as OutputOf<Op>;
  throw asProblem(reply.problem);
}

export const newRequestId = newClientId;

/** Any error of a call as something that can be shown. */
export const problemOf = (error: unknown): Problem => (isProblem(error) ? error : new Problem('internal'));

async function answered(operation: Operation, envelope: Envelope): Promise<z.output<typeof replySchema>> {
  try {
    const parsed = replySchema.safeParse(await callFunction(functionOf(operation.name), envelope));
    if (parsed.success) return parsed.data;
    throw new Problem('call.busy');
  } catch (error) {
    if (error instanceof Unreachable) throw new Problem('call.unreachable');
    throw error;
  }
}

/** A cloud newer than this phone may know more problems: its sentence is shown as it is. */
export function asProblem({
  code,
  message,
  details,
}: {
  code: string;
  message: string;
  details: Record<string, string | number>;
}): Problem {
  const problem = new Problem(isProblemCode(code) ? code : 'internal', details);
  problem.message = message;
  return problem;
}
