import { allOperations } from '@/domain/operations';
import { whoLooked as operation } from '@/domain/operations/collecting/corrections';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../../people/scope';
import { handle } from '../../runtime/handle';
import { joinKey, pageFrom, splitMoment } from '../../runtime/page';
import { listsOf, looksAt, standingOf } from '../../store/queries/secrecy/looks';
import { listedOf, lookOf } from './looks';

/** Lists are told for so long; single looks for ever. */
const daysOfLists = 90;
const mostLists = 60;

/** What shows people by the list, and the files that were taken: their rows name a place and nobody. */
const listActs = allOperations
  .filter(({ name, discloses, kind }) => (discloses && kind === 'query') || name === 'office.takeExport')
  .map(({ name }) => name as string);

/** Who looked at what is held about a person, when and why; read from the same trail that auditors read. */
export const whoLooked = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId, cursor, limit }, { actor, db, now }) {
    const standing = await standingOf(db, actor.countyCode, personId);
    if (standing === undefined) throw new Problem('found.nothing', { what: '这个人' });
    const rows = await looksAt(db, actor.countyCode, {
      subjects: [personId, ...standing.merged, ...(standing.household_id === null ? [] : [standing.household_id])],
      account: actor.accountId,
      before: splitMoment(cursor),
      limit: limit + 1,
    });
    const { items, next } = pageFrom(rows, limit, (row) => joinKey(row.at, row.entry_id));
    const village = standing.village_code;
    const wanted = { acts: listActs, account: actor.accountId, limit: mostLists };
    const lists =
      cursor !== null || village === null
        ? []
        : await listsOf(db, actor.countyCode, {
            ...wanted,
            places: [village, village.slice(0, 9), village.slice(0, 6)],
            since: new Date(now.getTime() - daysOfLists * 86_400_000),
          });
    return { items: items.map(lookOf), next, lists: lists.map(listedOf) };
  },
});
