import { own } from '@/domain/access';
import { localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/account/badge';
import type { OutputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { issueBadge } from '../badge/issue';
import { publicityIn } from '../notice/paper/publicity';
import { digest } from '../runtime/digest';
import { handle, handleAnyone } from '../runtime/handle';
import { placeName } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import { type BadgeCode, badgeHolder, badgeOfCode, forgetScreens } from '../store/queries/badges';

/** A working day: shown at doors without signal, it still holds in the evening. */
const screenHours = 12;

export const myBadge = handle(operations.myBadge, {
  concerns: () => own,
  async act(_input, context) {
    const { db, actor, now, services } = context;
    const holder = await badgeHolder(db, actor.countyCode, actor.postId, now);
    if (holder === undefined) throw new Problem('access.ended');
    const expiresAt = new Date(now.getTime() + screenHours * 3_600_000);
    await forgetScreens(db, actor.countyCode, actor.postId, now);
    const { code, picture } = await issueBadge({ postId: actor.postId, kind: 'screen', expiresAt }, context);
    const { name, badgeNo, company, endsOn, villages } = holder;
    return {
      name,
      badgeNo,
      company,
      endsOn,
      villages: villages.map(({ code: village, until }) => ({
        code: village,
        name: placeName(services.county, village),
        until: new Date(until).toISOString(),
      })),
      code,
      picture,
      issuedAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    };
  },
  // The store keeps no code: a call that is sent again shows none, and the page asks anew.
  remembered: (reply) => ({ ...reply, code: '', picture: '' }),
});

type Checked = OutputOf<typeof operations.checkBadge>;
type State = Checked['state'];

/** Asked of the post, the account and the leases of this moment: a badge taken away is red at once. */
export const checkBadge = handleAnyone(operations.checkBadge, async ({ code }, { db, now, services: { county } }) => {
  const found = await badgeOfCode(db, county.countyCode, digest(code), now);
  const state = stateOf(found, now);
  // Of a code that is nobody's no town is known: the county answers.
  const place = found?.villages[0]?.code ?? found?.workArea[0] ?? county.countyCode;
  const { callback } = await publicityIn(db, county.countyCode, place);
  return {
    state,
    sentence: sentences[state],
    holder: found === undefined || state !== 'valid' ? null : describe(found, county),
    checkedAt: now.toISOString(),
    callback,
  };
});

/** The account comes before the code: whoever is suspended is red whatever he shows. */
function stateOf(badge: BadgeCode | undefined, now: Date): State {
  if (badge === undefined) return 'unknown';
  if (badge.accountState !== 'active') return badge.accountState;
  const today = localDay(now);
  if (badge.startsOn > today || (badge.endsOn !== null && badge.endsOn < today)) return 'ended';
  if (badge.replaced || Date.parse(badge.expiresAt) <= now.getTime()) return 'expired';
  return badge.villages.length === 0 ? 'noWork' : 'valid';
}

const sentences: Readonly<Record<State, string>> = {
  valid: '这名采集员现在在岗。请再看一看：来人和姓名、证号对得上，来的村也在下面。',
  noWork: '这名采集员现在没有分到任何村，不应上门采集。请先打电话核实，再决定要不要回答。',
  suspended: '这张采集员证已停用。请不要提供任何信息，并打电话告诉我们。',
  ended: '这名采集员的岗位已经结束。请不要提供任何信息，并打电话告诉我们。',
  expired: '这个码已过期或已换新。请让采集员在手机上重新出示，您再扫一次。',
  unknown: '没有这张采集员证，可能是假的。请不要提供任何信息，并打电话告诉我们。',
};

const describe = ({ name, badgeNo, company, endsOn, villages }: BadgeCode, county: CountySettings) => ({
  name,
  badgeNo,
  company,
  endsOn,
  villages: villages.map(({ code }) => placeName(county, code)),
});
