import type { Actor } from '@/domain/access';
import type { Db } from '../store/port';
import { type NoticeRow, type Reach, villagesOfPersons } from '../store/queries/notice/notices';

/** The village, its town and its county: where a notice may stand that reaches somebody there. */
const above = (code: string): string[] =>
  [6, 9, 12].filter((length) => length <= code.length).map((length) => code.slice(0, length));

/** Everyone sees the county's notices; a resident those of his family's villages; staff also what lies under their places. */
export async function reachOf(db: Db, actor: Actor): Promise<Reach & { villages: string[] }> {
  const villages = await villagesOfPersons(db, actor.countyCode, actor.personIds);
  const scopes = actor.scopes.map(({ code }) => code);
  const covering = [...new Set([actor.countyCode, ...[...villages, ...scopes].flatMap(above)])];
  return { covering, under: scopes, villages };
}

export const reaches = ({ covering, under }: Reach, { divisionCode }: NoticeRow): boolean =>
  covering.includes(divisionCode) || under.some((place) => divisionCode.startsWith(place));
