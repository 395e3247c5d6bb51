import { timers } from '../../../../cloudfunctions/jobs/timers';
import { startingMergeTable, villages } from '../../../../src/domain/divisions';
import * as operations from '../../../../src/domain/operations/people/register-import';
import { rowReasons } from '../../../../src/domain/register/outcomes';
import { expectCountersToHold } from '../../../support/counters';
import { elsewhere, home, idNumberOf, openCounty } from '../../../support/county';
import { type FileRow, numberOf, oldForm, registerCsv, wrongForm } from '../../../support/register-file';
import { countOf, importFile, peopleNamed, personNamed } from '../../../support/register-import';

const place = { 镇街: '中和镇', 村居: '中海村', 组: '三组' };
let turn = 0;
/** A head of his own household, so that nothing but what the test is about is odd. */
const row = (name: string, more: Partial<FileRow> = {}): FileRow => {
  turn += 1;
  const born = `19${String(50 + (turn % 45))}-0${1 + (turn % 9)}-1${turn % 10}`;
  return {
    姓名: name,
    公民身份号码: numberOf(born, '1', turn % 5),
    户号: `5227320${10_000 + turn}`,
    与户主关系: '户主',
    ...place,
    ...more,
  };
};

const doubtsOf = async (rows: FileRow[]) => {
  const county = await openCounty();
  const result = await importFile(county, registerCsv(rows));
  const { runId } = result;
  const listed = await county.as('countyOfficer').call(operations.importRows, { runId });
  const { added, updated, unchanged, doubtful, refused } = result.counts;
  expect(added + updated + unchanged + doubtful + refused).toBe(result.read);
  expect(result.read).toBe(rows.length);
  expect(result.reasons.reduce((sum, { rows: counted }) => sum + counted, 0)).toBe(doubtful + refused);
  await expectCountersToHold(county);
  return { county, result, listed: listed.items.map(({ line, reason }) => [line, reason]), items: listed.items };
};

test.each<[string, FileRow[], [number, string][]]>([
  ['no number at all', [row('韦无号', { 公民身份号码: '', 出生日期: '2017-05-01', 性别: '男' })], [[2, 'noId']]],
  ['neither number nor birth date', [row('韦无号', { 公民身份号码: '无' })], [[2, 'birthMissing']]],
  [
    'a number with a wrong digit',
    [row('韦错号', { 公民身份号码: wrongForm(numberOf('1977-07-07')) })],
    [[2, 'wrongId']],
  ],
  [
    'an old number of fifteen digits',
    [row('韦老号', { 公民身份号码: oldForm(numberOf('1966-06-06')) })],
    [[2, 'oldId']],
  ],
  [
    'a number that a spreadsheet rounded',
    [row('韦一'), row('韦二'), row('韦三'), row('韦四'), row('韦五'), row('韦科学', { 公民身份号码: '5.22732E+17' })],
    [[7, 'idRounded']],
  ],
  [
    'the same row twice',
    [row('韦两回', { 公民身份号码: numberOf('1988-08-08') }), row('韦两回', { 公民身份号码: numberOf('1988-08-08') })],
    [[3, 'twiceInFile']],
  ],
  [
    'one number for two people',
    [row('韦甲', { 公民身份号码: numberOf('1988-08-08') }), row('潘乙丙', { 公民身份号码: numberOf('1988-08-08') })],
    [[3, 'numberTwice']],
  ],
  [
    'a name misspelt by one character',
    [row('韦小兰', { 公民身份号码: numberOf('1988-08-08') }), row('韦晓兰', { 公民身份号码: numberOf('1988-08-08') })],
    [[3, 'nameDiffers']],
  ],
  [
    'a number that is somebody else’s in the register',
    [row('完全另一人', { 公民身份号码: idNumberOf('shiLao') })],
    [[2, 'numberTwice']],
  ],
  ['a sex that the number contradicts', [row('韦女', { 性别: '女' })], [[2, 'idAgainstSex']]],
  ['a birth date that the number contradicts', [row('韦生', { 出生日期: '2001-01-01' })], [[2, 'idAgainstBirth']]],
  ['a household without a head', [row('韦子', { 与户主关系: '子' })], [[2, 'headMissing']]],
  [
    'a household with two heads',
    [row('韦主一', { 户号: '522732009999' }), row('韦主二', { 户号: '522732009999' })],
    [[3, 'headTwice']],
  ],
  [
    'a head whose own number is not the head’s',
    [row('韦主', { 户主身份证号: numberOf('1940-04-04') })],
    [[2, 'headOtherNumber']],
  ],
  ['a village nobody knows', [row('韦何处', { 村居: '没有的村' })], [[2, 'unplaced']]],
  ['a village name of two towns without the town', [row('韦同名', { 镇街: '', 村居: '小河' })], [[2, 'unplaced']]],
  ['a character nobody could type', [row('韦?明')], [[2, 'nameUnreadable']]],
  ['no name', [row('')], [[2, 'noName']]],
  ['a formula for a name', [row("=cmd|' /C calc'!A0")], [[2, 'badName']]],
  ['a sum at the end', [row('韦一'), { 姓名: '合计', 公民身份号码: '1' }], [[3, 'notAPerson']]],
  ['the header once more', [row('韦一'), { 姓名: '姓名', 公民身份号码: '公民身份号码' }], [[3, 'notAPerson']]],
  ['a dead person nobody here knew', [row('韦已故', { 户籍变动: '死亡注销' })], [[2, 'alreadyGone']]],
])('%s is told and lost by nobody', async (_, rows, expected) => {
  const { listed, items } = await doubtsOf(rows);
  expect(listed).toEqual(expected);
  for (const item of items) expect(item.sentence).toBe(rowReasons[item.reason].sentence);
});

