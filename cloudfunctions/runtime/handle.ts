import type * as z from 'zod';
import type { Actor, Concern } from '@/domain/access';
import { own } from '@/domain/access';
import type { Envelope } from '@/domain/operations/envelope';
import type { InputOf, Operation } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { type AuditNote, appendAudit } from '../audit';
import type { Caller } from '../edges/ports';
import type { Db } from '../store/port';
import { readPhases } from '../store/queries/office/phases';
import { readActor } from './actor';
import { digest } from './digest';
import { requireOpen } from './open-phase';
import { parseInput } from './parse';
import { reach } from './reach';
import { beginRequest, finishRequest } from './request';
import type { Services } from './services';

/** What an operation's behaviour may use. */
export interface Context {
  actor: Actor;
  db: Db;
  now: Date;
  requestId: string;
  /** Done while the place was his, arrived after it had gone to somebody else: see `reach`. */
  late: boolean;
  /** Hash of the browser's session; null in WeChat. */
  sessionHash: string | null;
  services: Services;
  /** Adds to the audit row of this call: whom it was about and what happened. No identity numbers, phones or answers. */
  note(note: Partial<AuditNote>): void;
  /** Runs after commit, for edges such as messages; its failure is logged and does not undo the call. */
  afterCommit(work: () => Promise<void>): void;
}

/** One operation with its behaviour, ready to be served. */
export interface Handler {
  operation: Operation;
  run(call: Call): Promise<unknown>;
}

export interface Call {
  envelope: Envelope;
  caller: Caller;
  services: Services;
  /** What the phone sent, where the cloud has put the input right since: the requestId stands for this. */
  sent?: unknown;
  /** When it was done on a phone that carried it; a call made at once has none. */
  doneAt?: Date;
}

export interface Behaviour<Op extends Operation> {
  /** Which person or place the input concerns, looked up in the store, never believed from the phone. */
  concerns(input: InputOf<Op>, context: Context): Concern | Promise<Concern>;
  act(input: InputOf<Op>, context: Context): Promise<z.input<Op['output']>>;
  /** What a repeated call is answered with, where the first reply holds a secret that must not be kept. */
  remembered?(reply: z.output<Op['output']>): z.input<Op['output']>;
}

/**
 * Joins an operation to its behaviour. Owns: input parse, who calls, verb and scope, one transaction,
 * answering a repeated requestId with the first reply, audit row in the same transaction, output parse.
 */
export function handle<Op extends Operation>(operation: Op, behaviour: Behaviour<Op>): Handler {
  const run = async (call: Call): Promise<unknown> => {
    const input = parseInput(operation.input, call.envelope.input) as InputOf<Op>;
    const after: (() => Promise<void>)[] = [];
    const work = (db: Db) => perform(operation, behaviour, input, call, db, after);
    const { store } = call.services;
    const value = writes(operation)
      ? await store.transaction((db) => restart(after, () => work(db)))
      : await store.read(work);
    for (const step of after) await runAfterCommit(step, call);
    return value;
  };
  return { operation, run };
}

/** For operations that need no account: reading a public page, signing in. */
export function handleAnyone<Op extends Operation>(
  operation: Op,
  act: (
    input: InputOf<Op>,
    context: Omit<Context, 'actor' | 'note' | 'late'> & { caller: Caller }
  ) => Promise<z.input<Op['output']>>
): Handler {
  const run = async (call: Call): Promise<unknown> => {
    const input = parseInput(operation.input, call.envelope.input) as InputOf<Op>;
    const { store, clock } = call.services;
    const after: (() => Promise<void>)[] = [];
    const context = (db: Db) => ({
      db,
      now: clock.now(),
      requestId: call.envelope.requestId,
      sessionHash: sessionHashOf(call),
      services: call.services,
      caller: call.caller,
      afterCommit: (step: () => Promise<void>) => void after.push(step),
    });
    const work = async (db: Db) => operation.output.parse(await act(input, context(db)));
    const value =
      operation.kind === 'command'
        ? await store.transaction((db) => restart(after, () => work(db)))
        : await store.read(work);
    for (const step of after) await runAfterCommit(step, call);
    return value;
  };
  return { operation, run };
}

