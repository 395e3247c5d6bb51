import { places } from '@/domain/access';
import { linkedPages } from '@/domain/campaign/links';
import { localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/publicity/notice';
import type { MiniProgramCode } from '../../edges/ports';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { knownPlace, placeName, shortName, villagesUnder } from '../../runtime/places';
import { accountsByVillage, groupsOf, readsByVillage } from '../../store/queries/notice/notices';
import { countersUnder } from '../../store/queries/office/figures';
import { noticeOf, shareOf } from '../notices';
import { deadlineWords } from '../words';
import { boardPage } from './board-page';
import { posterPage } from './poster-page';
import { publicityIn } from './publicity';

/** The code opens the notice itself: its id is all that the picture holds. */
export const poster = handle(operations.poster, {
  concerns: async ({ noticeId }, context) => places((await noticeOf(noticeId, context)).divisionCode),
  async act({ noticeId }, context) {
    const notice = await noticeOf(noticeId, context);
    const { miniProgramCode } = context.services.edges;
    const code = await picture(miniProgramCode, { page: linkedPages.notice, scene: noticeId });
    const day = localDay(new Date(notice.publishedAt));
    return { html: posterPage({ ...notice, day, code }), code, scene: noticeId, share: shareOf(notice) };
  },
});

export const boardSheet = handle(operations.boardSheet, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ villageCode }, { db, actor, now, services }) {
    knownPlace(services.county, villageCode);
    const day = localDay(now);
    const { callback } = await publicityIn(db, actor.countyCode, villageCode);
    const html = boardPage({
      village: placeName(services.county, villageCode),
      groups: await groupsOf(db, actor.countyCode, villageCode),
      deadline: await deadlineWords(db, services.county, day),
      callback,
      day,
      code: await picture(services.edges.miniProgramCode, { page: linkedPages.home, scene: 'from=board' }),
    });
    return { html };
  },
});

/** How far a notice got: of the people, and of those whom the mini-program can reach. */
export const noticeCounts = handle(operations.noticeCounts, {
  concerns: async ({ noticeId }, context) => places((await noticeOf(noticeId, context)).divisionCode),
  async act({ noticeId, cursor, limit }, context) {
    const { db, actor, services } = context;
    const { divisionCode } = await noticeOf(noticeId, context);
    const reads = await readsByVillage(db, actor.countyCode, noticeId);
    const accounts = await accountsByVillage(db, actor.countyCode, divisionCode);
    const counters = await countersUnder(db, actor.countyCode, divisionCode, 12);
    const rows = villagesUnder(services.county, divisionCode)
      .sort()
      .map((villageCode) => ({
        villageCode,
        villageName: shortName(services.county, villageCode),
        reads: reads.get(villageCode) ?? 0,
        accounts: accounts.get(villageCode) ?? 0,
        people: counters.get(villageCode)?.people ?? 0,
      }));
    const left = rows.filter(({ villageCode }) => villageCode > (cursor ?? ''));
    const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
    return {
      ...pageFrom(left.slice(0, limit + 1), limit, (row) => row.villageCode),
      reads: sum(reads.values()),
      accounts: sum(rows.map((row) => row.accounts)),
      people: sum(rows.map((row) => row.people)),
    };
  },
});

async function picture(codes: MiniProgramCode, wanted: { page: string; scene: string }): Promise<string> {
  const { contentType, bytes } = await codes.unlimited(wanted);
  return `data:${contentType};base64,${bytes.toString('base64')}`;
}