test('a row pushed aside by a comma too many is refused', async () => {
  const county = await openCounty();
  const csv = `姓名,公民身份号码,村居\n韦一,${numberOf('1980-01-01')},中和镇,中海村\n`;
  const result = await importFile(county, csv);
  expect(result.reasons).toMatchObject([{ reason: 'columnShift', rows: 1 }]);
});

test('kept rows are in the register under a temporary identity, the others changed nothing', async () => {
  const { county } = await doubtsOf([
    row('韦无号', { 公民身份号码: '', 出生日期: '2017-05-01', 性别: '男' }),
    row('韦甲', { 公民身份号码: numberOf('1988-08-08') }),
    row('潘乙丙', { 公民身份号码: numberOf('1988-08-08') }),
  ]);
  expect(await personNamed(county, '韦无号')).toMatchObject({ id_type: '2', id_masked: '', village_code: home });
  expect(await personNamed(county, '潘乙丙')).toMatchObject({ id_type: '2', id_masked: '' });
  expect(await countOf(county, 'duplicate_case')).toBe(1);
});

test('every doubtful file, imported again, adds nobody', async () => {
  const county = await openCounty();
  const rows = [
    row('韦无号', { 公民身份号码: '', 出生日期: '2017-05-01', 性别: '男' }),
    row('韦无生', { 公民身份号码: '' }),
    row('韦错号', { 公民身份号码: wrongForm(numberOf('1977-07-07')) }),
    row('韦老号', { 公民身份号码: oldForm(numberOf('1966-06-06')) }),
    row('韦甲', { 公民身份号码: numberOf('1988-08-08') }),
    row('潘乙丙', { 公民身份号码: numberOf('1988-08-08') }),
    row('韦子', { 与户主关系: '子' }),
    row('韦何处', { 村居: '没有的村' }),
  ];
  await importFile(county, registerCsv(rows));
  const people = () => county.store.read((db) => db.query('SELECT * FROM person ORDER BY person_id'));
  const [before, cases] = [await people(), await countOf(county, 'placement_case')];
  const again = await importFile(county, registerCsv(rows));
  expect(again.counts).toEqual({ added: 0, updated: 0, unchanged: 8, doubtful: 0, refused: 0 });
  expect(await people()).toEqual(before);
  expect(await countOf(county, 'placement_case')).toBe(cases);
});

