import { person as operation } from '@/domain/operations/people/register';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../people/scope';
import { villageOf } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import { handle } from '../runtime/handle';
import { type DetailRow, detailOf, type VisitRow, visitsOf } from '../store/queries/people/person-detail';
import { lineOf } from '../store/queries/people/village-people';
import { personLine } from './person-line';

/** One person, masked, with how far collecting is and who came when. A resident sees his own visits without the notes. */
export const person = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId }, { actor, db, now, services }) {
    const line = await lineOf(db, actor.countyCode, personId);
    const detail = await detailOf(db, actor.countyCode, personId);
    if (line === undefined || detail === undefined) throw new Problem('found.nothing', { what: '这个人' });
    const visits = await visitsOf(db, actor.countyCode, personId);
    return {
      ...personLine(line, actor.role, dayInChina(now)),
      ethnic: detail.ethnic,
      hukouNature: detail.hukou_nature,
      village: villageOf(services.county, detail.village_code),
      placedWhy: detail.waiting_why ?? detail.placed_reason,
      residenceCode: detail.residence_code,
      record: recordOf(detail),
      visits: visits.map((visit) => describeVisit(visit, actor.role === 'resident')),
    };
  },
});

const recordOf = (row: DetailRow) =>
  row.record_id === null
    ? null
    : {
        recordId: row.record_id,
        version: row.record_version ?? 0,
        state: row.record_state ?? '',
        receiptNo: row.receipt_no ?? '',
        mode: row.mode ?? '',
        updatedAt: row.record_at ?? '',
      };

const describeVisit = (row: VisitRow, withoutNote: boolean) => ({
  visitId: row.visit_id,
  channel: row.channel,
  outcome: row.outcome,
  cadre: row.cadre,
  note: withoutNote ? '' : row.note,
  authorName: row.author_name,
  appointmentAt: row.appointment_at,
  at: row.at,
});
