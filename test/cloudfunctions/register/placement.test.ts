import * as placement from '../../../src/domain/operations/people/register-placement';
import { expectCountersToHold } from '../../support/counters';
import { elsewhere, expectProblem, home, nextDoor, openCounty } from '../../support/county';
import { type FileRow, numberOf, registerCsv } from '../../support/register-file';
import { importFile, personNamed } from '../../support/register-import';

const lost = (name: string, turn: number, more: Partial<FileRow>): FileRow => ({
  姓名: name,
  公民身份号码: numberOf(`197${turn}-01-02`),
  户号: `52273299000${turn}`,
  与户主关系: '户主',
  ...more,
});

const rows: FileRow[] = [
  lost('潘一', 1, { 镇街: '中和镇', 村居: '没有的村' }),
  lost('潘二', 2, { 镇街: '中和镇', 村居: '没有的村' }),
  lost('潘三', 3, { 镇街: '中和镇', 村居: '没有的村' }),
  lost('潘四', 4, { 村居: '' }),
  { ...lost('潘四妻', 5, {}), 户号: '522732990003', 与户主关系: '妻' },
];

test('a town sees its own unplaced people in groups and settles a group at a stroke', async () => {
  const county = await openCounty();
  const result = await importFile(county, registerCsv(rows));
  expect(result.unplaced).toBe(5);
  const officer = county.as('townOfficer');
  const town = home.slice(0, 9);
  const { open, groups } = await officer.call(placement.unplacedGroups, { divisionCode: town });
  expect(open).toBe(3);
  expect(groups).toMatchObject([{ townCode: town, people: 3 }]);
  const group = groups[0]?.group ?? '';
  const { items } = await officer.call(placement.unplaced, { divisionCode: town, group });
  expect(items.map(({ name }) => name).sort()).toEqual(['潘一', '潘三', '潘二'].sort());
  const settled = await officer.call(placement.settlePlacements, {
    caseIds: items.map(({ caseId }) => caseId),
    villageCode: home,
    reason: '村委会来函确认',
  });
  // the wife, who named no village at all, waits in the same household and goes along
  expect(settled).toEqual({ settled: 4, already: 0 });
  expect(await personNamed(county, '潘四妻')).toMatchObject({ village_code: home, placed_by: 'claimed' });
  await expectCountersToHold(county);
  const again = await officer.call(placement.settlePlacements, {
    caseIds: items.map(({ caseId }) => caseId),
    villageCode: nextDoor,
    reason: '再办一次',
  });
  expect(again).toEqual({ settled: 0, already: 3 });
  expect((await personNamed(county, '潘一')).village_code).toBe(home);
});

test('nobody settles people of another town, or into a village he does not answer for', async () => {
  const county = await openCounty();
  await importFile(county, registerCsv(rows));
  const { items } = await county.as('countyOfficer').call(placement.unplaced, { divisionCode: home.slice(0, 9) });
  const caseIds = items.map(({ caseId }) => caseId);
  const other = county.as('otherTownOfficer');
  await expectProblem(other.refused(placement.unplaced, { divisionCode: home.slice(0, 9) }), 'access.scope');
  await expectProblem(
    other.refused(placement.settlePlacements, { caseIds, villageCode: elsewhere, reason: '是我们的人' }),
    'found.nothing'
  );
  await expectProblem(
    county
      .as('townOfficer')
      .refused(placement.settlePlacements, { caseIds, villageCode: elsewhere, reason: '送给外镇' }),
    'access.scope'
  );
});

test('a migrant belongs to his village; where he lives is only noted', async () => {
  const county = await openCounty();
  const row = lost('潘出门', 6, { 镇街: '中和镇', 村居: '中海村', 现居住地: '广东省东莞市长安镇' });
  await importFile(county, registerCsv([row]));
  expect(await personNamed(county, '潘出门')).toMatchObject({ village_code: home, residence_code: '441900' });
});
