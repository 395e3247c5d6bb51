import { type ExportPurposeName, exportPurposes } from '@/domain/access';
import { villages } from '@/domain/divisions';
import {
  approveExport,
  cancelExport,
  exportsToApprove,
  myExports,
  refuseExport,
  requestExport,
  takeExport,
} from '@/domain/operations/office/exports';
import { jobKinds } from '../../../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../../../cloudfunctions/jobs/runner';
import { expireExports } from '../../../../cloudfunctions/office/exports/expire';
import { piece } from '../../../../cloudfunctions/office/exports/write-kind';
import {
  accountIdOf,
  type County,
  expectProblem,
  home,
  idNumberOf,
  openCounty,
  type SeatName,
} from '../../../support/county';
import { outOfWork, send, working } from '../../../support/county/forms';

const why = '每月统计分析';
const utf8Mark = '\ufeff';

async function records(county: County): Promise<void> {
  await send(county, 'resident', 'weiXiaoming', { answers: { ...working, unitName: '=cmd|calc', health: '2' } });
  await send(county, 'neighbour', 'panMeihua', { answers: outOfWork });
}

async function ready(
  county: County,
  purpose: ExportPurposeName,
  approver: SeatName,
  more: object = {}
): Promise<string> {
  const asker = purpose === 'archiving' || purpose === 'comparing' ? 'countyOfficer' : 'townOfficer';
  const input = { purpose, divisionCode: home, reason: why, ...more };
  const { exportId } = await county.as(asker).call(requestExport, input);
  await county.as(approver).call(approveExport, { exportId });
  await runJobs(county.services, jobKinds, 60_000);
  return exportId;
}

async function take(county: County, exportId: string, seat: SeatName = 'townOfficer') {
  const taken = await county.as(seat).call(takeExport, { exportId });
  return { ...taken, bytes: county.world.files.get(taken.url.replace('/file/', '')) ?? Buffer.alloc(0) };
}

test('asked by one, approved by another, written, taken with the name of who took it', async () => {
  const county = await openCounty();
  await records(county);
  const exportId = await ready(county, 'checking', 'countyOfficer');
  const { fileName, bytes, rows, remaining } = await take(county, exportId);
  expect(rows).toBe(2);
  expect(remaining).toBe(2);
  expect(fileName).toMatch(/^中和镇.*_数据核对_镇经办_20180201-1000_2行\.csv$/);
  const text = bytes.toString();
  const [mark = '', heads = '', ...lines] = text.split('\r\n');
  expect(mark.startsWith(utf8Mark)).toBe(true);
  expect(mark).toContain('导出人：镇经办 生成时间：2018-02-01 10:00 共 2 行');
  expect(heads).toContain('公民身份号码');
  expect(lines.filter((line) => line !== '')).toHaveLength(2);
  expect(text).toContain('韦小明');
});

test('no spreadsheet runs what a person wrote', async () => {
  const county = await openCounty();
  await records(county);
  const { bytes } = await take(county, await ready(county, 'checking', 'countyOfficer'));
  expect(bytes.toString()).toContain(",'=cmd|calc,");
});

test.each([
  ['statistics', 'countyOfficer', { name: false, idNumber: false, phone: false, health: false }],
  ['checking', 'countyOfficer', { name: true, idNumber: false, phone: false, health: false }],
  ['contacting', 'countyOfficer', { name: true, idNumber: false, phone: true, health: false }],
  ['comparing', 'keeper', { name: true, idNumber: true, phone: false, health: false }],
  ['assisting', 'keeper', { name: true, idNumber: false, phone: false, health: true }],
  ['archiving', 'keeper', { name: true, idNumber: true, phone: true, health: true }],
] as const)('a file for %s holds what that needs and no more', async (purpose, approver, holds) => {
  const county = await openCounty();
  await records(county);
  const exportId = await ready(county, purpose, approver);
  const asker = purpose === 'archiving' || purpose === 'comparing' ? 'countyOfficer' : 'townOfficer';
  const text = (await take(county, exportId, asker)).bytes.toString();
  const has = {
    name: text.includes('韦小明'),
    idNumber: text.includes(idNumberOf('weiXiaoming')),
    phone: /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text),
    health: text.includes('健康状况'),
  };
  expect(has).toEqual(holds);
});

