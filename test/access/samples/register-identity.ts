import { type County, home, householdIdOf, nextDoor, personIdOf } from '../../support/county';
import { onPerson, onPlace, own, type Samples } from '../sample';

const [one, other] = [personIdOf('shiYun'), personIdOf('weiXiaoming')];
const at = (personId: string) => ({ personId, version: 1 });
const household = { householdId: householdIdOf('one'), version: 1 };

/** Two people of the home village are thought to be one. */
async function likely({ store, clock }: County): Promise<{ caseId: string; reason: string }> {
  await store.read((db) =>
    db.run(
      `INSERT INTO duplicate_case (county_code, case_id, kind, person_a, person_b, place, created_at)
       VALUES ('522732', 'dc_sample', 'nearNameBirth', $1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [one, other, home, clock.now()]
    )
  );
  return { caseId: 'dc_sample', reason: '不是同一人' };
}

/** They were merged. */
async function merged({ store, clock }: County): Promise<{ mergeId: string; reason: string }> {
  await store.read(async (db) => {
    await db.run('UPDATE person SET merged_into = $1 WHERE person_id = $2', [one, other]);
    await db.run(
      `INSERT INTO person_merge (county_code, merge_id, kept_id, dropped_id, kept_before, dropped_before, taken, place, reason,
         merged_by, merged_name, at)
       VALUES ('522732', 'mg_sample', $1, $2, '{}', '{}',
         '{"number":false,"phone":false,"columns":[],"record":null,"accounts":[]}', $3, '同一人', 'a_townOfficer', '镇经办', $4)
       ON CONFLICT DO NOTHING`,
      [one, other, home, clock.now()]
    );
  });
  return { mergeId: 'mg_sample', reason: '不是同一人' };
}

/** Somebody of the home village wants to the village next door. */
async function asked(
  { store, clock }: County,
  from: string,
  to: string
): Promise<{ transferId: string; reason: string }> {
  await store.read((db) =>
    db.run(
      `INSERT INTO transfer (county_code, transfer_id, person_ids, versions, from_village, to_village, reason, asked_by,
         asked_name, asked_at)
       VALUES ('522732', 'tr_sample', ARRAY[$1], ARRAY[1], $2, $3, '投亲', 'a_otherSecretary', '外村支书', $4) ON CONFLICT DO NOTHING`,
      [one, from, to, clock.now()]
    )
  );
  return { transferId: 'tr_sample', reason: '情况属实' };
}

export const registerIdentity: Samples = {
  'register.duplicates': onPlace({ divisionCode: home }),
  'register.duplicateCounts': onPlace({ divisionCode: home }),
  'register.mergePersons': onPlace({ keep: at(one), drop: at(other), reason: '同一人' }),
  'register.keepDistinct': onPlace(likely),
  'register.unmergePersons': onPlace(merged),
  'register.merges': onPlace({ divisionCode: home }),
  'register.history': onPerson({ personId: other }),
  'register.requestTransfer': onPlace({ personIds: [one], toVillage: nextDoor, reason: '投亲' }),
  'register.transfers': own(),
  'register.decideTransfer': onPlace(async (county: County) => ({
    ...(await asked(county, home, nextDoor)),
    consent: true,
  })),
  'register.withdrawTransfer': onPlace((county: County) => asked(county, nextDoor, home)),
  'register.splitHousehold': onPlace({
    ...household,
    personIds: [other],
    headPersonId: other,
    relations: {},
    reason: '结婚分户',
  }),
  'register.joinHouseholds': onPlace({
    into: household,
    from: { householdId: householdIdOf('three'), version: 1 },
    relations: {},
    reason: '一起生活',
  }),
  'register.changeHead': onPlace({ ...household, headPersonId: other, relations: {}, reason: '户主外出' }),
  'register.withoutHead': onPlace({ divisionCode: home }),
  'register.recordBirth': onPlace({
    householdId: householdIdOf('one'),
    name: '韦小宝',
    sex: '1',
    birthDate: '2018-01-20',
    relation: '7',
    ethnic: '25',
    reason: '出生证明',
  }),
  'register.recordDeath': onPlace({ ...at(one), diedOn: '2018-01-30', witness: '村支书', reason: '死亡证明' }),
};
