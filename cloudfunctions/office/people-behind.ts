import { places } from '@/domain/access';
import { peopleBehind as operation } from '@/domain/operations/office/progress';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitKey } from '../runtime/page';
import { placeName } from '../runtime/places';
import { villagesWith } from '../store/queries/office/figures';
import { type PersonBehind, peopleBehind as read } from '../store/queries/office/people-behind';
import { figureOf } from './figure';

/** Every figure opens the list behind it. The counters say which villages to look into, so a rare figure is quick too. */
export const peopleBehind = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ figure, divisionCode, cursor, limit }, { db, actor, note, services }) {
    const { title, measures, condition } = figureOf(figure);
    const [village = '', person = ''] = splitKey(cursor, 2) ?? [];
    const counted = await villagesWith(db, actor.countyCode, divisionCode, measures);
    const ahead = counted.filter(({ code }) => code >= village);
    const rows: PersonBehind[] = [];
    while (rows.length <= limit && ahead.length > 0) {
      const villages = enoughFor(ahead, limit + 1 - rows.length, village, actor.countyCode);
      ahead.splice(0, villages.length);
      const more = { villages, condition, after: [village, person] as const, limit: limit + 1 - rows.length };
      rows.push(...(await read(db, actor.countyCode, more)));
    }
    note({ details: { figure } });
    const page = pageFrom(rows, limit, (row) => joinKey(row.villageCode, row.personId));
    const name = (code: string) => (code === actor.countyCode ? '还没有归属' : placeName(services.county, code));
    return {
      title: `${placeName(services.county, divisionCode)}：${title}`,
      people: counted.reduce((total, { value }) => total + value, 0),
      items: page.items.map((row) => ({ ...row, villageName: name(row.villageCode) })),
      next: page.next,
    };
  },
});

/**
 * As many villages as hold a page; the one in which the last page ended may be used up, so it does not count. People
 * without a village, counted under the county itself, are a chapter of their own.
 */
function enoughFor(
  ahead: readonly { code: string; value: number }[],
  rows: number,
  started: string,
  county: string
): string[] {
  if (ahead[0]?.code === county) return [county];
  const chosen: string[] = [];
  let sure = 0;
  for (const { code, value } of ahead) {
    if (sure >= rows) break;
    chosen.push(code);
    if (code !== started) sure += value;
  }
  return chosen;
}
