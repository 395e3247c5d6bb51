import { places } from '@/domain/access';
import { reviewList as operation } from '@/domain/operations/office/quality';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitKey } from '../runtime/page';
import { knownPlace, placeName } from '../runtime/places';
import { countToReview, recordsToReview } from '../store/queries/quality/reviews';

/** What waits for a second pair of eyes, village by village. */
export const reviewList = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, state, formId, only, cursor, limit }, { db, actor, services }) {
    knownPlace(services.county, divisionCode);
    const [village = '', record = ''] = splitKey(cursor, 2) ?? [];
    const wanted = { place: divisionCode, state, formId: formId ?? null, only };
    const page = { ...wanted, after: [village, record] as const, limit: limit + 1 };
    const rows = await recordsToReview(db, actor.countyCode, page);
    const { items, next } = pageFrom(rows, limit, (row) => joinKey(row.villageCode, row.recordId));
    return {
      items: items.map((row) => ({ ...row, villageName: placeName(services.county, row.villageCode) })),
      next,
      waiting: await countToReview(db, actor.countyCode, wanted),
    };
  },
});
