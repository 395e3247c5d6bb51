import * as operations from '../../../../src/domain/operations/people/register-import';
import { expectProblem, home, idNumberOf, nextDoor, openCounty } from '../../../support/county';
import { type FileRow, numberOf, registerCsv } from '../../../support/register-file';
import { countOf, importFile, personNamed, startImport, workOn } from '../../../support/register-import';

const village = { 镇街: '中和镇', 村居: '中海村', 组: '三组' };
const family: FileRow[] = [
  {
    姓名: '潘国强',
    公民身份号码: numberOf('1970-01-02'),
    户号: '522732000123',
    与户主关系: '户主',
    性别: '男',
    民族: '水族',
    ...village,
  },
  {
    姓名: '韦秀英',
    公民身份号码: numberOf('1972-03-04', '2'),
    户号: '522732000123',
    与户主关系: '妻',
    性别: '女',
    民族: '布依族',
    ...village,
  },
  {
    姓名: '潘小龙',
    公民身份号码: numberOf('1998-05-06'),
    户号: '522732000123',
    与户主关系: '长子',
    性别: '男',
    民族: '水族',
    ...village,
  },
];

test('a family comes in with its household, head, village and sealed numbers', async () => {
  const county = await openCounty();
  const before = await countOf(county, 'person');
  const result = await importFile(county, registerCsv(family));
  expect(result).toMatchObject({
    state: 'done',
    read: 3,
    counts: { added: 3, updated: 0, unchanged: 0, doubtful: 0, refused: 0 },
  });
  expect(result.households).toEqual({ added: 1, withoutHead: 0 });
  expect(await countOf(county, 'person')).toBe(before + 3);
  const son = await personNamed(county, '潘小龙');
  expect(son).toMatchObject({
    relation: '2',
    sex: '1',
    birth_date: '1998-05-06',
    village_code: home,
    group_name: '三组',
    placed_by: 'name',
  });
  const head = await personNamed(county, '潘国强');
  const household = await county.store.read((db) =>
    db.one('SELECT head_person_id, village_code FROM household WHERE household_id = $1', [son.household_id])
  );
  expect(household).toEqual({ head_person_id: head.person_id, village_code: home });
  const stored = JSON.stringify(await county.store.read((db) => db.query('SELECT * FROM person')));
  expect(stored).not.toContain(family[0]?.公民身份号码);
});

test('the same file a second time changes nothing', async () => {
  const county = await openCounty();
  await importFile(county, registerCsv(family));
  const snapshot = () => county.store.read((db) => db.query('SELECT * FROM person ORDER BY person_id'));
  const before = await snapshot();
  const again = await importFile(county, registerCsv(family), { kind: 'edition', covers: nextDoor });
  expect(again).toMatchObject({
    state: 'done',
    counts: { added: 0, updated: 0, unchanged: 3, doubtful: 0, refused: 0 },
  });
  expect(await snapshot()).toEqual(before);
});

test('the counters equal a recount after an import, an update and a leaving', async () => {
  const county = await openCounty();
  await importFile(county, registerCsv(family));
  await importFile(county, registerCsv([...family.slice(0, 1), { ...family[1], 村居: '大坝村' } as FileRow]), {
    kind: 'edition',
    covers: home,
  });
  await expectCountersToHold(county);
});

test('a second edition shows who came, left, moved and may have died; leaving deletes nobody', async () => {
  const county = await openCounty();
  const old: FileRow = {
    ...family[0],
    姓名: '潘老太',
    公民身份号码: numberOf('1930-01-02', '2'),
    与户主关系: '母亲',
  } as FileRow;
  await importFile(county, registerCsv([...family, old]));
  const newcomer: FileRow = {
    ...family[2],
    姓名: '潘小凤',
    公民身份号码: numberOf('2018-01-03', '2'),
    与户主关系: '女',
  } as FileRow;
  const moved: FileRow = { ...family[1], 镇街: '普安镇', 村居: '重阳村' } as FileRow;
  const edition = registerCsv([family[0] as FileRow, moved, newcomer]);
  const result = await importFile(county, edition, { kind: 'edition', covers: '522732' });
  // the small county of the tests is not in the file: so many missing people are asked about first
  expect(result.state).toBe('asking');
  const { runId, leaving } = result;
  const officer = county.as('countyOfficer');
  expect(leaving).toBe(2 + 9);
  await officer.call(operations.importSettleLeaving, { runId, apply: true, reason: '已与派出所核对' });
  await workOn(county);
  const settled = await officer.call(operations.importResult, { runId });
  expect(settled).toMatchObject({ state: 'done', changes: { came: 1, moved: 1, died: 1, left: 10 } });
  const died = await officer.call(operations.importChanges, { runId, change: 'died' });
  expect(died.items.map(({ name }) => name)).toEqual(['潘老太']);
  const left = await personNamed(county, '潘小龙');
  expect(left).toMatchObject({ in_register: false, village_code: home });
  const movedTo = await officer.call(operations.importChanges, { runId, change: 'moved' });
  expect(movedTo.items[0]).toMatchObject({ name: '韦秀英', fromVillage: '中和镇中海村' });
  await expectCountersToHold(county);
});

test('an officer may say that nobody has left after all', async () => {
  const county = await openCounty();
  await importFile(county, registerCsv(family));
  const { state, runId } = await importFile(county, registerCsv(family.slice(0, 1)), { kind: 'edition' });
  expect(state).toBe('asking');
  const officer = county.as('countyOfficer');
  await officer.call(operations.importSettleLeaving, { runId, apply: false, reason: '文件只有一个组' });
  await workOn(county);
  expect(await officer.call(operations.importProgress, { runId })).toMatchObject({ state: 'done' });
  expect((await personNamed(county, '潘小龙')).in_register).toBe(true);
});

