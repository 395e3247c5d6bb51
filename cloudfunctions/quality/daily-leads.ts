import { places, roles } from '@/domain/access';
import { personalForm } from '@/domain/forms';
import { addDays, localDay, localTime } from '@/domain/identity';
import * as operations from '@/domain/operations/office/quality';
import { Problem } from '@/domain/problem';
import { type DailyLead, dailyLeads as leadsOf, secondsAtForm, startingLimits } from '@/domain/quality/daily';
import { type Context, handle } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { knownPlace, placeName } from '../runtime/places';
import { recordsOfDay } from '../store/queries/quality/day-records';
import { addLeadNote, notesOfDay } from '../store/queries/quality/lead-notes';

/** What a habit shows in. Identity and place differ from person to person anyway, so they are left out. */
const compared = ['employment', 'skills', 'wishes'];

const unlike = Object.keys(personalForm.fields).filter(
  (field) => !compared.includes(personalForm.blockOf[field]?.id ?? '')
);

/** Whom a re-check should call first: of the day before unless another is asked for. */
export const dailyLeads = handle(operations.dailyLeads, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, day }, context) {
    const { db, actor, now, services } = context;
    knownPlace(services.county, divisionCode);
    const asked = day ?? addDays(localDay(now), -1);
    const { records, leads } = await leadsOfDay(divisionCode, asked, context);
    const notes = await notesOfDay(db, actor.countyCode, asked);
    return {
      day: asked,
      records,
      leads: leads.map((lead) => ({
        ...lead,
        villageName: placeName(services.county, lead.villageCode),
        notes: notes.get(lead.leadId) ?? [],
      })),
    };
  },
});

/** A lead is noted by whoever looked; one that is not there, or another place's, cannot be. */
export const noteLead = handle(operations.noteLead, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, day, leadId, outcome, words }, context) {
    const { db, actor, now, services, note } = context;
    knownPlace(services.county, divisionCode);
    const lead = (await leadsOfDay(divisionCode, day, context)).leads.find((one) => one.leadId === leadId);
    if (lead === undefined) throw new Problem('found.nothing', { what: '这条线索' });
    const { villageCode } = lead;
    const by = `${actor.name}（${roles[actor.role]}）`;
    const written = { noteId: newId('ln', now), leadId, day, villageCode, outcome, words, by, now };
    await addLeadNote(db, actor.countyCode, { ...written, accountId: actor.accountId });
    note({ place: villageCode, reason: words, details: { lead: leadId, outcome } });
    return { notes: (await notesOfDay(db, actor.countyCode, day)).get(leadId) ?? [] };
  },
});

/** Leads about a place, measured by what is usual in the county. */
async function leadsOfDay(
  place: string,
  day: string,
  { db, actor }: Context
): Promise<{ records: number; leads: DailyLead[] }> {
  const [from, until] = [localTime(day, 0), localTime(addDays(day, 1), 0)];
  const rows = await recordsOfDay(db, actor.countyCode, { from, until, unlike });
  const county = rows.map(({ paradata, collectedAt, ...record }) => ({
    ...record,
    collectedAt: new Date(collectedAt),
    seconds: secondsAtForm(paradata),
  }));
  const here = county.filter(({ villageCode }) => villageCode.startsWith(place));
  return { records: here.length, leads: leadsOf(here, startingLimits, county) };
}
