import { dayInChina } from '../../runtime/clock';
import type { Context } from '../../runtime/handle';
import { applyDeltas, factsOf } from '../../store/queries/counters';
import { lockPeople, type RegisterPersonRow } from '../../store/queries/register/register-people';
import { Tally } from '../import/rows/tally';

/** Moves the counters from what people were to what they are now, in one statement for all of them. */
export async function recountPeople({ db, actor, now }: Context, before: readonly RegisterPersonRow[]): Promise<void> {
  const after = await lockPeople(
    db,
    actor.countyCode,
    before.map(({ person_id }) => person_id)
  );
  const tally = new Tally();
  for (const row of before) tally.add(factsOf(row), -1);
  for (const row of after) tally.add(factsOf(row), 1);
  await applyDeltas(db, actor.countyCode, tally.deltas(actor.countyCode), dayInChina(now));
}
