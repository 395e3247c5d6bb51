import { readCaller } from '../../../cloudfunctions/edges/identity';

const openid = 'o-resident';

describe('who calls, from what the platform says', () => {
  it.each([
    [
      'a resident in WeChat',
      {},
      { WX_OPENID: openid, WX_APPID: 'wx1' },
      { kind: 'wechat', openid, unionid: null, appid: 'wx1' },
    ],
    [
      'a resident, where the runtime gives the environment with the context',
      { environment: JSON.stringify({ WX_OPENID: openid, WX_UNIONID: 'u1', WX_APPID: 'wx1' }) },
      {},
      { kind: 'wechat', openid, unionid: 'u1', appid: 'wx1' },
    ],
    [
      'the person of this call, although another one is still in the shared environment',
      { environment: JSON.stringify({ WX_OPENID: openid }) },
      { WX_OPENID: 'o-someone-else', WX_APPID: 'wx1' },
      { kind: 'wechat', openid, unionid: null, appid: 'wx1' },
    ],
    ['a timer', {}, { TRIGGER_SRC: 'timer' }, { kind: 'timer' }],
    ['a browser', {}, {}, { kind: 'web' }],
    [
      'a browser, with the address that the platform tells',
      {},
      { TCB_SOURCE_IP: '203.0.113.7' },
      { kind: 'web', address: '203.0.113.7' },
    ],
    [
      'a person, who never passes for a timer',
      {},
      { TRIGGER_SRC: 'timer', WX_OPENID: openid },
      { kind: 'wechat', openid, unionid: null, appid: '' },
    ],
    ['nobody, when the context cannot be read', { environment: '{"WX_OPENID":' }, {}, { kind: 'web' }],
    ['nobody, when the context is not the platform’s', { environment: '{"WX_OPENID":["o"]}' }, {}, { kind: 'web' }],
    ['nobody, without a context', undefined, {}, { kind: 'web' }],
  ])('%s', (_who, context, env, caller) => {
    expect(readCaller({}, context, env)).toEqual(caller);
  });

  it('never believes what was sent', () => {
    const forged = {
      userInfo: { openId: openid, appId: 'wx1' },
      Type: 'Timer',
      TriggerName: 'workOn',
      WX_OPENID: openid,
    };
    expect(readCaller(forged, {}, {})).toEqual({ kind: 'web' });
  });
});
