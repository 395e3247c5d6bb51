import { type Receipt, submitRecord } from '@/domain/operations/collecting/collect';
import { dropHeld, heldEntries } from '@/domain/operations/collecting/rescue';
import { addPerson } from '@/domain/operations/people/register';
import { tryHeld } from '../../../../cloudfunctions/collect/sync/held';
import { type County, elsewhere, expectProblem, home, newRequestId, openCounty } from '../../../support/county';
import { atTheDoor, submission, working } from '../../../support/county/forms';
import { phoneOf } from '../../../support/county/phone';

const door = { ...working, ...atTheDoor };

let county: County;
beforeEach(async () => {
  county = await openCounty();
});
afterEach(async () => county.store.close());

const filled = (baseVersion: number, change = {}) =>
  submission(county, 'weiXiaoming', { answers: { ...door, ...change }, mode: 'visit', baseVersion });
const own = async () => (await county.as('enumerator').call(heldEntries, {})).items;

describe('an entry that came before what it builds on', () => {
  test('is kept, and done when its base comes', async () => {
    const [first, second] = [phoneOf(county, 'enumerator'), phoneOf(county, 'enumerator')];
    const base = first.did(submitRecord, filled(0));
    const next = second.did(submitRecord, filled(1, { health: '2' }));
    expect(await second.send(next)).toMatchObject([{ is: 'held' }]);
    expect(await own()).toMatchObject([{ entryId: next.id, name: '韦小明', why: 'base', overdue: false }]);
    expect(await first.send(base)).toMatchObject([{ is: 'received', reply: { version: 1 } }]);
    expect(await own()).toEqual([]);
    expect(await second.send(next)).toMatchObject([{ is: 'received', reply: { version: 2, outcome: 'accepted' } }]);
  });

  test('waits for the one it names, through as many as there are', async () => {
    const phone = phoneOf(county, 'enumerator');
    const newPersonId = `p_${newRequestId()}`;
    const added = phone.did(addPerson, {
      newPersonId,
      villageCode: home,
      relation: '0',
      name: '蒙大勇',
      idNumber: null,
      noNumberReason: '正在补办',
      sex: '1',
      birthDate: '1986-10-10',
      ethnic: '25',
    });
    const answers = { ...door, idType: '2', hukouNature: '20', hukouAddress: '一组', remark: '号码正在补办' };
    const form = phone.did(submitRecord, submission(county, newPersonId, { answers, mode: 'visit' }), {
      after: [added.id],
    });
    const again = phone.did(
      submitRecord,
      submission(county, newPersonId, { answers: { ...answers, health: '2' }, mode: 'visit', baseVersion: 1 }),
      { after: [form.id] }
    );
    expect((await phone.send(again, form)).map(({ is }) => is)).toEqual(['held', 'held']);
    expect(await phone.send(added)).toMatchObject([{ is: 'received' }]);
    const results = await phone.send(form, again);
    expect(results.map((result) => (result as { reply: Receipt }).reply.version)).toEqual([1, 2]);
    expect(await own()).toEqual([]);
  });

  test('lies sealed: nobody reads its answers in the store', async () => {
    const phone = phoneOf(county, 'enumerator');
    await phone.send(phone.did(submitRecord, filled(1, { homeAddress: '示例路99号' })));
    const [row] = await county.store.read((db) => db.query('SELECT * FROM held_entry'));
    expect(JSON.stringify(row)).not.toContain('示例路');
    expect(Buffer.from((row as { sealed: Buffer }).sealed).toString()).not.toContain('示例路');
  });

  test('that cannot be done when its turn comes keeps its sentence until its author asks', async () => {
    const [first, second] = [phoneOf(county, 'enumerator'), phoneOf(county, 'enumerator')];
    const wrong = second.did(submitRecord, filled(1, { health: '99' }));
    await second.send(wrong);
    await first.send(first.did(submitRecord, filled(0)));
    expect(await own()).toMatchObject([{ why: 'refused', sentence: expect.stringContaining('健康状况') }]);
    expect(await second.send(wrong)).toMatchObject([{ is: 'refused', problem: { code: 'form.faults' } }]);
    expect(await own()).toEqual([]);
  });

  test('is done by the clock’s own pass as well, though nobody syncs any more', async () => {
    const phone = phoneOf(county, 'enumerator');
    await phone.send(phone.did(submitRecord, filled(1, { health: '2' })));
    await county.as('resident').call(submitRecord, submission(county, 'weiXiaoming'));
    expect(await tryHeld(county.services, { accountId: null, until: Date.now() + 5000 })).toBe(1);
    expect(await own()).toEqual([]);
  });
});

describe('an entry whose base does not come', () => {
  const waiting = async () => {
    const phone = phoneOf(county, 'enumerator');
    const entry = phone.did(submitRecord, filled(1));
    await phone.send(entry);
    return { phone, entry };
  };

  test('shows to the supervisor of the village, and after days as overdue; never by itself does it go', async () => {
    const { entry } = await waiting();
    county.clock.forward(200 * 86_400_000);
    await tryHeld(county.services, { accountId: null, until: Date.now() + 5000 });
    const { items } = await county.as('supervisor').call(heldEntries, { divisionCode: home });
    expect(items).toMatchObject([
      { entryId: entry.id, authorName: '采集员甲', title: '提交个人采集表', overdue: true },
    ]);
    expect((await county.as('otherSupervisor').call(heldEntries, { divisionCode: elsewhere })).items).toEqual([]);
  });

  test('may be given up with a reason, which its author is told', async () => {
    const { phone, entry } = await waiting();
    await expectProblem(
      county.as('otherSupervisor').refused(dropHeld, { entryId: entry.id, reason: '手机已遗失' }),
      'access.scope'
    );
    await county.as('supervisor').call(dropHeld, { entryId: entry.id, reason: '手机已遗失' });
    const [result] = await phone.send(entry);
    expect(result).toMatchObject({ is: 'refused', problem: { code: 'entry.dropped' } });
    expect(JSON.stringify(result)).toContain('手机已遗失');
    await expectProblem(
      county.as('supervisor').refused(dropHeld, { entryId: entry.id, reason: '手机已遗失' }),
      'state.changed'
    );
  });
});
