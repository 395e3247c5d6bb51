import type * as z from 'zod';
import { type Envelope, maximumCallBytes, type Reply } from '@/domain/operations/envelope';
import {
  type FunctionName,
  functionOf,
  type InputOf,
  type Operation,
  type OutputOf,
} from '@/domain/operations/operation';
import { parseInput } from '@/domain/operations/parse';
import { Problem, type ProblemReply } from '@/domain/problem';
import type { Signed } from './session';
import { bytesOf } from './shelf';
import { Unreachable } from './unreachable';

interface Parts {
  send(name: FunctionName, envelope: Envelope, timeout?: number): Promise<Reply>;
  signed(): Signed;
  newRequestId(): string;
}

interface CallOptions {
  /** Given by the outbox, so that an entry sent twice is the same call. Made here otherwise. */
  requestId?: string;
  /** In another post than the one in use, e.g. for an entry made in it. */
  post?: string;
  /** Milliseconds. */
  timeout?: number;
}

export type Client = ReturnType<typeof createClient>;

/** Calls operations by their declaration: the input is checked before it is sent, the output after it came. */
export function createClient({ send, signed, newRequestId }: Parts) {
  /** Errors: Problem; `call.unreachable` when there was no answer, and then the call may have been carried out. */
  async function call<Op extends Operation>(
    operation: Op,
    input: z.input<Op['input']>,
    { requestId = newRequestId(), post, timeout }: CallOptions = {}
  ): Promise<OutputOf<Op>> {
    const checked = parseInput(operation.input, input) as InputOf<Op>;
    const now = signed();
    const envelope = withoutGaps({
      operation: operation.name,
      input: checked,
      requestId,
      session: now.session,
      post: post ?? now.post,
    });
    if (bytesOf('', envelope) > maximumCallBytes) throw new Problem('call.oversize');
    const reply = await send(functionOf(operation.name), envelope, timeout).catch(unreachableIsAProblem);
    if (!reply.ok) throw problemFrom(reply.problem);
    const output = operation.output.safeParse(reply.value);
    // Not what this version expects: an older page against a newer cloud.
    if (!output.success) throw new Problem('internal');
    return output.data as OutputOf<Op>;
  }
  return { call };
}

/** The cloud's own sentence stands, also for a problem that this version does not know. */
export function problemFrom({ code, message, details }: ProblemReply): Problem {
  const problem = new Problem(code, details);
  problem.message = message;
  return problem;
}

function unreachableIsAProblem(error: unknown): never {
  throw error instanceof Unreachable ? new Problem('call.unreachable') : error;
}

/** WeChat sends `undefined` as null, which the cloud would refuse. */
const withoutGaps = (envelope: Envelope): Envelope => JSON.parse(JSON.stringify(envelope));