test('names with dots and rare characters come in whole', async () => {
  const long = `${'阿依古丽'.repeat(6)}·买买提`;
  const { county, result } = await doubtsOf([row('杨•阿 花'), row('𫍯小𠮷'), row(long)]);
  expect(result.counts.added).toBe(3);
  expect(await peopleNamed(county, '𫍯小𠮷')).toHaveLength(1);
  expect(await peopleNamed(county, '杨·阿花')).toHaveLength(2);
  expect(await peopleNamed(county, long)).toHaveLength(1);
});

test('a village is found by code, older edition, name in its town, address, head of household', async () => {
  const { county } = await doubtsOf([
    row('按代码', { 村居代码: home, 镇街: '', 村居: '' }),
    row('按名称', {}),
    row('按地址', { 镇街: '', 村居: '', 组: '', 户籍地址: '贵州省三都水族自治县中和镇中海村三组12号' }),
    row('按户主', { 户号: '522732007777', 村居代码: elsewhere, 镇街: '', 村居: '' }),
    row('户里人', { 户号: '522732007777', 与户主关系: '妻', 村居代码: '', 镇街: '', 村居: '', 组: '' }),
  ]);
  const placed = async (name: string) => {
    const { village_code, placed_by } = await personNamed(county, name);
    return [village_code, placed_by];
  };
  expect(await placed('按代码')).toEqual([home, 'code']);
  expect(await placed('按名称')).toEqual([home, 'name']);
  expect(await placed('按地址')).toEqual([home, 'address']);
  expect(await placed('户里人')).toEqual([elsewhere, 'head']);
});

test('someone without a number who comes with one in the next register is the same person', async () => {
  const county = await openCounty();
  const child = row('韦小囡', { 公民身份号码: '', 出生日期: '2017-05-01', 性别: '女' });
  await importFile(county, registerCsv([child]));
  const before = await personNamed(county, '韦小囡');
  const numbered = { ...child, 公民身份号码: numberOf('2017-05-01', '2') };
  const result = await importFile(county, registerCsv([numbered]));
  expect(result.counts).toMatchObject({ added: 0, updated: 1 });
  expect(await personNamed(county, '韦小囡')).toMatchObject({ person_id: before.person_id, id_type: '1' });
});

test('doubtful rows are handed back as they were, and no spreadsheet runs them', async () => {
  const { county, result } = await doubtsOf([row("=cmd|' /C calc'!A0"), row('韦无号', { 公民身份号码: '' })]);
  const officer = county.as('countyOfficer');
  const { runId } = result;
  const download = await officer.call(operations.importRowsDownload, { runId, reason: '退回派出所核对' });
  expect(download.rows).toBe(2);
  const file =
    [...county.world.files].find(([fileId]) => fileId === download.url.replace('/file/', ''))?.[1].toString() ?? '';
  expect(file.startsWith('\ufeff行号,结果说明,姓名')).toBe(true);
  expect(file).toContain("'=cmd|");
  expect(file).not.toMatch(/(^|,)=cmd/m);
  expect(file).toContain('韦无号');
  county.clock.forward(24 * 3_600_000);
  await timers.closeDay?.(county.services);
  expect([...county.world.files.keys()].filter((fileId) => download.url.endsWith(fileId))).toEqual([]);
});

test('a village of before the merger is found by its old code, and the old village is kept for sharing out work', async () => {
  const renamed = startingMergeTable().find(
    ({ fromEdition, toEdition, from, to }) => fromEdition === '2017-10-31' && toEdition === '2018-10-31' && from !== to
  );
  const followed = new Set(startingMergeTable().map(({ from }) => from));
  const unsaid = villages('2017-10-31', home.slice(0, 9)).find(({ code }) => !followed.has(code));
  if (renamed === undefined || unsaid === undefined) throw new Error('the editions have changed');
  const { county, listed } = await doubtsOf([
    row('旧码可定', { 村居代码: renamed.from, 镇街: '', 村居: '' }),
    row('旧码未定', { 村居代码: unsaid.code, 镇街: '', 村居: '' }),
  ]);
  expect(await personNamed(county, '旧码可定')).toMatchObject({
    village_code: renamed.to,
    placed_by: 'edition',
    old_village_code: renamed.from,
  });
  expect(await personNamed(county, '旧码未定')).toMatchObject({ village_code: null, old_village_code: unsaid.code });
  expect(listed).toEqual([[3, 'unplaced']]);
});
