import { randomBytes } from 'node:crypto';
import { sync } from '@/domain/operations/collecting/sync';
import { replySchema } from '@/domain/operations/envelope';
import { Problem } from '@/domain/problem';
import { createCarrier, createIds, createOutbox, type Entry, isUnsent, type NewEntry } from '@/outbox';
import { runningShelf } from '../model/machine/shelf';
import { form, newcomer, nobodyAsked, visit } from '../model/people/deeds';
import { Ledger } from '../model/people/ledger';

/** Where the cloud listens now; it moves with each start. */
export interface Cloud {
  address: string;
  session: string;
  post: string;
  village: string;
  /** Of the campaign, not of the machine: an instant at which things are done. */
  now(): Date;
}

/** One phone of an enumerator that goes on working and sending, whatever becomes of the cloud. */
export interface WorkingPhone {
  /** Adds somebody, knocks, fills in the form, and sends; again and again until `stop`. */
  work(stop: () => boolean): Promise<void>;
  /** Sends until nothing waits. */
  finish(): Promise<void>;
  entries(): readonly Entry[];
}

const mostWaiting = 9;
const newId = createIds(Math.random);
/** Over all phones, so that every deed can be told from every other one. */
const ledger = new Ledger();

export async function workingPhone(cloud: Cloud): Promise<WorkingPhone> {
  const phoneId = randomBytes(12).toString('base64url');
  const monotonic = (): number => Math.round(performance.now());
  const carry = createCarrier({
    send: (input, post) => call(cloud, input, post),
    sign: async () => ({ phoneId, sentAt: cloud.now().toISOString(), monotonic: monotonic(), boot: 'boot' }),
    unsent: () => outbox.snapshot().entries.filter(isUnsent).length,
    stopped: () => undefined,
  });
  const clock = { now: () => cloud.now().getTime(), monotonic, boot: 'boot' };
  const outbox = createOutbox({ shelf: runningShelf(new Map()).shelf, carry, clock, newId });
  await outbox.open({ accountId: 'a_enumerator', post: cloud.post });

  async function visitSomebody(): Promise<void> {
    const personId = newId(Date.now());
    const phone = { owner: { who: 'first' as const, accountId: '', post: cloud.post }, formVersion: 1 };
    const noted = (operation: string) => ledger.note({ operation, phone: 0, accountId: '', personId, changed: {} });
    const making = (operation: string) => ({
      id: newId(Date.now()),
      deed: noted(operation),
      phone,
      at: cloud.now().toISOString(),
    });
    const added = newcomer(making('register.addPerson'), cloud.village, null);
    const after = [added.id ?? ''];
    const entries: NewEntry[] = [
      added,
      { ...visit(making('collect.recordVisit'), '11'), after },
      { ...form(making('collect.submitRecord'), nobodyAsked), after },
    ];
    for (const entry of entries) await outbox.add(entry);
  }

  return {
    async work(stop) {
      while (!stop()) {
        // Nobody visits faster than a cloud that is up can take.
        if (outbox.snapshot().entries.filter(isUnsent).length < mostWaiting) await visitSomebody();
        await outbox.flush(true);
        await pause(20);
      }
    },
    async finish() {
      for (let round = 0; round < 200 && outbox.snapshot().entries.some(isUnsent); round += 1) {
        await outbox.flush(true);
        await pause(50);
      }
    },
    entries: () => outbox.snapshot().entries,
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function call({ address, session }: Cloud, input: unknown, post: string) {
  const envelope = { operation: sync.name, input, requestId: newId(Date.now()), session, post };
  const reply = await ask(`${address}/fn/collect`, envelope);
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw new Problem('call.unreachable');
  if (parsed.data.ok) return sync.output.parse(parsed.data.value);
  throw new Problem(parsed.data.problem.code === 'call.busy' ? 'call.busy' : 'internal', parsed.data.problem.details);
}

/** Undefined when no answer came: the process was gone, or went while it worked. */
async function ask(url: string, envelope: object): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(envelope),
      signal: AbortSignal.timeout(10_000),
    });
    return await response.json();
  } catch {
    return undefined;
  }
}
