import type { Envelope } from '@/domain/operations/envelope';

/** The WeChat side of what the browser side does otherwise, against the shapes that WeChat's documents give. */
type Wx = Record<string, unknown>;
const wechat: Wx = {};
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: wechat, useShareAppMessage: () => undefined }));

const load = (name: string) => {
  jest.resetModules();
  return require(`../../src/platform/${name}.weapp`);
};

beforeEach(() => {
  for (const name of Object.keys(wechat)) delete wechat[name];
});
afterEach(() => jest.useRealTimers());

describe('a call in WeChat', () => {
  const envelope: Envelope = { operation: 'account.me', input: {}, requestId: 'r'.repeat(20) };

  it('goes through the cloud, opened once', async () => {
    const init = jest.fn();
    const callFunction = jest.fn().mockResolvedValue({ result: { ok: true, value: 1 } });
    wechat.cloud = { init, callFunction };
    const { callFunction: call } = load('call');
    expect(await call('account', envelope)).toEqual({ ok: true, value: 1 });
    await call('account', envelope);
    expect(init).toHaveBeenCalledTimes(1);
    expect(callFunction).toHaveBeenCalledWith({ name: 'account', data: envelope });
  });

  it('in a WeChat without a cloud, without a network, or without an answer is unreachable', async () => {
    await expect(load('call').callFunction('account', envelope)).rejects.toMatchObject({ name: 'Unreachable' });
    wechat.cloud = {
      init: () => undefined,
      callFunction: () => Promise.reject({ errMsg: 'cloud.callFunction:fail timeout' }),
    };
    await expect(load('call').callFunction('account', envelope)).rejects.toMatchObject({ name: 'Unreachable' });
    jest.useFakeTimers();
    wechat.cloud = { init: () => undefined, callFunction: () => new Promise(() => undefined) };
    const waiting = expect(load('call').callFunction('account', envelope)).rejects.toMatchObject({
      name: 'Unreachable',
    });
    await jest.advanceTimersByTimeAsync(20_000);
    await waiting;
  });
});

describe('the network in WeChat', () => {
  it('is known from the start and told on change, only on change', () => {
    let change: (status: { isConnected: boolean }) => void = () => undefined;
    wechat.getNetworkType = ({ success }: { success(answer: { networkType: string }): void }) =>
      success({ networkType: 'none' });
    wechat.onNetworkStatusChange = (listener: typeof change) => {
      change = listener;
    };
    const { network } = load('device/network');
    expect(network.online()).toBe(false);
    const told: boolean[] = [];
    const stop = network.watch((online: boolean) => told.push(online));
    change({ isConnected: true });
    change({ isConnected: true });
    change({ isConnected: false });
    stop();
    change({ isConnected: true });
    expect(told).toEqual([true, false]);
  });

  it('counts as there where WeChat cannot tell', () => {
    expect(load('device/network').network.online()).toBe(true);
  });
});

describe('consent to messages', () => {
  const ids = { TARO_APP_WX_TEMPLATE_REMINDER: 'tpl-1', TARO_APP_WX_TEMPLATE_NOTICE: 'tpl-2' };
  beforeEach(() => Object.assign(process.env, ids));
  afterEach(() => {
    for (const name of Object.keys(ids)) delete process.env[name];
  });

  it('is asked for the kinds that have a template, and answers which were agreed', async () => {
    const ask = jest.fn().mockResolvedValue({ errMsg: 'ok', 'tpl-1': 'accept', 'tpl-2': 'reject' });
    wechat.requestSubscribeMessage = ask;
    expect(await load('outward/subscribe').askForMessages(['reminder', 'notice', 'returned'])).toEqual({
      possible: true,
      agreed: ['reminder'],
    });
    expect(ask.mock.calls[0][0].tmplIds).toEqual(['tpl-1', 'tpl-2']);
  });

  it('refused as a whole is no consent and no error; a WeChat without it says so', async () => {
    wechat.requestSubscribeMessage = () => Promise.reject({ errCode: 20004 });
    expect(await load('outward/subscribe').askForMessages(['reminder'])).toEqual({ possible: true, agreed: [] });
    delete wechat.requestSubscribeMessage;
    expect(await load('outward/subscribe').askForMessages(['reminder'])).toEqual({ possible: false });
  });
});

describe('a scanned code', () => {
  it.each([
    ['a mini-program code gives its scene', { path: 'resident/home/index?scene=n%3D01hx', result: '' }, 'n=01hx'],
    ['a QR code gives its text', { result: 'ABCD2345' }, 'ABCD2345'],
  ])('%s', async (_what, answer, text) => {
    wechat.scanCode = () => Promise.resolve(answer);
    expect(await load('device/scan').scan()).toBe(text);
  });

  it('that the person gave up is nothing', async () => {
    wechat.scanCode = () => Promise.reject({ errMsg: 'scanCode:fail cancel' });
    expect(await load('device/scan').scan()).toBeUndefined();
  });
});

it('the clock does not go back when the phone’s does', () => {
  jest.useFakeTimers({ now: 5_000 });
  const { monotonic } = load('device/clock');
  const first = monotonic();
  jest.setSystemTime(1_000);
  expect(monotonic()).toBe(first);
  jest.setSystemTime(9_000);
  expect(monotonic()).toBe(9_000);
});

it('the dialler gets digits only, and a call that was not made is no error', async () => {
  const makePhoneCall = jest.fn().mockRejectedValue({ errMsg: 'makePhoneCall:fail cancel' });
  wechat.makePhoneCall = makePhoneCall;
  await load('device/dial').dial('0854-392 1234');
  expect(makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '08543921234' });
});

it.each([
  'call',
  'storage',
  'device/network',
  'device/scan',
  'device/dial',
  'device/clipboard',
  'device/read-aloud',
  'outward/share',
  'outward/subscribe',
  'outward/print',
])('a WeChat that lacks everything can still load %s', (name) => {
  expect(() => load(name)).not.toThrow();
});
