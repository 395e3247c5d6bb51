import { type Actor, own } from '@/domain/access';
import { placements as operation } from '@/domain/operations/people/placement';
import { villageOf } from '../people/villages';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitMoment } from '../runtime/page';
import type { CountySettings } from '../runtime/services';
import { openPlacements, type QueueRow } from '../store/queries/cases';

/** People waiting for a village, as far as this post can know them. */
export const placements = handle(operation, {
  concerns: () => own,
  async act({ cursor, limit }, { actor, db, services }) {
    const rows = await openPlacements(db, actor.countyCode, townsOf(actor), splitMoment(cursor), limit + 1);
    const { items, next } = pageFrom(rows, limit, (row) => joinKey(row.created_at, row.case_id));
    return { items: items.map((row) => describe(row, services.county)), next };
  },
});

/** Null for a post of the whole county. */
export function townsOf({ scopes }: Actor): string[] | null {
  if (scopes.some(({ code }) => code.length < 9)) return null;
  return [...new Set(scopes.map(({ code }) => code.slice(0, 9)))];
}

const describe = (row: QueueRow, county: CountySettings) => ({
  caseId: row.case_id,
  personId: row.person_id,
  name: row.name,
  idMasked: row.id_masked,
  sex: row.sex,
  birthDate: row.birth_date,
  why: row.why,
  candidates: row.candidates.flatMap(({ code, why }) => {
    const village = villageOf(county, code);
    return village === null ? [] : [{ ...village, why: why ?? '' }];
  }),
  townCode: row.town_code,
  origin: row.origin,
  createdAt: row.created_at,
});
