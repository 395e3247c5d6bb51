import { confirmRecords } from '../../../../src/domain/operations/office/quality';
import * as placement from '../../../../src/domain/operations/people/placement';
import { household, person, search } from '../../../../src/domain/operations/people/register';
import * as identity from '../../../../src/domain/operations/people/register-identity';
import { changeHead, requestTransfer } from '../../../../src/domain/operations/people/register-moves';
import {
  type County,
  elsewhere,
  householdIdOf,
  idNumberOf,
  openCounty,
  type PersonName,
  personIdOf,
} from '../../../support/county';
import { countersOf } from '../../../support/county/counters';
import { send } from '../../../support/county/forms';
import { registerCsv } from '../../../support/register-file';
import { importFile, personNamed } from '../../../support/register-import';

/** What happens between a merge and its taking back, and what comes of it. */

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

/** Whatever was done, the counters are what a recount gives. */
afterEach(async () => {
  const { kept, recounted } = await countersOf(county.store);
  expect(kept).toEqual(recounted);
});

const row = async (personId: string) => {
  const found = await county.store.read((db) =>
    db.one<{
      version: number;
      village_code: string | null;
      household_id: string | null;
      relation: string;
      collect_state: string;
    }>('SELECT * FROM person WHERE person_id = $1', [personId])
  );
  if (found === undefined) throw new Error(`no ${personId}`);
  return found;
};
const seen = async (personId: string) => ({ personId, version: (await row(personId)).version });
const headOf = async (which: Parameters<typeof householdIdOf>[0]) =>
  (
    await county.store.read((db) =>
      db.one<{ head: string | null }>('SELECT head_person_id AS head FROM household WHERE household_id = $1', [
        householdIdOf(which),
      ])
    )
  )?.head;

async function merge(keep: PersonName | string, drop: PersonName | string): Promise<string> {
  const id = (who: string) => (who.includes('_') ? who : personIdOf(who as PersonName));
  const pair = { keep: await seen(id(keep)), drop: await seen(id(drop)) };
  return (await county.as('countyOfficer').call(identity.mergePersons, { ...pair, reason: '同一人' })).mergeId;
}
const takeBack = (mergeId: string) =>
  county.as('countyOfficer').call(identity.unmergePersons, { mergeId, reason: '查明是两个人' });

test('a form that was reviewed meanwhile goes back with its review', async () => {
  const { recordId } = await send(county, 'resident', 'weiXiaoming');
  const mergeId = await merge('shiYun', 'weiXiaoming');
  expect((await row(personIdOf('shiYun'))).collect_state).toBe('collected');
  const records = [{ recordId, version: 1 }];
  expect(await county.as('townOfficer').call(confirmRecords, { records })).toMatchObject({ done: 1 });
  expect((await takeBack(mergeId)).told).toEqual([]);
  expect((await row(personIdOf('weiXiaoming'))).collect_state).toBe('confirmed');
  expect((await row(personIdOf('shiYun'))).collect_state).toBe('due');
  const shown = await county.as('townOfficer').call(person, { personId: personIdOf('weiXiaoming') });
  expect(shown.record).toMatchObject({ recordId, state: 'confirmed' });
});

test('a form written anew after the merge stays, and the other one is to be collected again', async () => {
  const { recordId } = await send(county, 'resident', 'weiXiaoming');
  const mergeId = await merge('shiYun', 'weiXiaoming');
  await county.store.read((db) => db.run('UPDATE record SET version = 2 WHERE record_id = $1', [recordId]));
  expect((await takeBack(mergeId)).told).toEqual([
    '填报在合并以后有了新的一版，留在保留的一方；恢复的一方要重新采集。',
  ]);
  expect((await row(personIdOf('weiXiaoming'))).collect_state).toBe('due');
  expect((await row(personIdOf('shiYun'))).collect_state).toBe('collected');
});

test('whoever is merged with the head of his household heads it, and gives it back', async () => {
  const mergeId = await merge('shiYun', 'shiLao');
  expect([await headOf('three'), (await row(personIdOf('shiYun'))).relation]).toEqual([personIdOf('shiYun'), '0']);
  await takeBack(mergeId);
  expect([await headOf('three'), (await row(personIdOf('shiYun'))).relation]).toEqual([personIdOf('shiLao'), '2']);
});

test('a household that has named another head keeps him', async () => {
  const mergeId = await merge('luYuelan', 'weiDashan');
  const { version } = await county.as('townOfficer').call(household, { householdId: householdIdOf('one') });
  await county.as('townOfficer').call(changeHead, {
    householdId: householdIdOf('one'),
    version,
    headPersonId: personIdOf('weiXiaoming'),
    relations: {},
    reason: '换户主',
  });
  const { told } = await takeBack(mergeId);
  expect(told).toContain('这一户在合并以后有了新的户主，恢复的一方不再是户主，请核对与户主关系。');
  expect([await headOf('one'), (await row(personIdOf('weiDashan'))).relation]).toEqual([
    personIdOf('weiXiaoming'),
    '9',
  ]);
});

test('a household that has moved away is not returned to', async () => {
  const mergeId = await merge('panMeihua', 'weiXue');
  const personIds = (['weiDashan', 'luYuelan', 'weiXiaoming'] as const).map(personIdOf);
  await county.as('townOfficer').call(requestTransfer, { personIds, toVillage: elsewhere, reason: '搬迁' });
  const { told } = await takeBack(mergeId);
  expect(told).toEqual(['原来的户在合并以后迁走了，请为恢复的一方重新选择户。']);
  expect(await row(personIdOf('weiXue'))).toMatchObject({ household_id: null, village_code: '522732114289' });
});

test('whoever waited for a village waits again', async () => {
  await importFile(
    county,
    registerCsv([{ 姓名: '蒙阿水', 公民身份号码: '', 性别: '男', 出生日期: '1970-01-01', 村居: '不知' }])
  );
  const waiting = await personNamed(county, '蒙阿水');
  const queue = async () =>
    (await county.as('countyOfficer').call(placement.placements, {})).items.map(({ personId }) => personId);
  expect(await queue()).toEqual([waiting.person_id]);
  const mergeId = await merge(waiting.person_id, 'shiYun');
  expect(await row(waiting.person_id)).toMatchObject({ village_code: '522732114289', relation: '2' });
  expect(await queue()).toEqual([]);
  await takeBack(mergeId);
  expect((await row(waiting.person_id)).village_code).toBeNull();
  expect(await queue()).toEqual([waiting.person_id]);
});

test('the number of the one merged away still finds the person he became', async () => {
  await merge('shiYun', 'weiXiaoming');
  const found = await county.as('townOfficer').call(search, { text: idNumberOf('weiXiaoming'), reason: '核对身份证' });
  expect(found.items.map(({ personId }) => personId)).toEqual([personIdOf('shiYun')]);
});