/** What tells a repeated call from another one under the same requestId. */
export const sentOf = ({ envelope, sent }: Call): unknown => (sent === undefined ? envelope.input : sent);

export const sessionHashOf = ({ envelope, caller }: Call): string | null =>
  caller.kind === 'web' && envelope.session !== undefined ? digest(envelope.session) : null;

/** A look at somebody's information is a query to the person who looks, and still leaves a row. */
const writes = (operation: Operation): boolean => operation.kind === 'command' || operation.discloses;

async function perform<Op extends Operation>(
  operation: Op,
  behaviour: Behaviour<Op>,
  input: InputOf<Op>,
  call: Call,
  db: Db,
  after: (() => Promise<void>)[]
): Promise<unknown> {
  const { envelope, caller, services } = call;
  const now = services.clock.now();
  const actor = await readActor(db, { ...envelope, caller }, services.county, now);
  const { requestId } = envelope;
  const { secrecy } = services;
  const request = { requestId, operation: operation.name, actor, input: sentOf(call), now, secrecy };
  if (operation.kind === 'command') {
    const earlier = await beginRequest(db, request);
    if (earlier !== undefined) return operation.output.parse(earlier.reply);
  }
  const noted: Partial<AuditNote> = {};
  const context: Context = {
    actor,
    db,
    now,
    requestId: envelope.requestId,
    late: false,
    sessionHash: sessionHashOf(call),
    services,
    note: (note) => void Object.assign(noted, note),
    afterCommit: (step) => void after.push(step),
  };
  const concern = operation.verb === 'signedIn' ? own : await behaviour.concerns(input, context);
  const late = await reach(operation, actor, concern, { db, doneAt: call.doneAt });
  const doneAt = call.doneAt ?? now;
  if (operation.during !== undefined) requireOpen(operation, await readPhases(db, actor.countyCode), doneAt);
  const value = operation.output.parse(await behaviour.act(input, { ...context, late })) as z.output<Op['output']>;
  if (operation.kind === 'command') await finishRequest(db, request, behaviour.remembered?.(value) ?? value);
  if (writes(operation)) await appendAudit(db, auditRow(operation, actor, concern, noted, envelope.requestId, now));
  return value;
}

/** The audit row of a call: who, in which post, did what, to whom, where. */
export function auditRow(
  operation: Operation,
  actor: Actor,
  concern: Concern,
  noted: Partial<AuditNote>,
  requestId: string,
  now: Date
): AuditNote {
  return {
    countyCode: actor.countyCode,
    at: now,
    accountId: actor.accountId,
    postId: actor.postId,
    role: actor.role,
    actorName: actor.name,
    act: operation.name,
    subject: concern.kind === 'person' ? concern.personId : '',
    place: concern.kind === 'person' ? concern.place : concern.kind === 'places' ? (concern.places[0] ?? '') : '',
    reason: '',
    details: {},
    requestId,
    ...noted,
  };
}

/** The store may run a transaction again; what the first try wanted to do afterwards is forgotten. */
function restart<T>(after: (() => Promise<void>)[], work: () => Promise<T>): Promise<T> {
  after.length = 0;
  return work();
}

async function runAfterCommit(step: () => Promise<void>, { services, envelope }: Call): Promise<void> {
  try {
    await step();
  } catch (error) {
    const surprise = error instanceof Problem ? error.code : error instanceof Error ? error.name : 'unknown';
    services.log({
      operation: envelope.operation,
      requestId: envelope.requestId,
      outcome: 'afterCommit',
      milliseconds: 0,
      surprise,
    });
  }
}
