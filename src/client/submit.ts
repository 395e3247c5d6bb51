import type { Operation, OutputOf } from '@/domain/operations/operation';
import type { ProblemReply } from '@/domain/problem';
import { type InputFor, newRequestId } from '@/platform/client';
import type { Carried } from './carried';
import { outbox, sendOutbox } from './outbox';

/** How far something that had to survive came: told at once where there is a network, else kept. */
export type Sent<Op extends Operation> =
  | { is: 'received'; value: OutputOf<Op> }
  | { is: 'refused'; problem: ProblemReply; entryId: string }
  | { is: 'kept'; entryId: string };

interface Words {
  subject: string;
  title: string;
  after?: readonly string[];
}

/**
 * Puts an act into the outbox and tries to send it. When this resolves it is stored on the phone at least.
 * @param build the input; it gets the entry's id for operations that carry one
 * Errors: storage.full — nothing was stored.
 */
export async function submit<Op extends Carried>(
  operation: Op,
  words: Words,
  build: (id: string) => InputFor<Op>
): Promise<Sent<Op>> {
  const id = newRequestId();
  const entry = await outbox.add({ ...words, id, operation: operation.name, input: build(id) });
  await sendOutbox(true);
  const standing = outbox.snapshot().entries.find((other) => other.id === entry.id)?.standing;
  if (standing?.is === 'received')
    return { is: 'received', value: operation.output.parse(standing.reply) as OutputOf<Op> };
  if (standing?.is === 'refused') return { is: 'refused', problem: standing.problem, entryId: id };
  return { is: 'kept', entryId: id };
}
