import { places } from '@/domain/access';
import { mergeRowFault } from '@/domain/divisions';
import { setMergeRow as operation } from '@/domain/operations/people/merge-table';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { editionOf } from '../../runtime/places';
import { enterMergeRows, waitingByOldVillage, waitingOf } from '../../store/queries/merge-table';
import { settleWaiting } from '../placement/settle-waiting';
import { nextEdition } from './merge-table';

/** Each one's history is written down, so a stroke stays short; the caller asks again for the rest. */
const mostAtOnce = 500;

/** The county or town says where an old village went, and those who waited for it find their village. */
export const setMergeRow = handle(operation, {
  concerns: ({ from, to }) => places(from, ...to),
  async act({ fromEdition, from, to, reason }, context) {
    const { db, actor, now, services } = context;
    const toEdition = nextEdition(fromEdition);
    for (const code of to) {
      const fault = mergeRowFault({ fromEdition, from, toEdition, to: code, basis: 'county' });
      if (fault !== undefined) throw new Problem('call.invalid', { field: '现村', reason: fault.replace(/。$/, '') });
    }
    const decision = { fromEdition, from, toEdition, to: [...new Set(to)], reason, by: actor.accountId, at: now };
    await enterMergeRows(db, actor.countyCode, decision);
    const [only, second] = decision.to;
    const decides = only !== undefined && second === undefined && toEdition === editionOf(services.county);
    const settled = decides
      ? await settleWaiting(context, await waitingOf(db, actor.countyCode, from, mostAtOnce), only, reason)
      : [];
    context.note({ reason, details: { from, to: decision.to.join(' '), settled: settled.length } });
    return { settled: settled.length, left: (await waitingByOldVillage(db, actor.countyCode)).get(from) ?? 0 };
  },
});
