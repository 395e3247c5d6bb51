import { places } from '@/domain/access';
import { personalForm } from '@/domain/forms';
import { addDays, localDay, localTime } from '@/domain/identity';
import { dailyLeads as operation } from '@/domain/operations/quality';
import { dailyLeads as leadsOf, secondsAtForm } from '@/domain/quality/daily';
import { handle } from '../runtime/handle';
import { knownPlace, placeName } from '../runtime/places';
import { recordsOfDay } from '../store/queries/quality/day-records';

/** What a habit shows in. Identity and place differ from person to person anyway, so they are left out. */
const compared = ['employment', 'skills', 'wishes'];

const unlike = Object.keys(personalForm.fields).filter(
  (field) => !compared.includes(personalForm.blockOf[field]?.id ?? '')
);

/** Whom a re-check should call first: of the day before unless another is asked for. */
export const dailyLeads = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, day }, { db, actor, now, services }) {
    knownPlace(services.county, divisionCode);
    const asked = day ?? addDays(localDay(now), -1);
    const [from, until] = [localTime(asked, 0), localTime(addDays(asked, 1), 0)];
    const records = await recordsOfDay(db, actor.countyCode, { place: divisionCode, from, until, unlike });
    const leads = leadsOf(
      records.map(({ paradata, collectedAt, ...record }) => ({
        ...record,
        collectedAt: new Date(collectedAt),
        seconds: secondsAtForm(paradata),
      }))
    );
    return {
      day: asked,
      records: records.length,
      leads: leads.map((lead) => ({ ...lead, villageName: placeName(services.county, lead.villageCode) })),
    };
  },
});