test('in GB18030 the same words come back', async () => {
  const county = await openCounty();
  await records(county);
  const { bytes } = await take(county, await ready(county, 'checking', 'countyOfficer', { encoding: 'gb18030' }));
  const text = new TextDecoder('gb18030').decode(bytes);
  expect(text.startsWith('【内部资料')).toBe(true);
  expect(text).toContain('潘梅花');
});

test('nobody approves his own request, in whatever post', async () => {
  const county = await openCounty();
  const { exportId } = await county
    .as('countyOfficer')
    .call(requestExport, { purpose: 'statistics', divisionCode: home, reason: why });
  await expectProblem(county.as('countyOfficer').refused(approveExport, { exportId }), 'export.own');
  await county.store.read((db) =>
    db.run(`UPDATE post SET account_id = $1 WHERE post_id = 't_keeper'`, [accountIdOf('countyOfficer')])
  );
  const inOtherPost = county.as('countyOfficer').refused(approveExport, { exportId }, { post: 't_keeper' });
  await expectProblem(inOtherPost, 'export.own');
});

test('numbers in full are the keeper’s to approve, and not everyone may ask for them', async () => {
  const county = await openCounty();
  const wanted = { purpose: 'archiving', divisionCode: home, reason: why } as const;
  await expectProblem(county.as('townOfficer').refused(requestExport, wanted), 'export.asker');
  const { exportId } = await county.as('townOfficer').call(requestExport, { ...wanted, purpose: 'assisting' });
  await expectProblem(county.as('countyOfficer').refused(approveExport, { exportId }), 'export.approver');
  expect((await county.as('keeper').call(approveExport, { exportId })).state).toBe('making');
  await expectProblem(county.as('keeper').refused(approveExport, { exportId }), 'state.wrong');
});

test('refused with a reason that the asker reads; it waits in nobody’s list then', async () => {
  const county = await openCounty();
  const { exportId } = await county
    .as('townOfficer')
    .call(requestExport, { purpose: 'statistics', divisionCode: home, reason: why });
  const waiting = () => county.as('countyOfficer').call(exportsToApprove, { divisionCode: '522732', state: 'asked' });
  expect((await waiting()).items).toHaveLength(1);
  await county.as('countyOfficer').call(refuseExport, { exportId, reason: '请缩小范围' });
  expect((await waiting()).items).toEqual([]);
  const [mine] = (await county.as('townOfficer').call(myExports, {})).items;
  expect(mine).toMatchObject({ state: 'refused', answer: '请缩小范围', decidedBy: '县经办', mine: true });
  await expectProblem(county.as('townOfficer').refused(takeExport, { exportId }), 'state.wrong');
});

test('taken only by the asker, so often, so long, and every take is in the trail', async () => {
  const county = await openCounty();
  await records(county);
  const exportId = await ready(county, 'contacting', 'countyOfficer');
  await expectProblem(county.as('countyOfficer').refused(takeExport, { exportId }), 'export.taker');
  await take(county, exportId);
  await take(county, exportId);
  await expectProblem(county.as('townOfficer').refused(takeExport, { exportId }), 'export.taken');
  const takes = await county.store.read((db) =>
    db.query(`SELECT details->>'times' AS times, place FROM audit_entry WHERE act = 'office.takeExport' ORDER BY 1`)
  );
  expect(takes).toEqual([
    { times: '1', place: home },
    { times: '2', place: home },
  ]);
});

