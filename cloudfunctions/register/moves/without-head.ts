import { places } from '@/domain/access';
import { withoutHead as operation } from '@/domain/operations/people/register-moves';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { placeName } from '../../runtime/places';
import { householdsWithoutHead } from '../../store/queries/register/without-head';

/** What waits for a new head, so that no household stays without one unseen. */
export const withoutHead = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, cursor, limit }, { db, actor, services }) {
    const wanted = { place: divisionCode, after: cursor ?? '', limit: limit + 1 };
    const rows = await householdsWithoutHead(db, actor.countyCode, wanted);
    const page = pageFrom(rows, limit, ({ householdId }) => householdId);
    const items = page.items.map(({ villageCode, ...row }) => ({
      ...row,
      villageName: placeName(services.county, villageCode),
    }));
    return { items, next: page.next };
  },
});
