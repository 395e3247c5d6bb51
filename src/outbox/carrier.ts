import type * as z from 'zod';
import { type SyncResult, type sync, syncedOperations } from '@/domain/operations/collecting/sync';
import type { OutputOf } from '@/domain/operations/operation';
import { isProblem, isProblemCode, Problem, type ProblemReply } from '@/domain/problem';
import type { Entry } from './entry';
import { type Carry, type Delivery, SignInNeeded, Unreachable } from './ports';

type Input = z.input<typeof sync.input>;

interface Parts {
  /** Calls the cloud in a post; a problem is thrown as `Problem`. */
  send(input: Input, post: string): Promise<OutputOf<typeof sync>>;
  /** Which phone sends, and the time by its clocks, as it sends. */
  sign(): Promise<Pick<Input, 'phoneId' | 'sentAt' | 'monotonic' | 'boot'>>;
  /** How many entries have not arrived, those that are being sent among them. */
  unsent(): number;
  /** The cloud says that this account may no longer act. */
  stopped(problem: Problem): void;
}

const stops = new Set(['access.signIn', 'access.sessionEnded', 'access.suspended', 'access.ended']);
/** The cloud could not decide now; the entry is neither wrong nor lost. */
const undecided = new Set(['call.unreachable', 'call.busy', 'call.tooOften', 'internal']);

/** Residents and staff alike: what waits goes in batches, each entry under its own id and in the post it was made in. */
export function createCarrier({ send, sign, unsent, stopped }: Parts): Carry {
  async function carryBatch(entries: readonly Entry[]): Promise<Delivery[]> {
    const [first] = entries;
    if (first === undefined) return [];
    const signed = await sign();
    try {
      const waiting = Math.max(0, unsent() - entries.length);
      const { results } = await send({ ...signed, waiting, entries: entries.map(onTheWire) }, first.post);
      return results.map(deliveryOf);
    } catch (error) {
      const problem = isProblem(error) ? error : new Problem('internal');
      if (stops.has(problem.code)) {
        stopped(problem);
        throw new SignInNeeded();
      }
      if (undecided.has(problem.code)) throw new Unreachable();
      // The call itself was refused: which entry is to blame shows when each goes by itself.
      return entries.length === 1 ? [refusal(first.id, problem.toReply())] : oneByOne(entries);
    }
  }

  async function oneByOne(entries: readonly Entry[]): Promise<Delivery[]> {
    const deliveries: Delivery[] = [];
    for (const entry of entries) {
      try {
        deliveries.push(...(await carryBatch([entry])));
      } catch (error) {
        // What the earlier ones were told is not thrown away with this one's silence.
        if (deliveries.length > 0 && error instanceof Unreachable) break;
        throw error;
      }
    }
    return deliveries;
  }

  return async (entries) => {
    const foreign = entries.filter(({ operation }) => !isSynced(operation));
    const known = entries.filter(({ operation }) => isSynced(operation));
    const unknown = foreign.map(({ id, operation }) =>
      refusal(id, new Problem('call.unknownOperation', { operation }).toReply())
    );
    return [...unknown, ...(await carryBatch(known))];
  };
}

type Synced = (typeof syncedOperations)[number];
const isSynced = (operation: string): operation is Synced => syncedOperations.some((one) => one === operation);
const refusal = (id: string, problem: ProblemReply): Delivery => ({ id, is: 'refused', problem });

export const onTheWire = ({ id, operation, input, after, doneAt, monotonic, boot }: Entry) => ({
  id,
  operation: operation as Synced,
  input,
  after: [...after],
  doneAt: new Date(doneAt).toISOString(),
  monotonic,
  boot: boot ?? '',
});

function deliveryOf(result: SyncResult): Delivery {
  switch (result.is) {
    case 'received':
      return { id: result.id, is: 'received', reply: result.reply };
    case 'held':
      return { id: result.id, is: 'held', why: result.why };
    case 'refused': {
      const { code, message, details } = result.problem;
      // A cloud newer than this phone may know more problems: its sentence is shown as it is.
      return refusal(result.id, { code: isProblemCode(code) ? code : 'internal', message, details });
    }
  }
}
