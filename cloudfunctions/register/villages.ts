import { own } from '@/domain/access';
import { findDivision } from '@/domain/divisions';
import { villages as operation } from '@/domain/operations/people/register';
import { partsOf } from '../people/scope';
import { villageOf } from '../people/villages';
import { handle } from '../runtime/handle';
import { editionOf, villagesUnder } from '../runtime/places';
import { countersOf } from '../store/queries/people/villages';

/** The villages under the scopes of this post, each with its counters. */
export const villages = handle(operation, {
  concerns: () => own,
  async act(_input, { actor, db, services: { county } }) {
    const edition = editionOf(county);
    const known = actor.scopes.filter(({ code }) => findDivision(code, edition) !== undefined);
    const codes = [...new Set(known.flatMap(({ code }) => villagesUnder(county, code)))].sort();
    const counted = new Map(
      (await countersOf(db, actor.countyCode, codes)).map((row) => [row.village_code, row.counters])
    );
    return {
      edition,
      villages: codes.flatMap((code) => {
        const village = villageOf(county, code);
        if (village === null) return [];
        const kind = findDivision(code, edition)?.kind ?? 'village';
        return [{ ...village, kind, parts: partsOf(actor, code) ?? [], counters: counted.get(code) ?? {} }];
      }),
    };
  },
});
