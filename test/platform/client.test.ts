import * as z from 'zod';
import { command } from '@/domain/operations/operation';
import { call, newRequestId, problemOf } from '@/platform/client';
import { session } from '@/platform/session';
import '../support/browser-storage';

const remind = command({
  name: 'notice.remind',
  title: '提醒',
  verb: 'reminder.send',
  input: z.strictObject({
    persons: z.array(z.string()).min(1, '请先选人').meta({ title: '要提醒的人' }),
    note: z.string().default(''),
  }),
  output: z.strictObject({ sent: z.int() }),
});

interface Sent {
  url: string;
  envelope: Record<string, unknown>;
}
const sent: Sent[] = [];
let answer: () => Promise<Response> | Response;
const json = (value: unknown) => ({ json: async () => value }) as Response;

beforeEach(async () => {
  sent.length = 0;
  answer = () => json({ ok: true, value: { sent: 1 } });
  globalThis.fetch = async (url, options) => {
    sent.push({ url: String(url), envelope: JSON.parse(String(options?.body)) });
    return answer();
  };
  await session.end();
});
afterEach(() => jest.useRealTimers());

const problem = async (input: unknown = { persons: ['p1'] }) => {
  try {
    await call(remind, input as { persons: string[] });
  } catch (error) {
    return problemOf(error);
  }
  return undefined;
};

describe('a call to the cloud', () => {
  it('carries operation, input, session and post, and answers with what the operation promises', async () => {
    await session.begin('token-of-the-secretary');
    await session.choosePost('post_1');
    expect(await call(remind, { persons: ['p1'] })).toEqual({ sent: 1 });
    expect(sent[0]?.url).toBe('/fn/notice');
    expect(sent[0]?.envelope).toEqual({
      operation: 'notice.remind',
      input: { persons: ['p1'] },
      requestId: expect.stringMatching(/^[a-z0-9]{16,64}$/),
      session: 'token-of-the-secretary',
      post: 'post_1',
    });
  });

  it('of someone not signed in carries neither', async () => {
    await call(remind, { persons: ['p1'] });
    expect(Object.keys(sent[0]?.envelope ?? {})).toEqual(['operation', 'input', 'requestId']);
  });

  it('has a new id each time, unless an earlier call is repeated', async () => {
    const requestId = newRequestId();
    await call(remind, { persons: ['p1'] }, { requestId });
    await call(remind, { persons: ['p1'] }, { requestId });
    await call(remind, { persons: ['p1'] });
    const ids = sent.map(({ envelope }) => envelope.requestId);
    expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false]);
  });

  it('with a wrong input is told by the name of the field, and nothing is sent', async () => {
    expect((await problem({ persons: [] }))?.message).toBe('“要提醒的人”填写不正确：请先选人。请改正后再提交。');
    expect((await problem({ persons: Array(9000).fill('人员编号') }))?.code).toBe('call.oversize');
    expect(sent).toEqual([]);
  });

  it('that the cloud refuses brings the cloud’s own sentence, also for a problem this version does not know', async () => {
    answer = () => json({ ok: false, problem: { code: 'remind.quiet', message: '晚上不发提醒。', details: {} } });
    expect(await problem()).toMatchObject({ code: 'remind.quiet', message: '晚上不发提醒。' });
    answer = () => json({ ok: false, problem: { code: 'from.tomorrow', message: '请明天再试。', details: { n: 1 } } });
    expect(await problem()).toMatchObject({ code: 'internal', message: '请明天再试。' });
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'a line that broke',
      () => ({ json: () => Promise.reject(new TypeError('network error')) }) as unknown as Response,
    ],
    [
      'the error page of a gateway',
      () => ({ json: () => Promise.reject(new SyntaxError('<html>')) }) as unknown as Response,
    ],
  ])('without an answer (%s) says so, because it may be repeated', async (_what, how) => {
    answer = how;
    expect((await problem())?.code).toBe('call.unreachable');
  });

  it('that is not answered within 20 seconds is given up', async () => {
    jest.useFakeTimers();
    let aborted = false;
    globalThis.fetch = (_url, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => {
          aborted = true;
          reject(new Error('aborted'));
        });
      });
    const waiting = problem();
    await jest.advanceTimersByTimeAsync(19_000);
    expect(aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1_500);
    expect((await waiting)?.code).toBe('call.unreachable');
  });

  it.each([{ ok: true }, { ok: 'yes', value: 1 }, null, 'not a reply', { errorCode: 500 }])(
    'answered by something that is no reply (%j) is a problem, not a crash',
    async (reply) => {
      answer = () => json(reply);
      expect(await problem()).toMatchObject({ message: expect.stringMatching(/。$/) });
    }
  );
});

describe('who is signed in', () => {
  it('is found again after a reload, and forgotten on signing out', async () => {
    await session.begin('token-of-a-resident');
    await session.choosePost('post_2');
    const again = (): typeof session => {
      jest.resetModules();
      return require('../../src/platform/session').session;
    };
    expect(await again().read()).toEqual({ token: 'token-of-a-resident', post: 'post_2' });
    await again().end();
    expect(await again().read()).toEqual({});
  });
});
