import { places } from '@/domain/access';
import { nameKey } from '@/domain/identity';
import { villagePeople as operation } from '@/domain/operations/people/register';
import { partsOf } from '../people/scope';
import { dayInChina } from '../runtime/clock';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitKey } from '../runtime/page';
import { knownPlace } from '../runtime/places';
import { firstKey, keyOf, type LineKey, pageOfVillage } from '../store/queries/people/village-people';
import { personLine } from './person-line';

/** A page of a village, household by household. */
export const villagePeople = handle(operation, {
  concerns: ({ villageCode }, { services }) => {
    knownPlace(services.county, villageCode);
    return places(villageCode);
  },
  async act({ villageCode, group, states, classes, text, cursor, limit }, { actor, db, now, note }) {
    const filter = {
      county: actor.countyCode,
      village: villageCode,
      parts: partsOf(actor, villageCode),
      group,
      states,
      classes,
      text: nameKey(text),
    };
    const rows = await pageOfVillage(db, filter, readCursor(cursor), limit);
    const { items, next } = pageFrom(rows, limit, (row) => joinKey(...keyOf(row)));
    note({ details: { people: items.length } });
    return { items: items.map((row) => personLine(row, actor.role, dayInChina(now))), next };
  },
});

function readCursor(cursor: string | null): LineKey {
  const [segment, group, house, household, relation, person] = splitKey(cursor, 6) ?? firstKey;
  return [segment ?? 'a', group ?? '', house ?? '', household ?? '', relation ?? '', person ?? ''];
}
