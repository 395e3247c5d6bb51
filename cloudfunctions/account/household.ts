import { own } from '@/domain/access';
import { readSlipCode } from '@/domain/campaign/household';
import * as operations from '@/domain/operations/account/household';
import { Problem } from '@/domain/problem';
import { ownHousehold } from '../household/own-household';
import { selfWindow, windowReply } from '../household/window';
import { handle } from '../runtime/handle';
import { limited } from '../runtime/limit';
import { placeName } from '../runtime/places';
import { householdsOfPersons, lockHousehold, saveChoice } from '../store/queries/household/choices';
import { householdOfCode } from '../store/queries/household/slips';

/** A slip shows its village and nobody; who has proved that he is of the household sees the household. */
export const openSlip = limited(
  handle(operations.openSlip, {
    concerns: () => own,
    async act({ code: typed }, { db, actor, now, services: { county }, note }) {
      const code = readSlipCode(typed);
      const found = code === undefined ? undefined : await householdOfCode(db, actor.countyCode, code);
      if (found === undefined) throw new Problem('slip.code');
      const window = await selfWindow(db, actor.countyCode, now);
      const mine = await householdsOfPersons(db, actor.countyCode, actor.personIds);
      const row = mine.find(({ householdId }) => householdId === found.householdId);
      note({ subject: found.householdId, place: found.villageCode ?? '', details: { own: row !== undefined } });
      return {
        villageName: found.villageCode === null ? '' : placeName(county, found.villageCode),
        window: windowReply(window),
        household: row === undefined ? null : ownHousehold(row, actor, window, county),
      };
    },
  }),
  { times: 20, minutes: 60, who: 'caller' }
);

export const myHouseholds = handle(operations.myHouseholds, {
  concerns: () => own,
  async act(_input, { db, actor, now, services: { county } }) {
    const window = await selfWindow(db, actor.countyCode, now);
    const rows = await householdsOfPersons(db, actor.countyCode, actor.personIds);
    return {
      window: windowReply(window),
      households: rows.map((row) => ownHousehold(row, actor, window, county)),
    };
  },
});

/** Anyone of the household chooses for it; until the window closes the last word counts. */
export const chooseMode = handle(operations.chooseMode, {
  concerns: () => own,
  async act({ householdId, mode }, { db, actor, now, services: { county }, note }) {
    const locked = await lockHousehold(db, actor.countyCode, householdId);
    const mine = await householdsOfPersons(db, actor.countyCode, actor.personIds);
    const row = mine.find((one) => one.householdId === householdId);
    // A household that is not there and one that is somebody else's answer alike.
    if (locked === undefined || row === undefined) throw new Problem('person.notYours');
    const window = await selfWindow(db, actor.countyCode, now);
    if (!window.open) throw new Problem('household.windowClosed', { day: window.closesOn ?? '' });
    if (locked.mode !== mode) {
      await saveChoice(db, actor.countyCode, { householdId, mode, accountId: actor.accountId, now });
    }
    note({ subject: householdId, place: locked.villageCode ?? '', details: { mode } });
    return { householdId, mode, standing: ownHousehold({ ...row, mode }, actor, window, county).standing };
  },
});
