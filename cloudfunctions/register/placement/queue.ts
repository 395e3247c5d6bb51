import { places } from '@/domain/access';
import * as operations from '@/domain/operations/people/register-placement';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { shortName } from '../../runtime/places';
import type { Candidate } from '../../store/queries/cases';
import { countWaiting, placementGroups, waitingPeople } from '../../store/queries/register/placement-queue';

/** More groups than a person looks through at once. */
const mostGroups = 200;

/** How many wait, in groups that one stroke can settle; the largest first. */
export const unplacedGroups = handle(operations.unplacedGroups, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode }, { db, actor, services }) {
    const groups = await placementGroups(db, actor.countyCode, divisionCode, mostGroups);
    return {
      open: await countWaiting(db, actor.countyCode, divisionCode),
      groups: groups.map((row) => ({
        group: row.group,
        townCode: row.town_code,
        townName: row.town_code === '' ? '' : shortName(services.county, row.town_code),
        why: row.why,
        candidates: plain(row.candidates),
        people: row.people,
      })),
    };
  },
});

export const unplaced = handle(operations.unplaced, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, group, cursor, limit }, { db, actor }) {
    const filter = { place: divisionCode, group: group ?? null, after: cursor ?? '', limit: limit + 1 };
    const page = pageFrom(await waitingPeople(db, actor.countyCode, filter), limit, ({ case_id }) => case_id);
    return {
      next: page.next,
      items: page.items.map((row) => ({
        caseId: row.case_id,
        personId: row.person_id,
        name: row.name,
        idMasked: row.id_masked,
        birthDate: row.birth_date,
        householdNo: row.household_no ?? '',
        headName: row.head_name ?? '',
        address: row.address ?? '',
        townCode: row.town_code,
        why: row.why,
        candidates: plain(row.candidates),
        since: row.created_at,
      })),
    };
  },
});

const plain = (candidates: readonly Candidate[]) => candidates.map(({ code, name }) => ({ code, name }));
