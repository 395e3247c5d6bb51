import { places } from '@/domain/access';
import { setLanguage as operation } from '@/domain/operations/office/assignment';
import { Problem } from '@/domain/problem';
import { handle } from '../runtime/handle';
import { knownPlace } from '../runtime/places';
import { writeLanguage } from '../store/queries/assignment/languages';

/** Where many understand little Chinese, work goes to those who speak what is spoken there. */
export const setLanguage = handle(operation, {
  concerns: ({ villageCode }, { services }) => {
    if (knownPlace(services.county, villageCode).level !== 'village')
      throw new Problem('division.unknown', { code: villageCode });
    return places(villageCode);
  },
  async act({ villageCode, language }, { db, actor, now, note }) {
    await writeLanguage(db, actor.countyCode, { village: villageCode, language, by: actor.accountId, now });
    note({ details: { language } });
    return { villageCode, language };
  },
});
