import type { Reply } from '@/domain/operations/envelope';
import { Unreachable } from '@/outbox';
import type { Fate } from '../schedule/step';
import type { CloudCall, Trip } from './cloud';

/** Between phones and cloud: what it does with a call is decided by the schedule. */
export interface Network {
  /** The answer, or Unreachable: then the cloud may or may not have the call, now or later. */
  carry(call: CloudCall, fate: Fate, trip: Trip): Promise<Reply>;
  /** One of the calls that are late reaches the cloud; nobody hears the answer. */
  deliver(which: number): Promise<void>;
  late(): number;
}

type Serve = (call: CloudCall, trip: Trip) => Promise<Reply | undefined>;

export function createNetwork(serve: Serve): Network {
  const late: CloudCall[] = [];
  const reach = async (call: CloudCall, trip: Trip): Promise<Reply> => {
    const reply = await serve(call, trip);
    if (reply === undefined) throw new Unreachable();
    return reply;
  };
  return {
    async carry(call, fate, trip) {
      if (fate === 'lost') throw new Unreachable();
      if (fate === 'late' || fate === 'twice') late.push(call);
      if (fate === 'late') throw new Unreachable();
      const reply = await reach(call, trip);
      if (fate === 'answerLost') throw new Unreachable();
      return reply;
    },
    async deliver(which) {
      if (late.length === 0) return;
      // What is taken from the list was there: the place is within it.
      const [call] = late.splice(which % late.length, 1);
      if (call !== undefined) await serve(call, { statements: 0, fault: undefined });
    },
    late: () => late.length,
  };
}
