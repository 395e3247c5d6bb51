import { sync } from '@/domain/operations/collecting/sync';
import { replySchema } from '@/domain/operations/envelope';
import { isProblemCode, Problem, type ProblemReply } from '@/domain/problem';
import { type Carry, createCarrier, isUnsent, Unreachable } from '@/outbox';
import type { Fate } from '../schedule/step';
import type { Trip } from './cloud';
import type { Network } from './network';
import type { Phone } from './phone';

/** What one flush of a phone meets on its way. */
export interface Journey {
  fates: Fate[];
  trip: Trip;
}

/** The carrier of the product over the network of the schedule. */
export const carrier = (network: Network, phone: Phone, journey: () => Journey, newId: () => string): Carry =>
  createCarrier({
    async send(input, post) {
      const { fates, trip } = journey();
      const call = { operation: sync.name, input, requestId: newId(), session: phone.session, post };
      const reply = replySchema.parse(await network.carry(call, fates.shift() ?? 'arrives', trip).catch(unreachable));
      if (reply.ok) return sync.output.parse(reply.value);
      throw problemOf(reply.problem);
    },
    sign: async () => ({ phoneId: phone.name, ...phone.clocks() }),
    unsent: () => phone.outbox().snapshot().entries.filter(isUnsent).length,
    stopped: () => undefined,
  });

const unreachable = (error: unknown): never => {
  throw error instanceof Unreachable ? new Problem('call.unreachable') : error;
};

function problemOf({ code, message, details }: { code: string } & Omit<ProblemReply, 'code'>): Problem {
  const problem = new Problem(isProblemCode(code) ? code : 'internal', details);
  problem.message = message;
  return problem;
}
