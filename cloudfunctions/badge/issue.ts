import { linkedPages } from '@/domain/campaign/links';
import { digest } from '../runtime/digest';
import type { Context } from '../runtime/handle';
import { randomText } from '../runtime/ids';
import { addBadgeCode } from '../store/queries/badges';

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 131 bits: nobody finds one by trying, so that anybody may ask without signing in. */
const length = 22;

/** A new code of a badge with the picture to scan; the store keeps its hash only. */
export async function issueBadge(
  wanted: { postId: string; kind: 'screen' | 'print'; expiresAt: Date },
  { db, actor, now, services }: Context
): Promise<{ code: string; picture: string }> {
  const code = randomText(characters, length);
  await addBadgeCode(db, actor.countyCode, { ...wanted, codeHash: digest(code), now });
  const { contentType, bytes } = await services.edges.miniProgramCode.unlimited({
    page: linkedPages.badge,
    scene: code,
  });
  return { code, picture: `data:${contentType};base64,${bytes.toString('base64')}` };
}
