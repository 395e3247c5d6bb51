import Taro from '@tarojs/taro';
import type { MessageKind, Subscription } from './subscribe-port';

/** WeChat's ids of the templates, put in at build time; without one that kind is not asked for. */
const templateIds: Readonly<Record<MessageKind, string | undefined>> = {
  reminder: process.env.TARO_APP_WX_TEMPLATE_REMINDER,
  notice: process.env.TARO_APP_WX_TEMPLATE_NOTICE,
  returned: process.env.TARO_APP_WX_TEMPLATE_RETURNED,
};

/** Must be called straight from a tap, or WeChat refuses to ask. */
export async function askForMessages(kinds: readonly MessageKind[]): Promise<Subscription> {
  const wanted = kinds.filter((kind) => templateIds[kind]);
  if (wanted.length === 0 || !Taro.requestSubscribeMessage) return { possible: false };
  try {
    const tmplIds = wanted.map((kind) => templateIds[kind] ?? '');
    // `entityIds` is Alipay's; Taro's types want it from everyone.
    const answers: Record<string, unknown> = { ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })) };
    return { possible: true, agreed: wanted.filter((kind) => answers[templateIds[kind] ?? ''] === 'accept') };
  } catch {
    // 20004: the person switched all messages off. Nothing was agreed, and nothing is wrong.
    return { possible: true, agreed: [] };
  }
}
