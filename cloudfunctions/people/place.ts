import { type Placement, type PlacementFacts, placeInVillage } from '@/domain/campaign/placement';
import { editionOf } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import type { Db } from '../store/port';
import type { Candidate } from '../store/queries/cases';
import { readMergeTable } from '../store/queries/merge-table';

/** A placement as it stands in a person's row and, where it is open, in the queue. */
export interface PlacedPerson {
  village_code: string | null;
  village_edition: string;
  old_village_code: string;
  group_name: string;
  placed_by: string;
  placed_reason: string;
  placed_confidence: string;
  queue: { townCode: string; candidates: Candidate[]; why: string } | null;
}

/** Decides a person's village by the one rule of the domain, with the county's own table of merged villages. */
export async function placePerson(db: Db, county: CountySettings, facts: PlacementFacts): Promise<PlacedPerson> {
  const edition = editionOf(county);
  const table = await readMergeTable(db, county.countyCode);
  return asRow(placeInVillage(facts, { table, edition }), edition);
}

function asRow(placement: Placement, edition: string): PlacedPerson {
  const common = {
    village_edition: edition,
    old_village_code: placement.oldVillage ?? '',
    group_name: placement.group ?? '',
  };
  if (placement.state === 'placed') {
    return {
      ...common,
      village_code: placement.village.code,
      placed_by: placement.by,
      placed_reason: placement.reason,
      placed_confidence: String(placement.confidence),
      queue: null,
    };
  }
  return {
    ...common,
    village_code: null,
    placed_by: '',
    placed_reason: placement.why,
    placed_confidence: '',
    queue: {
      townCode: placement.town ?? '',
      candidates: placement.candidates.slice(0, 60).map(({ village, why }) => ({
        code: village.code,
        name: village.name,
        why,
      })),
      why: placement.why,
    },
  };
}
