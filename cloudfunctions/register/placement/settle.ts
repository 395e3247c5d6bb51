import { places } from '@/domain/access';
import { settlePlacements as operation } from '@/domain/operations/people/register-placement';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { knownPlace } from '../../runtime/places';
import { casesToSettle } from '../../store/queries/register/placement-queue';
import { townsOf } from '../placements';
import { settleWaiting } from './settle-waiting';

/** Clears the queue in bulk. What somebody else settled meanwhile stays as he settled it, and is counted. */
export const settlePlacements = handle(operation, {
  concerns: ({ villageCode }, { services }) => {
    if (knownPlace(services.county, villageCode).level !== 'village')
      throw new Problem('division.unknown', { code: villageCode });
    return places(villageCode);
  },
  async act({ caseIds, villageCode, withHousehold, reason }, context) {
    const { db, actor } = context;
    const { countyCode } = actor;
    const found = await casesToSettle(db, countyCode, caseIds, withHousehold);
    const towns = townsOf(actor);
    const visible = found.filter(({ town_code }) => town_code === '' || towns === null || towns.includes(town_code));
    const named = visible.filter(({ case_id }) => caseIds.includes(case_id));
    if (named.length !== new Set(caseIds).size) throw new Problem('found.nothing', { what: '这些待归属的人' });
    const settled = await settleWaiting(context, visible, villageCode, reason);
    context.note({ reason, details: { settled: settled.length, cases: caseIds.length } });
    return { settled: settled.length, already: named.filter(({ state }) => state !== 'open').length };
  },
});
