import { type Concern, ofPerson, places, type Role, roles } from '@/domain/access';
import { addDays, localTime, nameKey, plainCode } from '@/domain/identity';
import { allOperations } from '@/domain/operations';
import * as operations from '@/domain/operations/office/audit';
import { doneReply } from '@/domain/operations/shapes';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../../runtime/handle';
import { joinKey, pageFrom, splitMoment } from '../../runtime/page';
import { placeName } from '../../runtime/places';
import { foundByName, foundByNumber } from '../../store/queries/people/search-people';
import {
  staffByName,
  type TrailFilter,
  type TrailRow,
  trail,
  trailEntry,
} from '../../store/queries/secrecy/audit-trail';
import { detailsOf } from './details';

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  cursor: string | null;
  limit: number;
}

const wholeCounty = (_: unknown, { actor }: Context): Concern => places(actor.countyCode);

export const auditByPerson = handle(operations.auditByPerson, {
  // The look stands in the trail under the person it was about, as any other look at him.
  concerns: ({ personId }, { actor }) => ofPerson(personId, actor.countyCode),
  act: ({ personId, ...asked }, context) => read({ subjects: [personId] }, asked, context),
});

export const auditByActor = handle(operations.auditByActor, {
  concerns: wholeCounty,
  async act({ accountId, ...asked }, context) {
    context.note({ subject: accountId });
    return read({ account: accountId }, asked, context);
  },
});

export const auditByTime = handle(operations.auditByTime, {
  concerns: wholeCounty,
  act: ({ acts, ...asked }, context) => read({ acts }, asked, context),
});

const mostFound = 10;

export const auditSubjects = handle(operations.auditSubjects, {
  concerns: wholeCounty,
  async act({ text }, { actor, db, note, services }) {
    const number = plainCode(text);
    const byNumber = /^\d{14,17}[\dX]$/.test(number);
    const persons = byNumber
      ? await foundByNumber(db, actor.countyCode, services.secrecy.indexes('idNumber', number))
      : await foundByName(db, actor.countyCode, nameKey(text), mostFound);
    const accounts = byNumber ? [] : await staffByName(db, actor.countyCode, text.trim(), mostFound);
    note({ details: { by: byNumber ? 'idNumber' : 'name', found: persons.map((row) => row.person_id) } });
    return {
      persons: persons.map((row) => ({
        personId: row.person_id,
        name: row.name,
        idMasked: row.id_masked,
        place: row.village_code === null ? '还没有归属' : placeName(services.county, row.village_code),
      })),
      accounts: accounts.map(({ account_id, name, posts }) => ({ accountId: account_id, name, posts })),
    };
  },
});

/** What the auditor thinks of a row becomes a row itself: it cannot be taken back either. */
export const noteAudit = handle(operations.noteAudit, {
  concerns: wholeCounty,
  async act({ entryId, note: words }, { actor, db, note }) {
    const entry = await trailEntry(db, actor.countyCode, entryId);
    if (entry === undefined) throw new Problem('found.nothing', { what: '这条操作记录' });
    note({ reason: words, details: { entry: entryId } });
    return doneReply;
  },
});

async function read(
  filter: Pick<TrailFilter, 'subjects' | 'account' | 'acts'>,
  { from, to, cursor, limit }: Asked,
  { actor, db, note, services }: Context
) {
  const rows = await trail(db, actor.countyCode, {
    ...filter,
    from: from === undefined ? null : localTime(from, 0),
    until: to === undefined ? null : localTime(addDays(to, 1), 0),
    before: splitMoment(cursor),
    limit: limit + 1,
  });
  const page = pageFrom(rows, limit, (row) => joinKey(row.at, row.entry_id));
  note({ details: { rows: page.items.length } });
  return { ...page, items: page.items.map((row) => entryOf(row, services.county)) };
}

const titles = new Map<string, string>(allOperations.map(({ name, title }) => [name, title]));

const entryOf = (row: TrailRow, county: Parameters<typeof placeName>[0]) => ({
  entryId: row.entry_id,
  at: row.at,
  accountId: row.account_id,
  actorName: row.actor_name,
  role: row.role,
  roleLabel: Object.hasOwn(roles, row.role) ? roles[row.role as Role] : row.role,
  postTitle: row.post_title,
  organisation: row.organisation,
  act: row.act,
  actTitle: titles.get(row.act) ?? '系统后台处理',
  subject: row.subject,
  subjectName: row.subject_name,
  place: row.place,
  placeName: row.place === '' ? '' : placeName(county, row.place),
  reason: row.reason,
  details: detailsOf(row.details),
  seq: row.seq,
});
