import { places } from '@/domain/access';
import { setSelfWindow as operation } from '@/domain/operations/account/household';
import { selfWindow, windowReply, windowSetting } from '../household/window';
import { handle } from '../runtime/handle';
import { freeAgain } from '../store/queries/household/choices';
import { writeSetting } from '../store/queries/office/settings';

/** Moving the day on frees the households whose visit had fallen due. */
export const setSelfWindow = handle(operation, {
  concerns: (_input, { actor }) => places(actor.countyCode),
  async act({ closesOn }, { db, actor, now, note }) {
    const { countyCode, accountId } = actor;
    await writeSetting(db, countyCode, { name: windowSetting, value: { closesOn }, by: accountId, now });
    const window = await selfWindow(db, countyCode, now);
    if (window.open) await freeAgain(db, countyCode, now);
    note({ details: { closesOn: closesOn ?? '' } });
    return windowReply(window);
  },
});
