import { sampleIdNumber } from '@/domain/identity';
import { history, submitRecord } from '@/domain/operations/collecting/collect';
import { submitEmployer } from '@/domain/operations/collecting/employer';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { addPerson } from '@/domain/operations/people/register';
import { type County, home, newRequestId, openCounty, type PersonName, personIdOf } from '../../../support/county';
import { countersOf } from '../../../support/county/counters';
import { atTheDoor, factory, submission, working } from '../../../support/county/forms';
import { phoneOf } from '../../../support/county/phone';

const door = { ...working, ...atTheDoor };

let county: County;
beforeEach(async () => {
  county = await openCounty();
});
afterEach(async () => county.store.close());

const form = (who: PersonName | string, more = {}) =>
  submission(county, who, { answers: door, mode: 'visit', ...more });
const knock = (who: PersonName) => ({
  visitId: newRequestId(),
  personId: personIdOf(who),
  channel: 'visit' as const,
  outcome: '11',
  at: county.clock.now().toISOString(),
});
const versions = () =>
  county.store.read((db) => db.query('SELECT subject_id FROM record JOIN record_version USING (record_id)'));

test('a day of forms, visits and an employer arrives in one batch', async () => {
  const phone = phoneOf(county, 'enumerator');
  const results = await phone.send(
    phone.did(submitRecord, form('weiXiaoming')),
    phone.did(recordVisit, knock('shiYun')),
    phone.did(submitRecord, form('panMeihua')),
    phone.did(submitEmployer, {
      submissionId: newRequestId(),
      villageCode: home,
      formVersion: 1,
      baseVersion: 0,
      answers: factory(),
      collectedAt: county.clock.now().toISOString(),
    })
  );
  expect(results.map(({ is }) => is)).toEqual(['received', 'received', 'received', 'received']);
  const { kept, recounted } = await countersOf(county.store);
  expect(kept).toEqual(recounted);
});

test('the same batch sent three times is done once and answered alike', async () => {
  const phone = phoneOf(county, 'enumerator');
  const entries = [phone.did(submitRecord, form('weiXiaoming')), phone.did(recordVisit, knock('shiYun'))];
  const first = await phone.send(...entries);
  county.clock.forward(3 * 60_000);
  expect(await phone.send(...entries)).toEqual(first);
  expect(await phone.send(...entries)).toEqual(first);
  expect(await versions()).toHaveLength(1);
});

test('one that is refused keeps its sentence, and the others go on', async () => {
  const phone = phoneOf(county, 'enumerator');
  const [far, near] = await phone.send(
    phone.did(submitRecord, form('yangHua')),
    phone.did(submitRecord, form('weiXiaoming'))
  );
  expect(far).toMatchObject({ is: 'refused', problem: { code: 'access.scope' } });
  expect(near).toMatchObject({ is: 'received' });
});

test('a person found at the door, his form and his visit come in one batch under the name the phone gave him', async () => {
  const phone = phoneOf(county, 'enumerator');
  const newPersonId = `p_${newRequestId()}`;
  const found = phone.did(addPerson, {
    newPersonId,
    villageCode: home,
    relation: '0',
    name: '蒙大勇',
    idNumber: sampleIdNumber('522732', '1986-10-10', '1', 2),
    ethnic: '25',
    phone: '13900000009',
  });
  const his = phone.did(
    submitRecord,
    form(newPersonId, { answers: { ...door, hukouNature: '20', hukouAddress: '一组' } }),
    { after: [found.id] }
  );
  const [added, filled] = await phone.send(found, his);
  expect(added).toMatchObject({ is: 'received', reply: { outcome: 'added', personId: newPersonId } });
  expect(filled).toMatchObject({ is: 'received', reply: { personId: newPersonId, version: 1 } });
  const { versions: kept } = await county.as('enumerator').call(history, { personId: newPersonId });
  expect(kept).toHaveLength(1);
});

test('a phone whose clock is three hours behind: the record has the true time, and says how far it was off', async () => {
  const phone = phoneOf(county, 'enumerator', 3 * 3_600_000);
  const said = new Date(county.clock.now().getTime() - 3 * 3_600_000).toISOString();
  const entry = phone.did(submitRecord, form('weiXiaoming', { collectedAt: said }));
  county.clock.forward(5 * 3_600_000);
  const [first] = await phone.send(entry);
  const [row] = await county.store.read((db) => db.query('SELECT collected_at, paradata FROM record_version'));
  expect(row).toMatchObject({
    collected_at: '2018-02-01T02:00:00.000Z',
    paradata: { clockSeconds: 10_800, clockBy: 'monotonic' },
  });
  // Sent again a little later the correction differs by what the network took; it is the same entry all the same.
  county.clock.forward(1500);
  expect(await phone.send(entry)).toEqual([first]);
  const phones = await county.store.read((db) => db.query('SELECT waiting, entries, clock_offset FROM phone_sync'));
  expect(phones).toEqual([{ waiting: 0, entries: 1, clock_offset: 10_800 }]);
});
