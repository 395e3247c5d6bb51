import Taro, { useShareAppMessage } from '@tarojs/taro';
import type { ShareCard } from './share-port';

/** WeChat opens its own sheet from its own button (open-type="share"); code can only show that menu. */
export async function share(_card: ShareCard): Promise<string> {
  await Taro.showShareMenu?.({ withShareTicket: false });
  return '请点右上角“…”，选“转发给朋友”。';
}

/** For the page: what the card shows when the person forwards it. */
export function useShareCard(card: () => ShareCard): void {
  useShareAppMessage(() => {
    const { title, page } = card();
    return { title, path: page };
  });
}
