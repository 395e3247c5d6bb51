import { copyText } from '../device/clipboard';
import type { ShareCard } from './share-port';

/** In a browser a page is shared by its address; the hash router keeps it. */
export const addressOf = ({ page }: ShareCard): string => `${location.origin}${location.pathname}#${page}`;

/** Copies title and address; answers what to tell the person. */
export async function share(card: ShareCard): Promise<string> {
  const copied = await copyText(`${card.title} ${addressOf(card)}`);
  return copied ? '链接已复制，可以粘贴到微信群里。' : '没能复制，请从浏览器地址栏复制链接。';
}

/** Nothing to set up in a browser. */
export const useShareCard = (_card: () => ShareCard): void => undefined;
