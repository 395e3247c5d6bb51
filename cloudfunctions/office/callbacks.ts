import { places } from '@/domain/access';
import * as operations from '@/domain/operations/office/callbacks';
import { Problem } from '@/domain/problem';
import { readPublicity } from '../notice/paper/publicity';
import { type Context, handle } from '../runtime/handle';
import { knownPlace, shortName } from '../runtime/places';
import { writeCallback } from '../store/queries/office/callbacks';

export const callbacks = handle(operations.callbacks, {
  concerns: (_input, { actor }) => places(actor.countyCode),
  act: (_input, context) => listed(context),
});

export const setCallback = handle(operations.setCallback, {
  concerns: (_input, { actor }) => places(actor.countyCode),
  async act({ divisionCode, callback }, context) {
    const { db, actor, now, note, services } = context;
    if (knownPlace(services.county, divisionCode).level === 'village') {
      throw new Problem('division.unknown', { code: divisionCode });
    }
    await writeCallback(db, actor.countyCode, { place: divisionCode, callback, by: actor.accountId, now });
    note({ place: divisionCode });
    return listed(context);
  },
});

async function listed({ db, actor, services }: Context) {
  const { countyCode } = actor;
  const { callback, callbacks: set } = await readPublicity(db, countyCode);
  const towns = Object.entries(set)
    .filter(([code]) => code !== countyCode)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    county: set[countyCode] ?? callback,
    towns: towns.map(([code, number]) => ({
      divisionCode: code,
      name: shortName(services.county, code),
      callback: number,
    })),
  };
}
