import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import type { Main } from '../../../cloudfunctions/runtime/serve';
import { placeServices, type Services } from '../../../cloudfunctions/runtime/services';
import type { Store } from '../../../cloudfunctions/store/port';
import type { Reply } from '../../../src/domain/operations/envelope';
import { type FunctionName, functionOf, type Operation, type OutputOf } from '../../../src/domain/operations/operation';
import type { ProblemCode, ProblemReply } from '../../../src/domain/problem';
import { freshStore } from '../store';
import { seedPeople } from './people';
import { type TestClock, type TestWorld, testClock, testServices } from './services';
import { postIdOf, type SeatName, seedStaff, sessionOf } from './staff';

export * from './people';
export * from './staff';

/** A small county in which people act: a fresh store, the real functions, a clock that stands, edges that remember. */
export interface County {
  store: Store;
  services: Services;
  clock: TestClock;
  world: TestWorld;
  as(who: SeatName): Seated;
  /** Somebody in WeChat, with this openid. */
  inWechat(openid: string, post?: string): Seated;
  /** Nobody has signed in. */
  anyone: Seated;
}

export interface CallOptions {
  requestId?: string;
  post?: string;
}

export interface Seated {
  /** The value; throws when the call was refused. */
  call<Op extends Operation>(operation: Op, input: z.input<Op['input']>, options?: CallOptions): Promise<OutputOf<Op>>;
  /** The problem; throws when the call went through. */
  refused(operation: Operation, input: unknown, options?: CallOptions): Promise<ProblemReply>;
  reply(operation: Operation, input: unknown, options?: CallOptions): Promise<Reply>;
}

export const newRequestId = (): string => randomBytes(12).toString('base64url');

/** @param at the moment that the clock shows, 1 February 2018 at ten in the morning unless given */
export async function openCounty(at = '2018-02-01T02:00:00Z'): Promise<County> {
  return countyOver(await freshStore(), at);
}

/** The same county over a store of the caller's: a real server, a prepared copy. */
export async function countyOver(store: Store, at = '2018-02-01T02:00:00Z'): Promise<County> {
  const clock = testClock(at);
  const { services, world } = testServices(store, clock);
  placeServices(services);
  await seedPeople(services);
  await seedStaff(services);
  return {
    store,
    services,
    clock,
    world,
    as: (who) => seated({ session: sessionOf(who), post: postIdOf(who) }, 'web'),
    inWechat: (openid, post) => seated(post === undefined ? {} : { post }, openid),
    anyone: seated({}, 'web'),
  };
}

/** Throws unless the reply is this problem; answers it for a closer look. */
export async function expectProblem(refusal: Promise<ProblemReply>, code: ProblemCode): Promise<ProblemReply> {
  const problem = await refusal;
  expect(problem).toMatchObject({ code });
  expect(problem.message).toMatch(/[\u4e00-\u9fff]/);
  return problem;
}

function seated(credentials: { session?: string; post?: string }, from: 'web' | string): Seated {
  const reply = async (operation: Operation, input: unknown, { requestId, post }: CallOptions = {}): Promise<Reply> => {
    const main = await functions[functionOf(operation.name)]();
    const event = {
      operation: operation.name,
      input,
      requestId: requestId ?? newRequestId(),
      ...credentials,
      ...(post === undefined ? {} : { post }),
    };
    const openid = from === 'web' ? '' : from;
    const environment = JSON.stringify({ WX_OPENID: openid, WX_UNIONID: '', WX_APPID: 'wx-test', TRIGGER_SRC: '' });
    // As over the wire: nothing but JSON crosses.
    return JSON.parse(JSON.stringify(await main(JSON.parse(JSON.stringify(event)), { environment })));
  };
  return {
    reply,
    async call(operation, input, options) {
      const answered = await reply(operation, input, options);
      if (!answered.ok) throw new Error(`${operation.name} was refused: ${JSON.stringify(answered.problem)}`);
      return operation.output.parse(answered.value) as OutputOf<typeof operation>;
    },
    async refused(operation, input, options) {
      const answered = await reply(operation, input, options);
      if (answered.ok) throw new Error(`${operation.name} went through`);
      return answered.problem;
    },
  };
}

const functions: Record<FunctionName, () => Promise<Main>> = {
  account: async () => (await import('../../../cloudfunctions/account')).main,
  register: async () => (await import('../../../cloudfunctions/register')).main,
  collect: async () => (await import('../../../cloudfunctions/collect')).main,
  assignment: async () => (await import('../../../cloudfunctions/assignment')).main,
  notice: async () => (await import('../../../cloudfunctions/notice')).main,
  quality: async () => (await import('../../../cloudfunctions/quality')).main,
  office: async () => (await import('../../../cloudfunctions/office')).main,
  jobs: async () => (await import('../../../cloudfunctions/jobs')).main,
};
