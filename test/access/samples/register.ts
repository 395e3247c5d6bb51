import { sampleIdNumber } from '@/domain/identity';
import { type County, edition, home, householdIdOf, personIdOf } from '../../support/county';
import { onPerson, onPlace, own, type Samples } from '../sample';

/** Somebody of the home town waits for a village. */
export async function waiting({ store, clock }: County): Promise<string> {
  await store.read((db) =>
    db.run(
      `INSERT INTO person (county_code, person_id, name, name_key, village_edition, origin, created_at, updated_at)
       VALUES ('522732', 'p_waiting', '吴新', '吴新', $1, 'declared', $2, $2) ON CONFLICT DO NOTHING`,
      [edition, clock.now()]
    )
  );
  await store.read((db) =>
    db.run(
      `INSERT INTO placement_case (county_code, case_id, person_id, town_code, why, created_at)
       VALUES ('522732', 'pc_waiting', 'p_waiting', $1, '没有户籍村。', $2) ON CONFLICT DO NOTHING`,
      [home.slice(0, 9), clock.now()]
    )
  );
  return 'pc_waiting';
}

export const register: Samples = {
  'register.villages': own(),
  'register.villagePeople': onPlace({ villageCode: home }),
  'register.villageBundle': onPlace({ villageCode: home }),
  'register.household': onPlace({ householdId: householdIdOf('one') }),
  'register.person': onPerson({ personId: personIdOf('weiXiaoming') }),
  'register.addPerson': onPlace(() => ({
    villageCode: home,
    relation: '0',
    name: '蒙大勇',
    idNumber: sampleIdNumber('522732', '1986-10-10', '1', 2),
  })),
  'register.search': own({ text: '韦小明' }),
  'register.placements': own(),
  'register.claimPlacement': onPlace(async (county: County) => ({ caseId: await waiting(county), villageCode: home })),
  'register.mergeTable': onPlace({ divisionCode: home }),
  'register.setMergeRow': onPlace({ from: '522732114251', to: [home], reason: '县政府合并文件' }),
  'register.placementOf': onPerson({ personId: personIdOf('weiXiaoming') }),
};
