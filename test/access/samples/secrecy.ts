import { askCorrection, myCorrections } from '@/domain/operations/collecting/corrections';
import { approveExport, requestExport } from '@/domain/operations/office/exports';
import { jobKinds } from '../../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../../cloudfunctions/jobs/runner';
import { accountIdOf, type County, home, personIdOf } from '../../support/county';
import { withNewKeys } from '../../support/county/keys';
import { onPerson, onPlace, own, type Samples } from '../sample';

const whom = personIdOf('weiXiaoming');
const wanted = { purpose: 'statistics' as const, divisionCode: home, reason: '每月统计分析' };
const asked = async (county: County) => ({
  exportId: (await county.as('townOfficer').call(requestExport, wanted)).exportId,
});
const ready = async (county: County) => {
  const { exportId } = await asked(county);
  await county.as('countyOfficer').call(approveExport, { exportId });
  await runJobs(county.services, jobKinds, 60_000);
  return { exportId };
};
/** One request serves all who try to answer it. */
const correction = async (county: County) => {
  const resident = county.as('resident');
  const [known] = (await resident.call(myCorrections, { personId: whom })).items;
  return known ?? resident.call(askCorrection, { personId: whom, topic: 'work', text: '我已经换了工作。' });
};
const closedDay = async ({ store }: County) => {
  await store.read((db) =>
    db.run(
      `INSERT INTO audit_head (county_code, day, seq, hash) VALUES ('522732', '2018-01-31', 0, $1) ON CONFLICT DO NOTHING`,
      [Buffer.alloc(32, 7)]
    )
  );
  return { day: '2018-01-31' };
};
const someEntry = async ({ store }: County) => {
  const row = await store.read((db) => db.one<{ entry_id: string }>('SELECT entry_id FROM audit_entry LIMIT 1'));
  return { entryId: row?.entry_id ?? 'no-such-entry', note: '已核对' };
};

export const secrecy: Samples = {
  'office.revealSecret': onPerson({ personId: whom, what: 'phone', reason: '电话核实就业情况' }),
  'office.revealAllowance': own(),
  'office.keyStatus': onPlace({}),
  'office.rotateKeys': onPlace(async (county: County) => {
    await withNewKeys(county);
    return { reason: '每年更换' };
  }),
  'office.requestExport': onPlace(wanted),
  'office.myExports': own(),
  'office.exportsToApprove': onPlace({ divisionCode: home }),
  'office.approveExport': onPlace(asked),
  'office.refuseExport': onPlace(async (county: County) => ({ ...(await asked(county)), reason: '范围太大' })),
  'office.cancelExport': onPlace(async (county: County) => ({ ...(await asked(county)), reason: '不需要了' })),
  'office.takeExport': onPlace(ready),
  'office.auditByPerson': onPlace({ personId: whom }),
  'office.auditByActor': onPlace({ accountId: accountIdOf('townOfficer') }),
  'office.auditByTime': onPlace({ from: '2018-02-01', to: '2018-02-01' }),
  'office.auditSubjects': onPlace({ text: '韦小明' }),
  'office.auditStatus': onPlace({}),
  'office.checkAudit': onPlace({}),
  'office.publishAuditHead': onPlace(closedDay),
  'office.noteAudit': onPlace(someEntry),
  'office.corrections': onPlace({ divisionCode: home }),
  'office.answerCorrection': onPlace(async (county: County) => ({
    correctionId: (await correction(county)).correctionId,
    outcome: 'resolved',
    words: '已按您说的改正。',
  })),
  'account.whoLooked': onPerson({ personId: whom }),
  'account.askCorrection': onPerson({ personId: whom, topic: 'work', text: '我已经换了工作。' }),
  'account.myCorrections': onPerson({ personId: whom }),
};
