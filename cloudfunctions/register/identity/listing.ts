import { places } from '@/domain/access';
import * as operations from '@/domain/operations/people/register-identity';
import { rowReasons } from '@/domain/register/outcomes';
import { concernOfPerson } from '../../people/scope';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { placeName } from '../../runtime/places';
import { listMerges } from '../../store/queries/register/merges';
import { broughtBy, eventsOf, temporaryPeople } from '../../store/queries/register/register-people';
import { titleOf } from './event';

/** Merges of a place, newest first. */
export const merges = handle(operations.merges, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, cursor, limit }, { db, actor }) {
    const rows = await listMerges(db, actor.countyCode, divisionCode, cursor, limit + 1);
    const page = pageFrom(rows, limit, ({ merge_id }) => merge_id);
    return {
      next: page.next,
      items: page.items.map((row) => ({
        mergeId: row.merge_id,
        kept: { personId: row.kept_id, name: row.kept_name, idMasked: row.kept_masked },
        dropped: { personId: row.dropped_id, name: row.dropped_name, idMasked: row.dropped_masked },
        at: row.at,
        by: row.merged_name,
        reason: row.reason,
        undoneAt: row.undone_at,
      })),
    };
  },
});

/** People whose number is missing, wrong or of the old form. */
export const temporaryIdentities = handle(operations.temporaryIdentities, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, cursor, limit }, { db, actor, services }) {
    const rows = await temporaryPeople(db, actor.countyCode, divisionCode, cursor ?? '', limit + 1);
    const page = pageFrom(rows, limit, ({ person_id }) => person_id);
    return {
      next: page.next,
      items: page.items.map((row) => ({
        personId: row.person_id,
        version: row.version,
        name: row.name,
        sex: row.sex,
        birthDate: row.birth_date,
        upgradedMasked: row.id_masked,
        why: sentenceOf(row.why),
        villageName: row.village_code === null ? '' : placeName(services.county, row.village_code),
        headName: row.head_name ?? '',
      })),
    };
  },
});

const sentenceOf = (reason: string | null): string =>
  (reason === null ? undefined : (rowReasons as Readonly<Record<string, { sentence: string }>>)[reason]?.sentence) ??
  '登记时没有身份证号。';

/** What happened to somebody in the register, newest first, ending with how he came into it. */
export const registerHistory = handle(operations.registerHistory, {
  concerns: ({ personId }, { db, actor }) => concernOfPerson(db, actor, personId),
  async act({ personId, cursor, limit }, context) {
    const { db, actor } = context;
    context.note({ subject: personId });
    const page = pageFrom(
      await eventsOf(db, actor.countyCode, personId, cursor, limit + 1),
      limit,
      ({ event_id }) => event_id
    );
    const items = page.items.map((row) => ({
      at: row.at,
      act: row.act,
      title: titleOf(row.act),
      by: row.by_name,
      reason: row.reason,
      changes: row.changes,
    }));
    const beginning = page.next === null ? await broughtBy(db, actor.countyCode, personId) : undefined;
    if (beginning !== undefined) {
      const { at, by_name, file_name } = beginning;
      items.push({
        at,
        act: 'register.created',
        title: titleOf('register.created'),
        by: by_name,
        reason: `名册“${file_name}”`,
        changes: [],
      });
    }
    return { items, next: page.next };
  },
});
