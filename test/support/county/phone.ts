import type * as z from 'zod';
import { type SyncResult, sync, type syncedOperations } from '@/domain/operations/collecting/sync';
import type { Operation } from '@/domain/operations/operation';
import { type County, newRequestId } from './index';
import type { SeatName } from './staff';

type Synced = (typeof syncedOperations)[number];

export interface PhoneEntry {
  id: string;
  operation: Synced;
  input: unknown;
  after?: string[];
  doneAt?: string;
  monotonic?: number;
  boot?: string;
}

/** A phone in the field: what was done on it lies here until it is sent, in the order and batches that a test wants. */
export interface Phone {
  id: string;
  /** Something done now by the phone's own clock. */
  did<Op extends Operation & { name: string }>(
    operation: Op,
    input: z.input<Op['input']>,
    more?: Partial<PhoneEntry>
  ): PhoneEntry;
  send(...entries: PhoneEntry[]): Promise<SyncResult[]>;
}

/** @param slow by how much the phone's wall clock is behind, in ms */
export function phoneOf(county: County, who: SeatName, slow = 0): Phone {
  const id = newRequestId();
  const monotonic = () => county.clock.now().getTime() - Date.UTC(2018, 0, 1);
  const wall = () => new Date(county.clock.now().getTime() - slow).toISOString();
  return {
    id,
    did: (operation, input, more = {}) => ({
      id: newRequestId(),
      operation: operation.name as Synced,
      input,
      doneAt: wall(),
      monotonic: monotonic(),
      boot: 'first',
      ...more,
    }),
    async send(...entries) {
      const { results } = await county.as(who).call(sync, {
        phoneId: id,
        sentAt: wall(),
        monotonic: monotonic(),
        boot: 'first',
        waiting: 0,
        entries: entries.map((entry) => ({ doneAt: wall(), monotonic: monotonic(), boot: 'first', ...entry })),
      });
      return results;
    },
  };
}
