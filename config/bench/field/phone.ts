import { randomBytes } from 'node:crypto';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { sync } from '@/domain/operations/collecting/sync';
import { Problem } from '@/domain/problem';
import { createCarrier, createIds, createOutbox, type Entry, isUnsent, type Outbox, type Shelf } from '@/outbox';
import { main } from '../../../cloudfunctions/collect';
import type { BenchEnumerator } from './enumerators';

export interface BenchPhone {
  outbox: Outbox;
  /** Of each call: milliseconds, and bytes of what was sent and answered. */
  calls: { milliseconds: number; sent: number; answered: number }[];
}

/** A phone of the bench: the outbox and the carrier of the product, calling the function in this process. */
export async function benchPhone({ account, post, session }: BenchEnumerator): Promise<BenchPhone> {
  const calls: BenchPhone['calls'] = [];
  const phoneId = randomBytes(12).toString('base64url');
  const monotonic = (): number => Math.round(performance.now());
  const carry = createCarrier({
    async send(input, inPost) {
      const event = {
        operation: sync.name,
        input,
        requestId: randomBytes(12).toString('base64url'),
        session,
        post: inPost,
      };
      const begun = performance.now();
      const reply = await main(event, { environment: '{"WX_OPENID":"","TRIGGER_SRC":""}' });
      const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
      calls.push({ milliseconds: performance.now() - begun, sent: bytes(event), answered: bytes(reply) });
      if (!reply.ok) throw new Problem(reply.problem.code, reply.problem.details);
      return sync.output.parse(reply.value);
    },
    sign: async () => ({ phoneId, sentAt: new Date().toISOString(), monotonic: monotonic(), boot: 'bench' }),
    unsent: () => outbox.snapshot().entries.filter(isUnsent).length,
    stopped: () => undefined,
  });
  const clock = { now: () => Date.now(), monotonic, boot: 'bench' };
  const outbox = createOutbox({ shelf: shelfInMemory(), carry, clock, newId: createIds(Math.random) });
  await outbox.open({ accountId: account, post });
  return { outbox, calls };
}

/** Puts a form into the outbox as a page does. */
export const keepForm = (phone: BenchPhone, input: { submissionId: string; personId: string }): Promise<Entry> =>
  phone.outbox.add({
    id: input.submissionId,
    operation: submitRecord.name,
    subject: input.personId,
    title: '填报（示例）',
    input,
  });

/** How many of its entries the cloud took. Errors: when one is still waiting, or many were refused. */
export function received({ outbox }: BenchPhone): number {
  const { entries } = outbox.snapshot();
  const taken = entries.filter(({ standing }) => standing.is === 'received').length;
  const waiting = entries.find(({ standing }) => standing.is === 'waiting' || standing.is === 'held');
  if (waiting !== undefined) throw new Error(`a form is ${waiting.standing.is}`);
  // One or the other of the invented people has no telephone, and the form wants one.
  if (taken < entries.length * 0.8) throw new Error(`only ${taken} of ${entries.length} forms were taken`);
  return taken;
}

function shelfInMemory(): Shelf {
  const kept = new Map<string, string>();
  return {
    get: async (key) => (kept.has(key) ? JSON.parse(kept.get(key) ?? 'null') : undefined),
    set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: async (key) => void kept.delete(key),
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
}
