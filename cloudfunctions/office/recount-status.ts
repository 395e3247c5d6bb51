import { places } from '@/domain/access';
import { recountStatus as operation } from '@/domain/operations/office/progress';
import { handle } from '../runtime/handle';
import { placeName } from '../runtime/places';
import { lastRecounts } from '../store/queries/office/figures';

/** Whether the figures of this place stood the nightly recount; differences elsewhere are somebody else's to see. */
export const recountStatus = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode }, { db, actor, services }) {
    const recounts = await lastRecounts(db, actor.countyCode, 14);
    const items = recounts.map(({ at, checked, details }) => {
      const here = details.filter(({ villageCode }) => villageCode.startsWith(divisionCode));
      return {
        at,
        checked,
        different: here.length,
        details: here.map(({ villageCode, measure, counter, recount }) => ({
          villageCode,
          villageName: placeName(services.county, villageCode),
          figure: measure,
          counter,
          recount,
        })),
      };
    });
    return { items };
  },
});
