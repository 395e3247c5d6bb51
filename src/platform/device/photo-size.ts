import { Problem } from '@/domain/problem';

export interface PhotoWish {
  mostBytes: number;
  /** Pixels. */
  longestSide: number;
  /** The person has chosen; what follows takes a moment. */
  chosen: () => void;
}

/** As large as it may be, never larger than it is. */
export function sizeWithin(width: number, height: number, longestSide: number): { width: number; height: number } {
  const share = Math.min(1, longestSide / Math.max(width, height, 1));
  return { width: Math.round(width * share), height: Math.round(height * share) };
}

/** Bytes that base64 text stands for. */
export const bytesOfBase64 = (text: string): number => (text.length / 4) * 3 - (/=*$/.exec(text)?.[0].length ?? 0);

/** From good to just readable, in per cent. */
const qualities = [80, 65, 50, 35, 20];

/**
 * The best quality that is small enough.
 * @param at the photo in a quality, as base64
 * Errors: paper.notPicture, paper.size.
 */
export async function firstThatFits(
  { mostBytes }: Pick<PhotoWish, 'mostBytes'>,
  at: (quality: number) => Promise<string>
): Promise<string> {
  for (const quality of qualities) {
    const picture = await at(quality);
    if (!picture.startsWith('/9j/')) throw new Problem('paper.notPicture');
    if (bytesOfBase64(picture) <= mostBytes) return picture;
  }
  throw new Problem('paper.size', { limit: Math.floor(mostBytes / 1024) });
}
