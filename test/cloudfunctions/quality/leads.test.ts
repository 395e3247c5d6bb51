import * as operations from '@/domain/operations/office/quality';
import { accountIdOf, type County, expectProblem, home, openCounty } from '../../support/county';
import { atTheDoor, send, working } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty('2018-02-01T15:00:00Z');
});

const today = '2018-02-01';
const town = home.slice(0, 9);
const atNight = { answers: { ...working, ...atTheDoor }, mode: 'visit' as const };
/** Two forms at eleven in the evening. */
const lateWork = async () => {
  await send(county, 'enumerator', 'weiXiaoming', atNight);
  await send(county, 'enumerator', 'panMeihua', atNight);
  const { leads } = await county.as('supervisor').call(operations.dailyLeads, { divisionCode: town, day: today });
  const lead = leads.find(({ kind }) => kind === 'nightHours');
  if (lead === undefined) throw new Error('no lead');
  return lead;
};
const written = { outcome: 'explained' as const, words: '户主在外打工，晚上十一点才接电话，已听过录音。' };

test('somebody looks at a lead and writes what came of it; the next one reads both, newest first', async () => {
  const { leadId, recordIds, notes } = await lateWork();
  expect([recordIds.length, notes]).toEqual([2, []]);
  const note = { divisionCode: town, day: today, leadId };
  await county.as('supervisor').call(operations.noteLead, { ...note, outcome: 'revisit', words: '先安排回访' });
  county.clock.forward(60_000);
  await county.as('townOfficer').call(operations.noteLead, { ...note, ...written });
  const seen = await county.as('inspector').call(operations.dailyLeads, { divisionCode: town, day: today });
  expect(seen.leads[0]?.notes.map(({ outcome, words, by }) => [outcome, words, by])).toEqual([
    ['explained', written.words, '镇经办（镇街经办）'],
    ['revisit', '先安排回访', '督导员（公司督导）'],
  ]);
});

test('the same day computed again keeps the notes at the lead', async () => {
  const { leadId } = await lateWork();
  await county.as('supervisor').call(operations.noteLead, { divisionCode: home, day: today, leadId, ...written });
  await send(county, 'enumerator', 'shiYun', atNight);
  const { leads } = await county.as('supervisor').call(operations.dailyLeads, { divisionCode: home, day: today });
  expect(leads.find(({ kind }) => kind === 'nightHours')).toMatchObject({ notes: [{ outcome: 'explained' }] });
});

test('a lead that is not there, another town’s, or words with a telephone number are refused', async () => {
  const { leadId } = await lateWork();
  const note = { divisionCode: town, day: today, leadId, ...written };
  const supervisor = county.as('supervisor');
  await expectProblem(supervisor.refused(operations.noteLead, { ...note, leadId: 'tooFast-x-y' }), 'found.nothing');
  await expectProblem(supervisor.refused(operations.noteLead, { ...note, day: '2018-01-30' }), 'found.nothing');
  await expectProblem(
    supervisor.refused(operations.noteLead, { ...note, words: '打 13800138000 问过' }),
    'call.invalid'
  );
  await expectProblem(supervisor.refused(operations.noteLead, { ...note, words: '' }), 'call.invalid');
  await expectProblem(county.as('otherSupervisor').refused(operations.noteLead, note), 'access.scope');
  await expectProblem(county.as('enumerator').refused(operations.noteLead, note), 'access.verb');
});

test('two accounts on one phone show, with nobody else’s forms among them', async () => {
  await lateWork();
  await county.store.read((db) =>
    db.run(
      `INSERT INTO phone_sync (county_code, account_id, post_id, phone_id, last_sync_at, waiting)
       VALUES ('522732', $1, 't', 'one-phone-for-two', $3, 0), ('522732', $2, 't', 'one-phone-for-two', $3, 0)`,
      [accountIdOf('enumerator'), accountIdOf('otherEnumerator'), county.clock.now()]
    )
  );
  const { leads } = await county.as('townOfficer').call(operations.dailyLeads, { divisionCode: town, day: today });
  expect(leads.find(({ kind }) => kind === 'oneDevice')).toMatchObject({ enumerator: '采集员甲', villageCode: home });
});
