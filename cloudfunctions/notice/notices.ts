import { isStaff, own, places } from '@/domain/access';
import { noticeLink } from '@/domain/campaign/links';
import { localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/publicity/notice';
import { Problem } from '@/domain/problem';
import { type Context, handle, handleAnyone } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { pageFrom } from '../runtime/page';
import { knownPlace, placeName, villagesUnder } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import { queueNotice } from '../store/queries/notice/notice-delivery';
import * as store from '../store/queries/notice/notices';
import { countersUnder } from '../store/queries/office/figures';
import { deliverNotices } from './deliver';
import { identityIn } from './identity-in-text';
import { reaches, reachOf } from './reach';

/** Up at once for everyone under the place. Identity numbers and phones of people have no business in it. */
export const publishNotice = handle(operations.publishNotice, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, kind, title, issuer, content, expiresOn }, context) {
    const { db, actor, now, note, services, afterCommit } = context;
    const { level } = knownPlace(services.county, divisionCode);
    const where = identityIn([
      ['标题', title],
      ['称呼', content.greeting],
      ...content.paragraphs.map((text, place) => [`第 ${place + 1} 段`, text] as const),
    ]);
    if (where !== undefined) throw new Problem('notice.identity', { where });
    if (expiresOn !== null && expiresOn < localDay(now)) {
      throw new Problem('call.invalid', { field: '有效期', reason: '不能早于今天' });
    }
    const noticeId = newId('n', now);
    const notice = { noticeId, divisionCode, level, kind, title, issuer, content, expiresOn };
    await store.addNotice(db, actor.countyCode, { ...notice, issuedBy: actor.accountId, now });
    const told = await queueNotice(db, actor.countyCode, noticeId, divisionCode);
    if (told > 0) afterCommit(() => deliverNotices(services, 10_000));
    note({ subject: noticeId, details: { level, title, told } });
    const counters = await countersUnder(db, actor.countyCode, divisionCode, divisionCode.length);
    return {
      noticeId,
      level,
      publishedAt: now.toISOString(),
      villages: villagesUnder(services.county, divisionCode).length,
      people: counters.get(divisionCode)?.people ?? 0,
    };
  },
});

export const withdrawNotice = handle(operations.withdrawNotice, {
  concerns: async ({ noticeId }, context) => places((await noticeOf(noticeId, context)).divisionCode),
  async act({ noticeId, reason }, { db, actor, now, note }) {
    const withdrawn = await store.withdrawNotice(db, actor.countyCode, { noticeId, reason, now });
    if (!withdrawn) throw new Problem('notice.withdrawn');
    note({ subject: noticeId, reason });
    return { noticeId, withdrawnAt: now.toISOString() };
  },
});

export const listNotices = handle(operations.listNotices, {
  concerns: () => own,
  async act({ withdrawn, cursor, limit }, { db, actor, now, services }) {
    const staff = isStaff(actor.role);
    const rows = await store.listNotices(db, actor.countyCode, {
      accountId: actor.accountId,
      reach: await reachOf(db, actor),
      withdrawn: withdrawn && staff,
      today: staff ? null : localDay(now),
      before: cursor,
      limit: limit + 1,
    });
    const page = pageFrom(rows, limit, (row) => row.noticeId);
    return { ...page, items: page.items.map((row) => summaryOf(row, services.county)) };
  },
});

/** Opening it marks it read, once an account, for the village in which the reader is counted. */
export const readNotice = handle(operations.readNotice, {
  concerns: () => own,
  async act({ noticeId }, context) {
    const { db, actor, now, services } = context;
    const notice = await noticeOf(noticeId, context);
    const reach = await reachOf(db, actor);
    if (!reaches(reach, notice)) throw new Problem('found.nothing', { what: '这份公告' });
    if (notice.withdrawnAt !== null && !isStaff(actor.role)) throw new Problem('notice.withdrawn');
    const village = reach.villages.find((code) => code.startsWith(notice.divisionCode)) ?? '';
    await store.markNoticeRead(db, actor.countyCode, { noticeId, accountId: actor.accountId, village, now });
    return { ...textOf(notice, services.county), read: true };
  },
});

/** Behind the code of a poster: public as the board it hangs on. */
export const showNotice = handleAnyone(operations.showNotice, async ({ noticeId }, { db, services }) => {
  const { county } = services;
  const notice = await store.findNotice(db, county.countyCode, noticeId, '');
  if (notice === undefined) throw new Problem('found.nothing', { what: '这份公告' });
  if (notice.withdrawnAt !== null) throw new Problem('notice.withdrawn');
  const { read: _, ...text } = textOf(notice, county);
  return text;
});

export async function noticeOf(noticeId: string, { db, actor }: Context): Promise<store.NoticeRow> {
  const notice = await store.findNotice(db, actor.countyCode, noticeId, actor.accountId);
  if (notice === undefined) throw new Problem('found.nothing', { what: '这份公告' });
  return notice;
}

export const shareOf = ({ noticeId, title }: store.NoticeRow) => ({ title, path: noticeLink(noticeId) });

function summaryOf(row: store.NoticeRow, county: CountySettings) {
  const { noticeId, kind, level, divisionCode, title, issuer, publishedAt, expiresOn, read } = row;
  const withdrawn = row.withdrawnAt === null ? null : { at: row.withdrawnAt, reason: row.withdrawnReason };
  const divisionName = placeName(county, divisionCode);
  return { noticeId, kind, level, divisionCode, divisionName, title, issuer, publishedAt, expiresOn, withdrawn, read };
}

const textOf = (row: store.NoticeRow, county: CountySettings) => ({
  ...summaryOf(row, county),
  content: row.content,
  share: shareOf(row),
});