test('when its hours are over the file is gone', async () => {
  const county = await openCounty();
  await records(county);
  const exportId = await ready(county, 'checking', 'countyOfficer');
  county.clock.forward(exportPurposes.checking.hours * 3_600_000);
  await expectProblem(county.as('townOfficer').refused(takeExport, { exportId }), 'export.expired');
  await expireExports(county.services);
  expect([...county.world.files.keys()]).toEqual([]);
  const [mine] = (await county.as('townOfficer').call(myExports, {})).items;
  expect(mine?.state).toBe('expired');
});

test('cancelled before it is written, nothing is left of it', async () => {
  const county = await openCounty();
  await records(county);
  const { exportId } = await county
    .as('townOfficer')
    .call(requestExport, { purpose: 'checking', divisionCode: home, reason: why });
  await county.as('countyOfficer').call(approveExport, { exportId });
  await county.as('townOfficer').call(cancelExport, { exportId, reason: '不需要了' });
  await runJobs(county.services, jobKinds, 60_000);
  expect(county.world.files.size).toBe(0);
  await expectProblem(county.as('townOfficer').refused(takeExport, { exportId }), 'state.wrong');
});

test('filters choose the people', async () => {
  const county = await openCounty();
  await records(county);
  const filters = { states: ['accepted' as const], classes: [] };
  const exportId = await ready(county, 'checking', 'countyOfficer', { filters });
  expect((await take(county, exportId)).rows).toBe(0);
});

test('killed in a piece and again while the pieces are joined, the file is whole and says its own length', async () => {
  const county = await openCounty();
  await records(county);
  const { exportId } = await county
    .as('townOfficer')
    .call(requestExport, { purpose: 'checking', divisionCode: home.slice(0, 9), reason: why });
  await county.as('countyOfficer').call(approveExport, { exportId });
  const [usual, { put }] = [piece.milliseconds, county.services.edges.files];
  // Every village is a piece of its own.
  piece.milliseconds = -1;
  const villagesOfTown = villages('2018-10-31', home.slice(0, 9)).length;
  let puts = 0;
  county.services.edges.files.put = (name, content) => {
    puts += 1;
    // The process dies in its second piece, and the one that took over when it joins them.
    return puts === 2 || puts === villagesOfTown + 2 ? new Promise(() => undefined) : put(name, content);
  };
  try {
    for (const dies of [2, villagesOfTown + 2]) {
      void runJobs(county.services, jobKinds, 60_000);
      while (puts < dies) await new Promise((resolve) => setTimeout(resolve, 20));
      county.clock.forward(61_000);
    }
    await runJobs(county.services, jobKinds, 60_000);
  } finally {
    piece.milliseconds = usual;
  }
  const { rows, bytes } = await take(county, exportId);
  expect(rows).toBe(2);
  const lines = bytes
    .toString()
    .split('\r\n')
    .filter((line) => line !== '');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('共 2 行');
  expect(lines[1]).toContain('公民身份号码');
});

test('a record that goes while the file is written is neither in it nor counted by its first line', async () => {
  const county = await openCounty();
  await records(county);
  const { exportId } = await county
    .as('townOfficer')
    .call(requestExport, { purpose: 'checking', divisionCode: home, reason: why });
  await county.as('countyOfficer').call(approveExport, { exportId });
  const { put } = county.services.edges.files;
  county.services.edges.files.put = async (name, content) => {
    county.services.edges.files.put = put;
    // Counted are two; one of them is taken out before the rows are read.
    await county.store.read((db) =>
      db.run(`DELETE FROM record WHERE subject_id = (SELECT person_id FROM person WHERE name = '潘梅花')`)
    );
    return put(name, content);
  };
  await runJobs(county.services, jobKinds, 60_000);
  const { rows, bytes } = await take(county, exportId);
  expect(rows).toBe(1);
  expect(bytes.toString()).toContain('共 1 行');
  expect(bytes.toString().match(/内部资料/g)).toHaveLength(1);
});
