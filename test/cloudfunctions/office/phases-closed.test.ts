import { planPhases } from '@/domain/campaign/phases';
import { me } from '@/domain/operations/account/account';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { setPhases } from '@/domain/operations/office/phases';
import { confirmRecords } from '@/domain/operations/office/quality';
import { addPerson } from '@/domain/operations/people/register';
import { remind } from '@/domain/operations/publicity/reminder';
import { type County, expectProblem, home, newRequestId, openCounty, personIdOf } from '../../support/county';
import { submission } from '../../support/county/forms';

/** Article 3 of the plan: what each phase opens. The county's dates, asked at one place for every call. */

const whileCompaniesBid = '2017-12-25T02:00:00Z';
const personId = personIdOf('weiXiaoming');
const visit = (county: County) => ({
  visitId: newRequestId(),
  personId,
  channel: 'visit' as const,
  outcome: '11',
  at: county.clock.now().toISOString(),
});

test('while companies bid nobody can declare, be visited, be added or be reminded, and is told from when', async () => {
  const county = await openCounty(whileCompaniesBid);
  const { campaign } = await county.as('resident').call(me, {});
  expect(campaign.closed).toContain('2018年1月1日');
  const refused = [
    county.as('resident').refused(submitRecord, submission(county, 'weiXiaoming')),
    county.as('enumerator').refused(recordVisit, visit(county)),
    county.as('enumerator').refused(addPerson, {
      villageCode: home,
      relation: '9',
      name: '韦示例',
      idNumber: null,
      noNumberReason: '新生儿',
      sex: '1',
      birthDate: '2017-12-01',
    }),
    county.as('villageSecretary').refused(remind, { villageCode: home, whom: [personId] }),
  ];
  for (const refusal of refused) {
    const { message } = await expectProblem(refusal, 'phases.closed');
    expect(message).toContain('现在是“招投标”阶段');
    expect(message).toContain('2018年1月1日');
  }
  const kept = await county.store.read((db) => db.query('SELECT 1 FROM record UNION ALL SELECT 1 FROM visit'));
  expect(kept).toEqual([]);
});

test('what a phone sent too early is taken on the first day, and its receipt stands when the campaign is over', async () => {
  const county = await openCounty(whileCompaniesBid);
  const resident = county.as('resident');
  const sent = submission(county, 'weiXiaoming');
  const requestId = newRequestId();
  await expectProblem(resident.refused(submitRecord, sent, { requestId }), 'phases.closed');
  county.clock.set('2018-01-01T00:30:00+08:00');
  const receipt = await resident.call(submitRecord, sent, { requestId });
  await county.as('countyOfficer').call(setPhases, { items: planPhases.slice(0, 3).map((phase) => ({ ...phase })) });
  county.clock.set('2018-04-01T00:30:00+08:00');
  expect(await resident.call(submitRecord, sent, { requestId })).toEqual(receipt);
  const { message } = await expectProblem(
    resident.refused(submitRecord, submission(county, 'weiXiaoming')),
    'phases.closed'
  );
  expect(message).toContain('2018年3月31日结束');
  const records = [{ recordId: receipt.recordId, version: receipt.version }];
  await expectProblem(county.as('townOfficer').refused(confirmRecords, { records }), 'phases.closed');
});

test('a county that moves its dates opens the door with the same call', async () => {
  const county = await openCounty(whileCompaniesBid);
  const items = planPhases.map((phase) =>
    phase.phase === 'procure'
      ? { ...phase, endsOn: '2017-12-24' }
      : phase.phase === 'collect'
        ? { ...phase, startsOn: '2017-12-25' }
        : { ...phase }
  );
  await county.as('countyOfficer').call(setPhases, { items });
  await county.as('resident').call(submitRecord, submission(county, 'weiXiaoming'));
});
