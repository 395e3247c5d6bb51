import type { SyncEntry, SyncResult } from '@/domain/operations/collecting/sync';
import { isProblem, type Problem, type ProblemCode } from '@/domain/problem';
import { addPerson } from '../../register/add-person';
import type { Call, Handler } from '../../runtime/handle';
import { describeSurprise } from '../../runtime/log';
import { problemOf } from '../../runtime/serve';
import { StoreConflict } from '../../store/errors';
import { submitEmployer } from '../employer/submit-employer';
import { submitRecord } from '../personal/submit-record';
import { attachPaper } from '../signed-paper/attach-paper';
import { recordVisit } from '../visit/record-visit';

/** The operations that a phone carries, each behaving here as when it is called by itself. */
const handlers: Readonly<Record<SyncEntry['operation'], Handler>> = {
  'register.addPerson': addPerson,
  'collect.submitRecord': submitRecord,
  'collect.recordVisit': recordVisit,
  'collect.submitEmployer': submitEmployer,
  'collect.attachPaper': attachPaper,
};

/** `early`: what it builds on has not arrived. `undecided`: nothing is known, it is tried again; `busy` with the whole store. */
export type Outcome =
  | Extract<SyncResult, { is: 'received' | 'refused' }>
  | { id: string; is: 'early' }
  | { id: string; is: 'undecided'; busy: boolean };

export interface Doing {
  id: string;
  operation: SyncEntry['operation'];
  input: unknown;
  /** As the phone sent it. */
  sent: unknown;
  /** By a right clock. */
  doneAt: Date;
}

/** Does one entry in its own transaction, under its own id, by the handler of its operation. */
export async function carryOut(
  { id, operation, input, sent, doneAt }: Doing,
  {
    caller,
    services,
    envelope,
  }: Pick<Call, 'caller' | 'services'> & {
    envelope: { session?: string | undefined; post?: string | undefined };
  }
): Promise<Outcome> {
  const call: Call = { envelope: { ...envelope, operation, input, requestId: id }, caller, services, sent, doneAt };
  const started = Date.now();
  const log = (outcome: string, surprise?: string): void =>
    services.log({ operation, requestId: id, outcome, milliseconds: Date.now() - started, surprise });
  try {
    const reply = await handlers[operation].run(call).catch((error: unknown) => {
      // Somebody was quicker between the look and the write: a second look tells.
      if (!(error instanceof StoreConflict)) throw error;
      return handlers[operation].run(call);
    });
    log('ok');
    return { id, is: 'received', reply };
  } catch (error) {
    const problem = problemOf(error);
    log(problem.code, isProblem(error) ? undefined : describeSurprise(error));
    // Whoever may not act any more is told once for the whole batch; his entries stay with him.
    if (caller.kind !== 'account' && stopping.has(problem.code)) throw problem;
    return outcomeOf(id, problem);
  }
}

const stopping: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'access.signIn',
  'access.sessionEnded',
  'access.suspended',
  'access.ended',
]);

function outcomeOf(id: string, problem: Problem): Outcome {
  switch (problem.code) {
    case 'record.early':
      return { id, is: 'early' };
    case 'call.busy':
      return { id, is: 'undecided', busy: true };
    case 'internal':
      return { id, is: 'undecided', busy: false };
    default:
      return { id, is: 'refused', problem: problem.toReply() };
  }
}

export const refusedAs = (id: string, problem: Problem): SyncResult => ({
  id,
  is: 'refused',
  problem: problem.toReply(),
});
