import { places } from '@/domain/access';
import { householdStanding } from '@/domain/campaign/household';
import { partsOfPerson } from '@/domain/campaign/parts';
import { recordChoice as operation } from '@/domain/operations/account/household';
import { Problem } from '@/domain/problem';
import { selfWindow } from '../../household/window';
import { type Context, handle } from '../../runtime/handle';
import { lockHousehold, saveChoice } from '../../store/queries/household/choices';
import { slipOf } from '../../store/queries/household/slips';
import { findHousehold } from '../../store/queries/people/households';

/** What a household said by word of mouth, written down by whoever heard it. */
export const recordChoice = handle(operation, {
  concerns: async ({ householdId }, context) => {
    const { village_code, group_name, old_village_code } = await householdOf(householdId, context);
    const parts = partsOfPerson({ groupName: group_name, oldVillageCode: old_village_code });
    return { ...places(village_code ?? context.actor.countyCode), parts };
  },
  async act({ householdId, mode, reason }, { db, actor, now, note }) {
    const window = await selfWindow(db, actor.countyCode, now);
    if (!window.open) throw new Problem('household.windowClosed', { day: window.closesOn ?? '' });
    const locked = await lockHousehold(db, actor.countyCode, householdId);
    if (locked?.mode !== mode) {
      await saveChoice(db, actor.countyCode, { householdId, mode, accountId: actor.accountId, now });
    }
    const left = (await slipOf(db, actor.countyCode, householdId))?.left ?? 0;
    note({ subject: householdId, reason, details: { mode } });
    return { householdId, mode, standing: householdStanding({ chosen: mode, left }, window.closesOn, window.today) };
  },
});

async function householdOf(householdId: string, { db, actor }: Context) {
  const found = await findHousehold(db, actor.countyCode, householdId);
  if (found === undefined) throw new Problem('found.nothing', { what: '这一户' });
  return found;
}
