import { AsyncLocalStorage } from 'node:async_hooks';
import type { Reply } from '@/domain/operations/envelope';
import { main as assignment } from '../../../cloudfunctions/assignment';
import { main as collect } from '../../../cloudfunctions/collect';
import { main as quality } from '../../../cloudfunctions/quality';
import { main as register } from '../../../cloudfunctions/register';
import type { Main } from '../../../cloudfunctions/runtime/serve';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { StoreUnavailable } from '../../../cloudfunctions/store/errors';
import type { Db, Store } from '../../../cloudfunctions/store/port';
import type { StatementFault } from '../schedule/step';
import { createTurns } from './turns';

const mains: Partial<Record<string, Main>> = { assignment, collect, quality, register };

export interface CloudCall {
  operation: string;
  input: unknown;
  requestId: string;
  session: string;
  post: string;
}

/** What one trip of a phone meets in the cloud: which of its statements goes wrong, counted over all its calls. */
export interface Trip {
  statements: number;
  fault: StatementFault | undefined;
}

/** The process that serves; when it dies everything under way in it is gone, and the next call meets a new one. */
interface Process {
  alive: boolean;
}

class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

export type Cloud = ReturnType<typeof createCloud>;

/** The real functions over a store whose process can die between any two statements and right after a commit. */
export function createCloud(services: Services) {
  const turns = createTurns();
  const underWay = new AsyncLocalStorage<{ process: Process; trip: Trip }>();
  let process: Process = { alive: true };
  services.store = faultyStore(
    services.store,
    async (work) => {
      const now = underWay.getStore();
      if (now === undefined) return work();
      if (!now.process.alive) throw new ProcessDied();
      const { trip } = now;
      const fault = trip.fault?.at === trip.statements ? trip.fault.how : undefined;
      trip.statements += 1;
      if (fault === 'busy') throw new StoreUnavailable('busy', '55P03');
      if (fault === 'before') return die(now.process);
      const result = await work();
      if (fault === 'after') return die(now.process);
      return result;
    },
    turns.take
  );

  const die = (dying: Process): never => {
    dying.alive = false;
    process = { alive: true };
    throw new ProcessDied();
  };

  /** Undefined when the process died before it could answer. */
  async function call(sent: CloudCall, trip: Trip): Promise<Reply | undefined> {
    const main = mains[sent.operation.slice(0, sent.operation.indexOf('.'))];
    if (main === undefined) throw new Error(`no function serves ${sent.operation}`);
    const own = process;
    const event: unknown = JSON.parse(JSON.stringify(sent));
    const reply = await underWay.run({ process: own, trip }, () => main(event, { environment }));
    // As over the wire: nothing but JSON crosses.
    return own.alive ? JSON.parse(JSON.stringify(reply)) : undefined;
  }

  return { call, turns };
}

const environment = '{"WX_OPENID":"","WX_UNIONID":"","WX_APPID":"","TRIGGER_SRC":""}';

type Guard = <T>(work: () => Promise<T>) => Promise<T>;

/** Every statement and every commit passes the guard; every one that stands alone, and every transaction, waits its turn. */
function faultyStore(inner: Store, guard: Guard, turn: () => Promise<void>): Store {
  const guarded = (db: Db, begin: () => Promise<void>): Db => {
    const one = async <T>(work: () => Promise<T>): Promise<T> => {
      await begin();
      return guard(work);
    };
    return {
      query: (sql, params) => one(() => db.query(sql, params)),
      one: (sql, params) => one(() => db.one(sql, params)),
      run: (sql, params) => one(() => db.run(sql, params)),
      script: (sql) => one(() => db.script(sql)),
      copyIn: (table, columns, rows) => one(() => db.copyIn(table, columns, rows)),
    };
  };
  return {
    ...inner,
    read: (work) => inner.read((db) => work(guarded(db, turn))),
    async transaction(work) {
      await turn();
      return guard(() => inner.transaction((db) => work(guarded(db, async () => undefined))));
    },
  };
}
