import { type Actor, own, places } from '@/domain/access';
import { doneOf } from '@/domain/campaign';
import { localDay } from '@/domain/identity';
import * as operations from '@/domain/operations/office/assignment';
import { handle } from '../runtime/handle';
import { pageFrom } from '../runtime/page';
import { shortName, villagesUnder } from '../runtime/places';
import type { Db } from '../store/port';
import * as store from '../store/queries/assignment/assignments';
import { readLanguages } from '../store/queries/assignment/languages';
import { countersUnder } from '../store/queries/office/figures';
import { type CountedLease, countLeases, leaseLine, partName } from './leases';
import { unitsOf } from './units';

export const myAssignments = handle(operations.myAssignments, {
  concerns: () => own,
  async act(_input, { db, actor, now, services }) {
    const leases = await counted(await store.leasesOfPosts(db, actor.countyCode, [actor.postId], now), db, actor);
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
    const made = await store.partsIn(db, actor.countyCode, page.items);
    const leases = countLeases(await store.leasesIn(db, actor.countyCode, page.items, now), made);
    const languages = await readLanguages(db, actor.countyCode);
    const counters = await countersUnder(db, actor.countyCode, divisionCode, 12);
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
        parts: (parts ? unitsOf(made) : [])
          .filter((unit) => unit.villageCode === villageCode)
          .map(({ part, people: inside }) => ({ part, name: partName(part), people: inside })),
        language: languages[villageCode] ?? ('' as const),
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
    const ids = page.items.map(({ postId }) => postId);
    const leases = await counted(await store.leasesOfPosts(db, actor.countyCode, ids, now), db, actor);
    const items = page.items.map(({ workArea: _, ...row }) => {
      const own = leases.filter(({ postId }) => postId === row.postId);
      return { ...row, load: own.reduce((total, lease) => total + lease.people - lease.done, 0) };
    });
    return { items, next: page.next };
  },
});

async function counted(leases: readonly store.Lease[], db: Db, { countyCode }: Actor): Promise<CountedLease[]> {
  const villages = [...new Set(leases.map(({ villageCode }) => villageCode))];
  return countLeases(leases, await store.partsIn(db, countyCode, villages));
}
