import type { Answers } from '@/domain/form';
import { history, openForm, type Receipt, submitRecord } from '@/domain/operations/collecting/collect';
import type { SyncResult } from '@/domain/operations/collecting/sync';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { addPerson } from '@/domain/operations/people/register';
import {
  type County,
  home,
  idNumberOf,
  newRequestId,
  openCounty,
  type PersonName,
  personIdOf,
  postIdOf,
} from '../../../support/county';
import { countersOf } from '../../../support/county/counters';
import { atTheDoor, submission, working } from '../../../support/county/forms';
import { phoneOf } from '../../../support/county/phone';

const door: Answers = { ...working, ...atTheDoor };
const personId = personIdOf('weiXiaoming');

let county: County;
beforeEach(async () => {
  county = await openCounty();
});
afterEach(async () => county.store.close());

const filled = (change: Answers = {}, baseVersion = 0, who: PersonName = 'weiXiaoming') =>
  submission(county, who, { answers: { ...door, ...change }, mode: 'visit', baseVersion });
const declare = (change: Answers = {}, baseVersion = 0): Promise<Receipt> =>
  county
    .as('resident')
    .call(submitRecord, submission(county, 'weiXiaoming', { answers: { ...working, ...change }, baseVersion }));
const receiptOf = (result: SyncResult | undefined) => (result as { reply?: Receipt }).reply;
const live = async () =>
  (
    await county
      .as('townOfficer')
      .call(openForm, { personId })
      .catch(() => undefined)
  )?.live;
const count = async (table: string) =>
  (await county.store.read((db) => db.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)))?.n;

describe('a resident and an enumerator at once', () => {
  test('who said the same end as one record', async () => {
    await declare();
    const phone = phoneOf(county, 'enumerator');
    const [result] = await phone.send(phone.did(submitRecord, filled()));
    expect(receiptOf(result)).toMatchObject({ outcome: 'same', version: 1 });
    expect(await count('record_version')).toBe(1);
  });

  test('who changed different things end as one record with both', async () => {
    await declare();
    const phone = phoneOf(county, 'enumerator');
    const offline = phone.did(submitRecord, filled({ health: '2' }, 1));
    await declare({ phone: '13900000009' }, 1);
    const [result] = await phone.send(offline);
    expect(receiptOf(result)).toMatchObject({ outcome: 'merged', version: 3 });
    const { live: stands } = await county.as('enumerator').call(openForm, { personId });
    expect(stands?.answers).toMatchObject({ health: '2', phone: '139****0009', guide: '示例村支书' });
    const { versions } = await county.as('resident').call(history, { personId });
    expect(versions.map(({ version, authorName }) => [version, authorName])).toEqual([
      [3, '采集员甲'],
      [2, '韦小明'],
      [1, '韦小明'],
    ]);
    expect(versions[0]?.changes.map(({ field }) => field)).toContain('health');
  });

  test('who said different things are both kept, and the record stays as it was', async () => {
    await declare({ income: 5000 });
    const phone = phoneOf(county, 'enumerator');
    const entry = phone.did(submitRecord, filled({ income: 2000 }));
    const [result] = await phone.send(entry);
    expect(receiptOf(result)).toMatchObject({ outcome: 'conflict', version: 1 });
    expect(receiptOf(result)?.receiptNo).toMatch(/^20180201-/);
    expect(await count('record_version')).toBe(1);
    const kept = await county.store.read((db) => db.query('SELECT kind, fields, state, mode FROM comparison'));
    expect(kept).toEqual([{ kind: 'conflict', fields: ['income'], state: 'open', mode: 'visit' }]);
    expect(await phone.send(entry)).toEqual([result]);
    expect(await count('comparison')).toBe(1);
    const { kept: counted, recounted } = await countersOf(county.store);
    expect(counted).toEqual(recounted);
  });
});

