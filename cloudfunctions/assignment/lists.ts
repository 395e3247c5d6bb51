import { own, places } from '@/domain/access';
import { doneOf } from '@/domain/campaign';
import { writePart } from '@/domain/campaign/parts';
import { localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/assignment';
import { handle } from '../runtime/handle';
import { pageFrom } from '../runtime/page';
import { shortName, villagesUnder } from '../runtime/places';
import * as store from '../store/queries/assignment/assignments';
import { countersUnder } from '../store/queries/office/figures';
import { leaseLine, partName } from './leases';

export const myAssignments = handle(operations.myAssignments, {
  concerns: () => own,
  async act(_input, { db, actor, now, services }) {
    const leases = await store.leasesOfPost(db, actor.countyCode, actor.postId, now);
    return { items: leases.map((lease) => leaseLine(lease, services.county)) };
  },
});

/** Village by village, so that what nobody holds is seen as well. */
export const assignmentsOf = handle(operations.assignmentsOf, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, parts, cursor, limit }, { db, actor, now, services }) {
    const { county } = services;
    const villages = villagesUnder(county, divisionCode)
      .filter((code) => code > (cursor ?? ''))
      .sort()
      .slice(0, limit + 1);
    const page = pageFrom(villages, limit, (code) => code);
    const leases = await store.leasesIn(db, actor.countyCode, page.items, now);
    const counters = await countersUnder(db, actor.countyCode, divisionCode, 12);
    const made = parts ? await store.partsIn(db, actor.countyCode, page.items) : [];
    const items = page.items.map((villageCode) => {
      const figures = counters.get(villageCode) ?? {};
      const held = leases.filter((lease) => lease.villageCode === villageCode);
      const people = figures.people ?? 0;
      return {
        villageCode,
        villageName: shortName(county, villageCode),
        people,
        done: doneOf(figures),
        held: held.map((lease) => leaseLine(lease, county)),
        unassigned: Math.max(0, people - held.reduce((total, lease) => total + lease.people, 0)),
        parts: made
          .filter((one) => one.villageCode === villageCode)
          .map((one) => {
            const part = writePart({ oldVillage: one.oldVillageCode, group: one.group });
            return { part, name: partName(part), people: one.people };
          }),
      };
    });
    return { items, next: page.next };
  },
});

/** Who can be given work in a place, with what he has to do already. */
export const enumerators = handle(operations.enumerators, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, cursor, limit }, { db, actor, now }) {
    const today = localDay(now);
    const wanted = { place: divisionCode, today, now, after: cursor ?? '', limit: limit + 1 };
    const rows = await store.enumeratorsUnder(db, actor.countyCode, wanted);
    const page = pageFrom(rows, limit, (row) => row.postId);
    const items = [];
    for (const { workArea: _, ...row } of page.items) {
      const leases = row.leases === 0 ? [] : await store.leasesOfPost(db, actor.countyCode, row.postId, now);
      items.push({ ...row, load: leases.reduce((total, lease) => total + lease.people - lease.done, 0) });
    }
    return { items, next: page.next };
  },
});
