import type { Services } from '../runtime/services';
import { fallDue, freeAgain } from '../store/queries/household/choices';
import { selfWindow } from './window';

/** Few enough that whoever sends a form meanwhile does not wait. */
const households = 2000;

/** The day after the window closed, every household in which somebody is left falls due for a visit; fired again, nothing more. */
export async function visitsFallDue({ store, county: { countyCode }, clock }: Services): Promise<void> {
  const now = clock.now();
  const { open, today } = await store.read((db) => selfWindow(db, countyCode, now));
  if (open) {
    await store.transaction((db) => freeAgain(db, countyCode, now));
    return;
  }
  for (let changed = households; changed === households; ) {
    changed = await store.transaction((db) => fallDue(db, countyCode, { today, now, most: households }));
  }
}
