import * as merging from '../../../src/domain/operations/people/merge-table';
import * as placement from '../../../src/domain/operations/people/register-placement';
import { expectCountersToHold } from '../../support/counters';
import { elsewhere, expectProblem, home, nextDoor, openCounty } from '../../support/county';
import { type FileRow, numberOf, registerCsv } from '../../support/register-file';
import { importFile, personNamed } from '../../support/register-import';

/** 拉海村 of the edition of 2017; nobody has said yet where it went. */
const lahai = '522732114251';
const town = home.slice(0, 9);

const ofLahai = (name: string, turn: number): FileRow => ({
  姓名: name,
  公民身份号码: numberOf(`197${turn}-01-02`),
  户号: `52273299000${turn}`,
  与户主关系: '户主',
  镇街: '中和镇',
  村居: '拉海村',
});

const rowOf = async (county: Awaited<ReturnType<typeof openCounty>>, who: 'townOfficer' | 'countyOfficer') =>
  (await county.as(who).call(merging.mergeTable, { divisionCode: town })).rows.find(({ from }) => from.code === lahai);

test('a town sees which old villages nobody has placed yet, with likely ones first and who waits', async () => {
  const county = await openCounty();
  await importFile(county, registerCsv([ofLahai('潘一', 1), ofLahai('潘二', 2)]));
  const reply = await county.as('townOfficer').call(merging.mergeTable, { divisionCode: town });
  expect(reply).toMatchObject({ fromEdition: '2017-10-31', toEdition: '2018-10-31' });
  expect(reply.said + reply.unsaid).toBe(45);
  const lahaiRow = await rowOf(county, 'townOfficer');
  expect(lahaiRow).toMatchObject({ from: { name: '拉海村' }, to: [], basis: null, waiting: 2 });
  expect(lahaiRow?.likely.map(({ name }) => name).slice(0, 2)).toEqual(['拉佑村', '中海村']);
  const kept = reply.rows.find(({ from }) => from.name === '中和村');
  expect(kept).toMatchObject({ basis: 'name', to: [{ name: '中和村' }], likely: [] });
  const open = await county.as('countyOfficer').call(merging.mergeTable, { divisionCode: '522732', open: true });
  expect(open.rows).toHaveLength(198);
});

test('once the town has said so, those who waited are placed, counted, and the next import places the rest', async () => {
  const county = await openCounty();
  await importFile(county, registerCsv([ofLahai('潘一', 1), ofLahai('潘二', 2)]));
  const said = await county
    .as('townOfficer')
    .call(merging.setMergeRow, { from: lahai, to: [home], reason: '县政府合并文件' });
  expect(said).toEqual({ settled: 2, left: 0 });
  expect(await personNamed(county, '潘一')).toMatchObject({ village_code: home, old_village_code: lahai });
  await expectCountersToHold(county);
  expect(await rowOf(county, 'townOfficer')).toMatchObject({ basis: 'county', to: [{ name: '中海村' }], waiting: 0 });
  expect((await county.as('townOfficer').call(placement.unplacedGroups, { divisionCode: town })).open).toBe(0);

  await importFile(county, registerCsv([ofLahai('潘三', 3)]));
  expect(await personNamed(county, '潘三')).toMatchObject({ village_code: home, old_village_code: lahai });
});

test('a village split between two leaves its people to be asked; taking the word back opens it again', async () => {
  const county = await openCounty();
  await importFile(county, registerCsv([ofLahai('潘一', 1)]));
  const officer = county.as('countyOfficer');
  const split = { from: lahai, to: [home, nextDoor], reason: '两村各半' };
  expect(await officer.call(merging.setMergeRow, split)).toEqual({ settled: 0, left: 1 });
  expect((await rowOf(county, 'countyOfficer'))?.to).toHaveLength(2);
  await officer.call(merging.setMergeRow, { from: lahai, to: [], reason: '填错了' });
  expect(await rowOf(county, 'countyOfficer')).toMatchObject({ basis: null, to: [] });
});

test('what cannot be true is refused', async () => {
  const county = await openCounty();
  const officer = county.as('countyOfficer');
  const say = (change: object) =>
    officer.refused(merging.setMergeRow, { from: lahai, to: [home], reason: '合并', ...change });
  const other = await expectProblem(say({ to: [elsewhere] }), 'call.invalid');
  expect(other.message).toContain('不在同一个镇');
  await expectProblem(say({ from: '522732114999' }), 'call.invalid');
  await expectProblem(say({ to: ['522732114999'] }), 'call.invalid');
  await expectProblem(say({ fromEdition: '2023-06-30' }), 'call.invalid');
  await expectProblem(say({ reason: '' }), 'call.invalid');
  await expectProblem(
    county.as('otherTownOfficer').refused(merging.setMergeRow, { from: lahai, to: [home], reason: '合并' }),
    'access.scope'
  );
});
