import { placementOf as operation } from '@/domain/operations/people/placement';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../people/scope';
import { villageOf } from '../people/villages';
import { handle } from '../runtime/handle';
import { detailOf } from '../store/queries/people/person-detail';

/** Which village a person belongs to and why, or why none yet. */
export const placementOf = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId }, { actor, db, services }) {
    const detail = await detailOf(db, actor.countyCode, personId);
    if (detail === undefined) throw new Problem('found.nothing', { what: '这个人' });
    return {
      village: villageOf(services.county, detail.village_code),
      why: detail.waiting_why ?? (detail.placed_reason || '县户籍名册上的户籍在这里。'),
      confidence: detail.placed_confidence,
      edition: detail.village_edition,
      waiting: detail.waiting,
    };
  },
});
