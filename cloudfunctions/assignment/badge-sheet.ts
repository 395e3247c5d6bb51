import { places } from '@/domain/access';
import { localDay } from '@/domain/identity';
import { badgeSheet as operation } from '@/domain/operations/account/badge';
import { Problem } from '@/domain/problem';
import { issueBadge } from '../badge/issue';
import { escapeHtml, sheet } from '../notice/paper/html';
import { publicityIn } from '../notice/paper/publicity';
import { spokenDay } from '../notice/words';
import { handle } from '../runtime/handle';
import { placeName } from '../runtime/places';
import { type BadgeHolder, badgeHolder, endPrinted } from '../store/queries/badges';
import { endOfDay } from './leases';

/** A card is worn for months; half a year is the longest, then a new one is printed. */
const longest = 180 * 86_400_000;

export const badgeSheet = handle(operation, {
  concerns: async ({ postId }, { db, actor, now }) => {
    const holder = await badgeHolder(db, actor.countyCode, postId, now);
    return places(...placesOf(holder, actor.countyCode));
  },
  async act({ postId }, context) {
    const { db, actor, now, services, note } = context;
    const holder = await badgeHolder(db, actor.countyCode, postId, now);
    if (holder === undefined) throw new Problem('found.nothing', { what: '这名采集员' });
    const end = Math.min(
      holder.endsOn === null ? Infinity : endOfDay(holder.endsOn).getTime(),
      now.getTime() + longest
    );
    if (holder.accountState !== 'active' || end <= now.getTime()) {
      throw new Problem('state.wrong', { what: '这名采集员的岗位', state: '停用或到期' });
    }
    const expiresAt = new Date(end);
    await endPrinted(db, actor.countyCode, postId, now);
    const { picture } = await issueBadge({ postId, kind: 'print', expiresAt }, context);
    const { callback } = await publicityIn(db, actor.countyCode, placesOf(holder, actor.countyCode)[0] ?? '');
    const villages = holder.villages.map(({ code }) => placeName(services.county, code));
    note({ details: { post: postId } });
    const last = spokenDay(localDay(new Date(end - 1)));
    return { html: card({ ...holder, villages }, { picture, last, callback }), expiresAt: expiresAt.toISOString() };
  },
  // The code on the card is kept nowhere: a call that is sent again prints nothing.
  remembered: (reply) => ({ ...reply, html: sheet('采集员证', '', '<p>这张证已经打印过，请回到页面重新打印。</p>') }),
});

/** Where he works now, else where he may be given work. */
function placesOf(holder: BadgeHolder | undefined, countyCode: string): string[] {
  if (holder === undefined) return [countyCode];
  if (holder.villages.length > 0) return holder.villages.map(({ code }) => code);
  return holder.workArea.length > 0 ? holder.workArea : [countyCode];
}

const style = `
.card { width: 86mm; min-height: 122mm; margin: 0 auto; padding: 6mm; border: 1pt solid #27408b; border-radius: 3mm; font-size: 11pt; line-height: 1.5; }
.card h1 { margin: 0 0 3mm; font-size: 17pt; }
.card .top { display: flex; gap: 5mm; }
.card .photo { flex: none; width: 25mm; height: 35mm; border: .75pt dashed #8a94ad; color: #8a94ad; font-size: 8.5pt; display: flex; align-items: center; justify-content: center; text-align: center; }
.card p { margin: 0 0 1mm; }
.card b { font-size: 14pt; }
.card .code { display: flex; gap: 4mm; align-items: center; margin-top: 3mm; padding-top: 3mm; border-top: 1.5pt solid #c8932b; }
.card .code img { width: 32mm; height: 32mm; flex: none; }
.card .small { font-size: 9pt; color: #4b5670; }`;

function card(
  { name, badgeNo, company, villages }: Omit<BadgeHolder, 'villages'> & { villages: string[] },
  { picture, last, callback }: { picture: string; last: string; callback: string }
): string {
  const where =
    villages.length === 0 ? '以扫码查到的为准' : villages.slice(0, 4).join('、') + (villages.length > 4 ? '等' : '');
  return sheet(
    `采集员证 ${name}`,
    style,
    `<section class="card"><h1>就业信息采集员证</h1>
<div class="top"><div class="photo">贴照片处<br>加盖公章</div><div><p><b>${escapeHtml(name)}</b></p>
<p>证号 ${escapeHtml(badgeNo || '以扫码查到的为准')}</p><p>${escapeHtml(company)}</p><p class="small">采集范围：${escapeHtml(where)}</p><p class="small">最晚用到${last}</p></div></div>
<div class="code"><img alt="扫码查验" src="${picture}"><div><p>微信扫一扫，查验是不是现在在岗的采集员。</p><p class="small">不收费，不要银行卡号和验证码。${escapeHtml(callback)}</p></div></div></section>`
  );
}
