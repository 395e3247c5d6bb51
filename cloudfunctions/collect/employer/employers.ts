import { places } from '@/domain/access';
import { employers as operation } from '@/domain/operations/collecting/employer';
import { handle } from '../../runtime/handle';
import { joinKey, pageFrom, splitKey } from '../../runtime/page';
import { knownPlace } from '../../runtime/places';
import { employersOf } from '../../store/queries/records/employers';

/** The employers of a village. What a company publishes itself is not secret. */
export const employers = handle(operation, {
  concerns: ({ villageCode }, { services }) => {
    knownPlace(services.county, villageCode);
    return places(villageCode);
  },
  async act({ villageCode, cursor, limit }, { actor, db }) {
    const [after = ''] = splitKey(cursor, 1) ?? [];
    const rows = await employersOf(db, actor.countyCode, villageCode, after, limit + 1);
    const { items, next } = pageFrom(rows, limit, (row) => joinKey(row.employer_id));
    return {
      items: items.map((row) => ({
        employerId: row.employer_id,
        name: row.name,
        uscc: row.uscc ?? '',
        staffTotal: row.staff_total,
        version: row.version,
        updatedAt: row.updated_at,
      })),
      next,
    };
  },
});
