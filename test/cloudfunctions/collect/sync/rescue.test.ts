import { submitRecord } from '@/domain/operations/collecting/collect';
import { importRescue } from '@/domain/operations/collecting/rescue';
import { recordVisit } from '@/domain/operations/collecting/visit';
import {
  accountIdOf,
  type County,
  expectProblem,
  newRequestId,
  openCounty,
  type PersonName,
  personIdOf,
} from '../../../support/county';
import { atTheDoor, submission, working } from '../../../support/county/forms';
import { phoneOf } from '../../../support/county/phone';
import { rescueFile, rescueInput } from '../../../support/county/rescue';

const door = { ...working, ...atTheDoor };

let county: County;
beforeEach(async () => {
  county = await openCounty();
});
afterEach(async () => county.store.close());

const dying = () => phoneOf(county, 'enumerator');
const form = (who: PersonName) => submission(county, who, { answers: door, mode: 'visit' });
const visit = (who: PersonName) => ({
  visitId: newRequestId(),
  personId: personIdOf(who),
  channel: 'visit' as const,
  outcome: '11',
  at: county.clock.now().toISOString(),
});
const authors = () =>
  county.store.read((db) => db.query<{ author_name: string }>('SELECT author_name FROM record_version'));

test('a dead phone’s forms are imported by the supervisor in the name of who filled them in', async () => {
  const phone = dying();
  const input = rescueInput(county, 'enumerator', [
    phone.did(submitRecord, form('weiXiaoming')),
    phone.did(recordVisit, visit('shiYun')),
    phone.did(submitRecord, form('yangHua')),
  ]);
  county.clock.forward(3 * 86_400_000);
  const told = await county.as('supervisor').call(importRescue, input);
  expect(told.authorName).toBe('采集员甲');
  expect(told.entries.map(({ is, title }) => [is, title])).toEqual([
    ['received', '提交个人采集表'],
    ['received', '登记上门或电话结果'],
    ['refused', '提交个人采集表'],
  ]);
  for (const { sentence } of told.entries) expect(sentence).toMatch(/[\u4e00-\u9fff]/);
  expect(await authors()).toEqual([{ author_name: '采集员甲' }]);
});

test('what also came from the phone is done once, and a part imported twice answers alike', async () => {
  const phone = dying();
  const [sent, unsent] = [phone.did(submitRecord, form('weiXiaoming')), phone.did(submitRecord, form('panMeihua'))];
  const input = rescueInput(county, 'enumerator', [sent, unsent]);
  await phone.send(sent);
  const first = await county.as('supervisor').call(importRescue, input);
  expect(first.entries.map(({ is }) => is)).toEqual(['received', 'received']);
  expect(await county.as('townOfficer').call(importRescue, input)).toEqual(first);
  expect(await authors()).toHaveLength(2);
});

test.each(['suspended', 'ended'])('work of an account that is %s by now is not lost', async (state) => {
  const phone = dying();
  const entry = phone.did(submitRecord, form('weiXiaoming'));
  await county.store.read((db) =>
    db.run('UPDATE account SET state = $1 WHERE account_id = $2', [state, accountIdOf('enumerator')])
  );
  await expect(phone.send(entry)).rejects.toThrow(`access.${state}`);
  const { entries } = await county.as('supervisor').call(importRescue, rescueInput(county, 'enumerator', [entry]));
  expect(entries).toMatchObject([{ is: 'received' }]);
});

test('a long file goes part by part, and every entry is accounted for', async () => {
  const phone = dying();
  const entries = Array.from({ length: 45 }, () => phone.did(recordVisit, visit('shiYun')));
  const { header, parts } = rescueFile(county, 'enumerator', entries);
  expect(parts).toHaveLength(3);
  const told = [];
  for (const part of parts) told.push(...(await county.as('supervisor').call(importRescue, { header, part })).entries);
  expect(told.map(({ entryId }) => entryId)).toEqual(entries.map(({ id }) => id));
  expect(new Set(told.map(({ is }) => is))).toEqual(new Set(['received']));
});

test('a part that was changed, or put into another file, opens nothing', async () => {
  const one = rescueInput(county, 'enumerator', [dying().did(recordVisit, visit('shiYun'))]);
  const other = rescueInput(county, 'enumerator', [dying().did(recordVisit, visit('shiYun'))]);
  const changed = { ...one, part: { ...one.part, body: `00${one.part.body.slice(2)}` } };
  for (const input of [changed, { header: one.header, part: other.part }]) {
    await expectProblem(county.as('supervisor').refused(importRescue, input), 'rescue.file');
  }
});

test('the import leaves a row of who did it, and the acts are the author’s', async () => {
  await county
    .as('supervisor')
    .call(importRescue, rescueInput(county, 'enumerator', [dying().did(submitRecord, form('weiXiaoming'))]));
  const rows = await county.store.read((db) =>
    db.query(
      `SELECT act, actor_name FROM audit_entry WHERE act IN ('collect.importRescue', 'collect.submitRecord') ORDER BY act`
    )
  );
  expect(rows).toEqual([
    { act: 'collect.importRescue', actor_name: '督导员' },
    { act: 'collect.submitRecord', actor_name: '采集员甲' },
  ]);
});
