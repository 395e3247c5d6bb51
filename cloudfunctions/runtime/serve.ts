import { type Envelope, envelope, maximumCallBytes, type Reply } from '@/domain/operations/envelope';
import { isProblem, Problem } from '@/domain/problem';
import { readCaller } from '../edges/identity';
import type { Caller } from '../edges/ports';
import { StartProblem, StoreConflict, StoreUnavailable } from '../store/errors';
import type { Handler } from './handle';
import { consoleLog, describeSurprise } from './log';
import { type Services, services } from './services';

export type Main = (event: unknown, context: unknown) => Promise<Reply>;

/** What a timer of the platform starts; only the jobs function has these. */
export type TimerWork = (services: Services) => Promise<void>;

interface Serving {
  timers?: Readonly<Record<string, TimerWork>>;
  wire: () => Promise<Services>;
}

/**
 * A cloud function from its operations. Known problems are replies; surprises are logged without what was sent,
 * and answered as `internal`. Nothing thrown reaches the platform, whose own error text would hold a stack.
 */
export function serve(handlers: readonly Handler[], { timers = {}, wire }: Serving): Main {
  const byName = new Map(handlers.map((handler) => [handler.operation.name as string, handler]));
  return async (event, context) => {
    const caller = readCaller(event, context);
    const given = await services(wire).catch(cannotStart);
    if (given === undefined) return { ok: false, problem: new Problem('call.busy').toReply() };
    const started = Date.now();
    const timer = caller.kind === 'timer' ? timerName(event) : undefined;
    const line = timer === undefined ? describeCall(event) : { operation: `timer.${timer}`, requestId: '' };
    try {
      const value =
        timer === undefined ? await answer(event, caller, byName, given) : await runTimer(timers[timer], given);
      given.log({ ...line, outcome: 'ok', milliseconds: Date.now() - started });
      return { ok: true, value };
    } catch (error) {
      const problem = problemOf(error);
      const surprise = isProblem(error) ? undefined : describeSurprise(error);
      given.log({ ...line, outcome: problem.code, milliseconds: Date.now() - started, surprise });
      return { ok: false, problem: problem.toReply() };
    }
  };
}

/** There is no log of the settings' choice yet; the sentence names a setting and never holds its value. */
function cannotStart(error: unknown): undefined {
  const surprise = error instanceof StartProblem ? error.sentence : describeSurprise(error);
  consoleLog({ operation: 'start', requestId: '', outcome: 'call.busy', milliseconds: 0, surprise });
}

async function answer(
  event: unknown,
  caller: Caller,
  byName: ReadonlyMap<string, Handler>,
  given: Services
): Promise<unknown> {
  const call = parseEnvelope(event);
  const handler = byName.get(call.operation);
  if (handler === undefined) throw new Problem('call.unknownOperation', { operation: call.operation });
  return handler.run({ envelope: call, caller, services: given });
}

async function runTimer(work: TimerWork | undefined, given: Services): Promise<null> {
  if (work === undefined) throw new Problem('call.unknownOperation', { operation: '定时任务' });
  await work(given);
  return null;
}

function parseEnvelope(event: unknown): Envelope {
  const sent = withoutPlatformKeys(event);
  if (isDeeper(sent, deepest)) throw new Problem('call.malformed');
  const text = JSON.stringify(sent) ?? '';
  if (Buffer.byteLength(text) > maximumCallBytes) throw new Problem('call.oversize');
  if (unstorable.test(text)) throw new Problem('call.malformed');
  const parsed = envelope.safeParse(sent);
  if (!parsed.success) throw new Problem('call.malformed');
  return parsed.data;
}

/** No call of ours nests a third as deep; what walks through a value would run out of stack. */
const deepest = 40;

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1)));

/** A null character or half a surrogate pair: no database takes them as text, and nobody can mean them. */
const unstorable = /\\u0000|\\ud[89a-f][0-9a-f]{2}/i;

/** The platform adds `userInfo` and `tcbContext` to an event; both can be forged or are of no use, and are dropped unread. */
function withoutPlatformKeys(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event;
  return Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'userInfo' && key !== 'tcbContext'));
}

/** Only names of ours reach the log: a made-up operation could carry anything. */
function describeCall(event: unknown): { operation: string; requestId: string } {
  const { operation, requestId } = (typeof event === 'object' && event !== null ? event : {}) as Partial<Envelope>;
  const plain = (value: unknown, pattern: RegExp): string =>
    typeof value === 'string' && pattern.test(value) ? value : '';
  return {
    operation: plain(operation, /^[a-z]+\.[A-Za-z]{1,48}$/),
    requestId: plain(requestId, /^[A-Za-z0-9_-]{16,64}$/),
  };
}

const timerName = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'TriggerName' in event ? String(event.TriggerName) : '';

/** What the phone is told of anything thrown. */
export function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error;
  // Somebody was quicker between the look and the write; the line in the log still says where.
  if (error instanceof StoreConflict && error.constraint === 'person_identity')
    return new Problem('person.duplicateId');
  if (error instanceof StoreConflict && error.kind === 'unique') return new Problem('state.changed', { what: '内容' });
  if (error instanceof Error && error.name === 'SecrecyFault') return new Problem('secret.broken');
  return new Problem(error instanceof StoreUnavailable ? 'call.busy' : 'internal');
}
