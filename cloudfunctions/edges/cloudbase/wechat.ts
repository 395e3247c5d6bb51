import { Problem } from '@/domain/problem';
import type { Settings } from '../../../config/settings';
import type { Deliver } from '../messages';
import type { MiniProgramCode, PhoneNumbers, SendResult } from '../ports';
import { assertScene } from '../scene';
import { templates } from '../templates';
import type { OpenApi } from './open-api';

/** subscribeMessage.send. Its codes: 43101 no consent left, 40003 unknown openid, 40037 template, 47003 data, 41030 page. */
export const subscribeMessage =
  (call: OpenApi, settings: Settings): Deliver =>
  async ({ openid, template, page }, texts) => {
    if (openid === null) return 'no-user';
    const answer = await call('subscribeMessage.send', {
      touser: openid,
      template_id: settings[templates[template].setting],
      page,
      data: texts,
      miniprogram_state: settings.WX_MINIPROGRAM_STATE,
      lang: 'zh_CN',
    });
    if (answer.kind === 'unreachable') return 'unreachable';
    return answer.kind === 'refused' ? (refusals[answer.errcode] ?? 'invalid') : 'sent';
  };

const refusals: Readonly<Record<number, SendResult>> = {
  43101: 'no-subscription',
  43107: 'no-subscription',
  40003: 'no-user',
};

const codeVersions = { developer: 'develop', trial: 'trial', formal: 'release' } as const;

/** wxacode.getUnlimited. */
export const unlimitedCode = (call: OpenApi, settings: Settings): MiniProgramCode => ({
  async unlimited({ page, scene }) {
    assertScene(scene, page);
    const answer = await call('wxacode.getUnlimited', {
      page,
      scene,
      env_version: codeVersions[settings.WX_MINIPROGRAM_STATE],
      // A page that only the version under review has would be refused otherwise.
      check_path: settings.WX_MINIPROGRAM_STATE === 'formal',
      width: 430,
    });
    if (answer.kind === 'bytes') return { contentType: answer.contentType, bytes: answer.bytes };
    if (answer.kind === 'refused') throw new Error(`wxacode.getUnlimited refused: ${answer.errcode}`);
    throw new Problem('call.busy');
  },
});

/** phonenumber.getPhoneNumber. 40029: the code was used before or is older than five minutes. */
export const phoneNumbers = (call: OpenApi): PhoneNumbers => ({
  async exchange(code) {
    const answer = await call('phonenumber.getPhoneNumber', { code });
    if (answer.kind === 'refused' && answer.errcode === 40029) return null;
    if (answer.kind === 'refused') throw new Error(`phonenumber.getPhoneNumber refused: ${answer.errcode}`);
    if (answer.kind !== 'json') throw new Problem('call.busy');
    const info = answer.value.phone_info;
    const held =
      typeof info === 'object' && info !== null && 'purePhoneNumber' in info ? info.purePhoneNumber : undefined;
    if (typeof held !== 'string') throw new Problem('call.busy');
    return held;
  },
});
