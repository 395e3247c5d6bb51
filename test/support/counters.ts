import type { Store } from '../../cloudfunctions/store/port';
import { countersOf } from './county/counters';

/** Every counter of every place equals what counting the people anew gives. */
export async function expectCountersToHold({ store }: { store: Store }): Promise<void> {
  const { kept, recounted } = await countersOf(store);
  expect(kept).toEqual(recounted);
}
