import {
  auditByActor,
  auditByPerson,
  auditByTime,
  auditStatus,
  auditSubjects,
  checkAudit,
  noteAudit,
  publishAuditHead,
} from '@/domain/operations/office/audit';
import { person } from '@/domain/operations/people/register';
import { listNotices, readNotice } from '@/domain/operations/publicity/notice';
import { keepDailyHead, sealAudit } from '../../../../cloudfunctions/audit';
import { jobKinds } from '../../../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../../../cloudfunctions/jobs/runner';
import { accountIdOf, type County, expectProblem, idNumberOf, openCounty, personIdOf } from '../../../support/county';

const whom = personIdOf('weiXiaoming');

async function twoLooks(): Promise<County> {
  const county = await openCounty();
  await county.as('townOfficer').call(person, { personId: whom });
  county.clock.forward(60_000);
  await county.as('villageSecretary').call(person, { personId: personIdOf('panMeihua') });
  return county;
}

test('by person, by actor and by time the same row is found', async () => {
  const county = await twoLooks();
  const auditor = county.as('auditor');
  const row = {
    actorName: '镇经办',
    actTitle: '查看人员信息',
    subjectName: '韦小明',
    roleLabel: '镇街经办',
    seq: null,
  };
  expect((await auditor.call(auditByPerson, { personId: whom })).items).toMatchObject([row]);
  expect((await auditor.call(auditByActor, { accountId: accountIdOf('townOfficer') })).items).toMatchObject([row]);
  const byTime = await auditor.call(auditByTime, { from: '2018-02-01', to: '2018-02-01', acts: ['register.person'] });
  expect(byTime.items.map(({ actorName }) => actorName)).toEqual(['村支书', '镇经办']);
  expect((await auditor.call(auditByTime, { to: '2018-01-31' })).items).toEqual([]);
});

test('who is meant is found by name or by the whole number, which is kept nowhere', async () => {
  const county = await openCounty();
  const auditor = county.as('auditor');
  expect((await auditor.call(auditSubjects, { text: '镇经' })).accounts).toMatchObject([{ name: '镇经办' }]);
  const number = idNumberOf('weiXiaoming');
  expect((await auditor.call(auditSubjects, { text: number })).persons).toMatchObject([{ personId: whom }]);
  const kept = await county.store.read((db) =>
    db.query<{ text: string }>('SELECT row_to_json(audit_entry)::text AS text FROM audit_entry')
  );
  expect(kept.map(({ text }) => text).join()).not.toContain(number);
});

test('the auditor is audited: his look stands under the person, his note beside the rest', async () => {
  const county = await twoLooks();
  const { items } = await county.as('auditor').call(auditByPerson, { personId: whom });
  county.clock.forward(1000);
  await county
    .as('auditor')
    .call(noteAudit, { entryId: items[0]?.entryId ?? '', note: '已向镇经办了解，确为工作需要' });
  const again = await county.as('keeper').call(auditByActor, { accountId: accountIdOf('auditor') });
  expect(again.items.map(({ act, subject, reason }) => [act, subject, reason])).toEqual([
    ['office.noteAudit', '', '已向镇经办了解，确为工作需要'],
    ['office.auditByPerson', whom, ''],
  ]);
});

test('page by page, newest first, nothing twice', async () => {
  const county = await openCounty();
  for (let turn = 0; turn < 5; turn += 1) await county.as('townOfficer').call(person, { personId: whom });
  county.clock.forward(1000);
  const first = await county.as('auditor').call(auditByPerson, { personId: whom, limit: 3 });
  const second = await county.as('auditor').call(auditByPerson, { personId: whom, limit: 10, cursor: first.next });
  const ids = [...first.items, ...second.items].map(({ entryId }) => entryId);
  // The auditor's own first look is newer than the cursor and does not come into the second page.
  expect(new Set(ids).size).toBe(5);
});

test('the whole trail is read as a job and found intact; a changed row is named', async () => {
  const county = await twoLooks();
  await sealAudit(county.store, '522732');
  await county.as('auditor').call(checkAudit, {});
  await runJobs(county.services, jobKinds, 60_000);
  const good = await county.as('auditor').call(auditStatus, {});
  expect(good).toMatchObject({ lastCheck: { intact: true, finding: '' }, checking: null });
  expect(good.lastCheck?.entries).toBeGreaterThanOrEqual(3);
  await county.store.read((db) =>
    db.script(`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;
      UPDATE audit_entry SET reason = '另一个原因' WHERE act = 'register.person' AND subject = '${whom}';
      ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only;`)
  );
  county.clock.forward(60_000);
  await county.as('auditor').call(checkAudit, {});
  await runJobs(county.services, jobKinds, 60_000);
  const bad = (await county.as('auditor').call(auditStatus, {})).lastCheck;
  expect(bad).toMatchObject({ intact: false });
  expect(bad?.finding).toMatch(/第 1 条（记录 .*）：这一行的内容被改过/);
});

test('the head of a day goes on the notice board once, where residents read it', async () => {
  const county = await twoLooks();
  await sealAudit(county.store, '522732');
  const head = await keepDailyHead(county.store, '522732', '2018-01-31');
  await expectProblem(county.as('auditor').refused(publishAuditHead, { day: '2018-01-30' }), 'audit.day');
  const { noticeId, hash } = await county.as('auditor').call(publishAuditHead, { day: '2018-01-31' });
  expect(hash).toBe(head.hash.toString('hex'));
  await expectProblem(county.as('keeper').refused(publishAuditHead, { day: '2018-01-31' }), 'state.wrong');
  const { items } = await county.as('resident').call(listNotices, {});
  expect(items).toMatchObject([{ noticeId, kind: 'board', level: 'county' }]);
  const { content } = await county.as('resident').call(readNotice, { noticeId });
  expect(content.paragraphs.join('').replaceAll(' ', '')).toContain(hash);
  expect((await county.as('auditor').call(auditStatus, {})).heads).toMatchObject([{ day: '2018-01-31', noticeId }]);
});