test('somebody who declared himself before is the same person when the register names him', async () => {
  const county = await openCounty();
  const before = await countOf(county, 'person');
  const households = await countOf(county, 'household');
  const row: FileRow = {
    姓名: '韦小明',
    公民身份号码: idNumberOf('weiXiaoming'),
    户号: '522732000777',
    与户主关系: '户主',
    ...village,
    村居: '中海村',
  };
  const result = await importFile(county, registerCsv([row]));
  expect(result.counts).toMatchObject({ added: 0, updated: 1 });
  expect(await countOf(county, 'person')).toBe(before);
  expect(await countOf(county, 'household')).toBe(households);
});

test('two officers importing at once: the second is told who is at it', async () => {
  const county = await openCounty();
  await startImport(county, registerCsv(family));
  const problem = await expectProblem(
    county.as('countyOfficer').refused(operations.importStart, {
      fileId: 'file_1_register.csv',
      fileName: '另一份.csv',
      mapping: { name: 0, idNumber: 1, village: 2 },
      editionDate: '2018-01-31',
      kind: 'first',
      covers: '522732',
    }),
    'import.busy'
  );
  expect(problem.message).toContain('名册.csv');
  expect(problem.message).toContain('县经办');
});

test('a stopped import keeps what is in, and the same file takes up the rest', async () => {
  const county = await openCounty();
  const runId = await startImport(county, registerCsv(family));
  const officer = county.as('countyOfficer');
  await officer.call(operations.importCancel, { runId });
  await workOn(county);
  expect(await officer.call(operations.importProgress, { runId })).toMatchObject({ state: 'cancelled' });
  expect(await importFile(county, registerCsv(family))).toMatchObject({ state: 'done', counts: { added: 3 } });
});

test('a file that is broken at its end leaves nothing behind', async () => {
  const county = await openCounty();
  const before = await countOf(county, 'person');
  const broken = Buffer.concat([Buffer.from(registerCsv(family)), Buffer.from('d0d5c3fb0a', 'hex')]);
  const fileId = await county.services.edges.files.put('broken.csv', broken);
  const officer = county.as('countyOfficer');
  const { runId } = await officer.call(operations.importStart, {
    fileId,
    fileName: '名册.csv',
    mapping: { name: 0, idNumber: 1, householdNo: 2, town: 6, village: 7 },
    editionDate: '2018-01-31',
    kind: 'first',
    covers: '522732',
  });
  await workOn(county);
  const result = await officer.call(operations.importResult, { runId });
  expect(result).toMatchObject({ state: 'failed', read: 0 });
  expect(result.problem).toMatch(/第 5 行的文字编码/);
  expect(await countOf(county, 'person')).toBe(before);
});

test('columns in another order are remembered with their headers', async () => {
  const county = await openCounty();
  const odd = '甲,乙,丙\n潘国强,522732,中和镇中海村\n';
  const fileId = await county.services.edges.files.put(
    'a.csv',
    Buffer.from(`姓名,证件,户籍所在村\n潘国强,${numberOf('1970-01-02')},中和镇中海村\n`)
  );
  const officer = county.as('countyOfficer');
  await officer.call(operations.importStart, {
    fileId,
    fileName: '名册.csv',
    mapping: { name: 0, idNumber: 1, village: 2 },
    editionDate: '2018-01-31',
    kind: 'first',
    covers: '522732',
  });
  await workOn(county);
  const turned = await county.services.edges.files.put(
    'b.csv',
    Buffer.from(`户籍所在村,姓名,证件\n中和镇中海村,潘国强,${numberOf('1970-01-02')}\n`)
  );
  const inspected = await officer.call(operations.importInspect, { fileId: turned, fileName: '名册.csv' });
  expect(inspected).toMatchObject({ mappingFrom: 'remembered', mapping: { name: 1, idNumber: 2, village: 0 } });
  const unknown = await county.services.edges.files.put('c.csv', Buffer.from(odd));
  await expectProblem(
    officer.refused(operations.importInspect, { fileId: unknown, fileName: '名册.csv' }),
    'import.file'
  );
});

test('samples on the mapping page name nobody', async () => {
  const county = await openCounty();
  const fileId = await county.services.edges.files.put('a.csv', Buffer.from(registerCsv(family)));
  const inspected = await county.as('countyOfficer').call(operations.importInspect, { fileId, fileName: '名册.csv' });
  const shown = JSON.stringify(inspected.columns);
  expect(shown).not.toContain('潘国强');
  expect(shown).not.toMatch(/\d{6}/);
  expect(shown).toContain('中海村');
});

async function expectCountersToHold(county: Awaited<ReturnType<typeof openCounty>>): Promise<void> {
  const counted = await county.store.read((db) =>
    db.query<{ village: string; people: number }>(
      `SELECT COALESCE(village_code, county_code) AS village, count(*)::integer AS people FROM person
       WHERE in_register AND merged_into IS NULL GROUP BY 1 ORDER BY 1`
    )
  );
  const kept = await county.store.read((db) =>
    db.query<{ village: string; people: number }>(
      `SELECT village_code AS village, value::integer AS people FROM village_counter
       WHERE measure = 'people' AND value <> 0 ORDER BY 1`
    )
  );
  expect(kept).toEqual(counted);
}
