import { places } from '@/domain/access';
import { addDays, localDay, localTime } from '@/domain/identity';
import { liveBoard as operation } from '@/domain/operations/office/board';
import { countLeases, partName } from '../assignment/leases';
import { handle } from '../runtime/handle';
import { knownPlace, placeName } from '../runtime/places';
import { leasesOfPosts, partsIn } from '../store/queries/assignment/assignments';
import { boardUnder, queuesUnder } from '../store/queries/quality/board';

/** Who is where with how much: what somebody holds, when his phone last synced, how many forms. No position, no movements. */
export const liveBoard = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode }, { db, actor, now, services: { county } }) {
    knownPlace(county, divisionCode);
    const { countyCode } = actor;
    const today = localDay(now);
    const rows = await boardUnder(db, countyCode, {
      place: divisionCode,
      now,
      today: localTime(today, 0),
      week: localTime(addDays(today, -6), 0),
    });
    const posts = rows.map(({ postId }) => postId);
    const leases = (await leasesOfPosts(db, countyCode, posts, now)).filter(({ villageCode }) =>
      villageCode.startsWith(divisionCode)
    );
    const villages = [...new Set(leases.map(({ villageCode }) => villageCode))];
    const counted = countLeases(leases, await partsIn(db, countyCode, villages));
    return {
      asOf: now.toISOString(),
      rows: rows.map((row) => ({
        ...row,
        villages: counted
          .filter(({ postId }) => postId === row.postId)
          .map(({ villageCode, part, people, done, leasedUntil }) => ({
            villageCode,
            villageName: placeName(county, villageCode),
            part: part === '' ? '' : partName(part),
            people,
            done,
            leasedUntil,
          })),
      })),
      ...(await queuesUnder(db, countyCode, divisionCode)),
    };
  },
});
