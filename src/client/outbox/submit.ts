import type * as z from 'zod';
import type { Operation, OutputOf } from '@/domain/operations/operation';
import { parseInput } from '@/domain/operations/parse';
import type { ProblemReply } from '@/domain/problem';
import { type InputFor, newRequestId } from '@/platform/client';
import { parseReply } from '@/platform/reply';
import type { Carried } from './carried';
import { outbox, sendOutbox } from './outbox';

/** How far something that had to survive came: told at once where there is a network, else kept. */
export type Sent<Op extends Operation> =
  | { is: 'received'; value: OutputOf<Op>; entryId: string }
  | { is: 'refused'; problem: ProblemReply; entryId: string }
  | { is: 'kept'; entryId: string };

interface Words {
  subject: string;
  title: string;
  after?: readonly string[];
  /** What the lists of the phone show of it, as long as it is there. */
  shows?: Readonly<Record<string, string>>;
}

/** ms that the person waits for the cloud's word. */
const patience = 5000;

/**
 * Puts an act into the outbox and tries to send it. When this resolves it is stored on the phone at least.
 * @param build the input; it gets the entry's id for operations that carry one
 * Errors: storage.full, call.invalid — nothing was stored.
 */
export async function submit<Op extends Carried>(
  operation: Op,
  words: Words,
  build: (id: string) => InputFor<Op>
): Promise<Sent<Op>> {
  const id = newRequestId();
  const input = build(id);
  const schema: z.ZodType = operation.input;
  parseInput(schema, input);
  const entry = await outbox.add({ ...words, id, operation: operation.name, input });
  // A signal that comes and goes must not keep anybody from the next door; sending goes on meanwhile.
  await Promise.race([sendOutbox(true), new Promise((resolve) => setTimeout(resolve, patience))]);
  const standing = outbox.snapshot().entries.find((other) => other.id === entry.id)?.standing;
  if (standing?.is === 'received')
    return { is: 'received', value: parseReply(operation.output, standing.reply) as OutputOf<Op>, entryId: id };
  if (standing?.is === 'refused') return { is: 'refused', problem: standing.problem, entryId: id };
  return { is: 'kept', entryId: id };
}