describe('a village that went to somebody else while the phone was away', () => {
  const moveLease = async () => {
    county.clock.forward(3_600_000);
    const at = county.clock.now();
    await county.store.transaction(async (db) => {
      await db.run(`UPDATE assignment SET state = 'takenBack', ended_at = $1 WHERE village_code = $2`, [at, home]);
      await db.run(
        `INSERT INTO assignment (county_code, assignment_id, post_id, village_code, starts_at, leased_until, assigned_by)
         VALUES ('522732', 's_moved', $1, $2, $3, $4, 'a_townOfficer')`,
        [postIdOf('otherEnumerator'), home, at, new Date(at.getTime() + 86_400_000)]
      );
    });
    county.clock.forward(3_600_000);
  };

  test('his form becomes a comparison, not a second record', async () => {
    const phone = phoneOf(county, 'enumerator');
    const entry = phone.did(submitRecord, filled());
    await moveLease();
    const [result] = await phone.send(entry);
    expect(receiptOf(result)).toMatchObject({ outcome: 'comparison', version: 0 });
    expect([await count('record'), await count('comparison')]).toEqual([0, 1]);
  });

  test('his visit counts: he was there', async () => {
    const phone = phoneOf(county, 'enumerator');
    const visit = { visitId: newRequestId(), personId, channel: 'visit' as const, outcome: '11' };
    const entry = phone.did(recordVisit, { ...visit, at: county.clock.now().toISOString() });
    await moveLease();
    expect(await phone.send(entry)).toMatchObject([{ is: 'received', reply: { attempts: 1 } }]);
  });

  test('what he did after it had gone is refused as ever, and so is what he does without a phone', async () => {
    await moveLease();
    const phone = phoneOf(county, 'enumerator');
    expect(await phone.send(phone.did(submitRecord, filled()))).toMatchObject([
      { is: 'refused', problem: { code: 'access.scope' } },
    ]);
    expect(await county.as('enumerator').refused(submitRecord, filled())).toMatchObject({ code: 'access.scope' });
    expect(await count('comparison')).toBe(0);
  });

  test('a clock set back to the time when it was his does not help', async () => {
    await moveLease();
    const phone = phoneOf(county, 'enumerator', 90 * 60_000);
    expect(await phone.send(phone.did(submitRecord, filled()))).toMatchObject([{ is: 'refused' }]);
  });
});

describe('somebody met at the door whom the county knew already', () => {
  const met = (who: PersonName) => {
    const phone = phoneOf(county, 'enumerator');
    const newPersonId = `p_${newRequestId()}`;
    const adding = phone.did(addPerson, {
      newPersonId,
      villageCode: home,
      relation: '0',
      name: '门口的人',
      idNumber: idNumberOf(who),
    });
    const form = submission(county, newPersonId, { answers: door, mode: 'visit' });
    return { phone, adding, form: phone.did(submitRecord, form, { after: [adding.id] }) };
  };

  test('is the one it knew, and his form is his', async () => {
    const { phone, adding, form } = met('weiXiaoming');
    const [added, filledIn] = await phone.send(adding, form);
    expect(added).toMatchObject({ is: 'received', reply: { outcome: 'known', personId } });
    expect(filledIn).toMatchObject({ is: 'received', reply: { personId, outcome: 'accepted' } });
  });

  test('in a later batch too, and sent twice it is done once', async () => {
    const { phone, adding, form } = met('weiXiaoming');
    await phone.send(adding);
    const [first] = await phone.send(form);
    expect(first).toMatchObject({ is: 'received', reply: { personId } });
    expect(await phone.send(form)).toEqual([first]);
  });

  test('in another village is left to his people there', async () => {
    const { phone, adding, form } = met('yangHua');
    const [added, filledIn] = await phone.send(adding, form);
    expect(added).toMatchObject({ is: 'received', reply: { outcome: 'elsewhere', personId: null } });
    expect(filledIn).toMatchObject({ is: 'refused', problem: { code: 'access.scope' } });
    expect(await count('record')).toBe(0);
  });
});

test('an entry of another account under the same id is refused, and the first stays', async () => {
  const phone = phoneOf(county, 'enumerator');
  const entry = phone.did(submitRecord, filled());
  await phone.send(entry);
  const other = phoneOf(county, 'otherEnumerator');
  expect(await other.send(entry)).toMatchObject([{ is: 'refused' }]);
  expect(await live()).toBeUndefined();
  expect(await count('record_version')).toBe(1);
});

test('a death told at the door does not close a person who has answered since', async () => {
  const phone = phoneOf(county, 'enumerator');
  const closing = {
    visitId: newRequestId(),
    personId,
    channel: 'visit' as const,
    outcome: '03',
    cadre: '示例村支书',
    at: county.clock.now().toISOString(),
    closeAs: { populationClass: '09' as const, since: '2017-11', witness: '石云' },
  };
  const entry = phone.did(recordVisit, closing);
  county.clock.forward(3_600_000);
  await declare();
  const [result] = await phone.send(entry);
  expect(result).toMatchObject({ is: 'received', reply: { collectState: 'collected' } });
  expect(JSON.stringify(result)).toContain('两份都保留');
  expect(await count('comparison')).toBe(1);
  expect((await county.as('resident').call(openForm, { personId })).live?.answers.populationClass).toBe('03');
});
