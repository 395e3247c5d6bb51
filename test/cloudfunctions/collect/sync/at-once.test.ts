import { submitRecord } from '@/domain/operations/collecting/collect';
import { comparisons, settleComparison } from '@/domain/operations/collecting/comparison';
import { heldEntries, importRescue } from '@/domain/operations/collecting/rescue';
import type { SyncResult } from '@/domain/operations/collecting/sync';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { addPerson } from '@/domain/operations/people/register';
import { migrate } from '../../../../cloudfunctions/store/migrate';
import type { Store } from '../../../../cloudfunctions/store/port';
import { type County, countyOver, home, newRequestId, personIdOf } from '../../../support/county';
import { twoAnswers } from '../../../support/county/comparing';
import { countersOf } from '../../../support/county/counters';
import { atTheDoor, submission, working } from '../../../support/county/forms';
import { type Phone, phoneOf } from '../../../support/county/phone';
import { rescueInput } from '../../../support/county/rescue';
import { freshDatabase, onServer } from '../../../support/postgres';
import { freshStore } from '../../../support/store';

const door = { ...working, ...atTheDoor };
const personId = personIdOf('weiXiaoming');

/** Phones, people and the clock act in the same moment; what holds on the embedded store must hold on a server. */
const together = (open: () => Promise<Store>) => () => {
  let county: County;
  beforeEach(async () => {
    county = await countyOver(await open());
  });
  afterEach(async () => {
    const { kept, recounted } = await countersOf(county.store);
    await county.store.close();
    expect(kept).toEqual(recounted);
  });

  const form = (change = {}, baseVersion = 0) =>
    submission(county, 'weiXiaoming', { answers: { ...door, ...change }, mode: 'visit', baseVersion });
  const visit = (phone: Phone) =>
    phone.did(recordVisit, {
      visitId: newRequestId(),
      personId,
      channel: 'visit',
      outcome: '11',
      at: county.clock.now().toISOString(),
    });
  const count = async (table: string) =>
    (await county.store.read((db) => db.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)))?.n;
  const told = (results: SyncResult[]) => results.map(({ is }) => is);

  test('one batch sent by two tabs at once is done once', async () => {
    const phone = phoneOf(county, 'enumerator');
    const entries = [phone.did(submitRecord, form()), visit(phone), visit(phone)];
    const [one, other] = await Promise.all([phone.send(...entries), phone.send(...entries)]);
    // What one of them could not decide in that moment it asks again.
    const again = await phone.send(...entries);
    expect(told(again)).toEqual(['received', 'received', 'received']);
    for (const result of [...(one ?? []), ...(other ?? [])]) expect(again).toContainEqual(result);
    expect([await count('record_version'), await count('visit')]).toEqual([1, 2]);
  });

  test('two phones of one enumerator, the base here and what follows there', async () => {
    const [first, second] = [phoneOf(county, 'enumerator'), phoneOf(county, 'enumerator')];
    const base = first.did(submitRecord, form());
    const next = second.did(submitRecord, form({ health: '2' }, 1));
    await Promise.all([first.send(base), second.send(next)]);
    // Held in the very moment in which its base came: the next sync of either finds it.
    await first.send(visit(first));
    expect(await second.send(next)).toMatchObject([{ is: 'received', reply: { version: 2 } }]);
    expect((await county.as('enumerator').call(heldEntries, {})).items).toEqual([]);
    expect(await count('record_version')).toBe(2);
  });

  test('two phones that met the same new household make one', async () => {
    const newHouseholdId = newRequestId();
    const adding = (phone: Phone, name: string, relation: string, birthDate: string) =>
      phone.did(addPerson, {
        newPersonId: `p_${newRequestId()}`,
        newHouseholdId,
        villageCode: home,
        relation,
        name,
        idNumber: null,
        noNumberReason: '正在补办',
        sex: '1',
        birthDate,
      });
    const phones = [phoneOf(county, 'enumerator'), phoneOf(county, 'enumerator')] as const;
    const results = await Promise.all([
      phones[0].send(adding(phones[0], '蒙大勇', '0', '1980-01-01')),
      phones[1].send(adding(phones[1], '蒙小勇', '2', '2004-01-01')),
    ]);
    expect(results.map(told)).toEqual([['received'], ['received']]);
    const people = await county.store.read((db) =>
      db.query(`SELECT name FROM person WHERE household_id = $1 ORDER BY name`, [newHouseholdId])
    );
    expect(people).toHaveLength(2);
  });

  test('a late form that comes while somebody chooses', async () => {
    const { comparisonId, version, liveVersion } = await twoAnswers(county);
    const phone = phoneOf(county, 'enumerator');
    const choice = { comparisonId, version, liveVersion, choices: { income: 'late' as const }, reason: '向本人核实' };
    const [settled, sent] = await Promise.all([
      county.as('townOfficer').reply(settleComparison, choice),
      phone.send(phone.did(submitRecord, form({ income: 5000, health: '2' }, 1))),
    ]);
    expect(told(sent)).toEqual(['received']);
    // Whoever came second was told so or went together with the first; nothing is lost either way.
    const { open } = await county.as('townOfficer').call(comparisons, { divisionCode: home });
    const besides = (sent[0] as { reply: { outcome: string } }).reply.outcome === 'conflict' ? 1 : 0;
    if (settled.ok) expect(open).toBe(besides);
    else expect([settled.problem.code, open]).toEqual(['state.changed', 1 + besides]);
  });

  test('a rescue file and the phone it came from, at once', async () => {
    const phone = phoneOf(county, 'enumerator');
    const entries = [phone.did(submitRecord, form()), visit(phone)];
    const input = rescueInput(county, 'enumerator', entries);
    await Promise.all([county.as('supervisor').call(importRescue, input), phone.send(...entries)]);
    expect(told(await phone.send(...entries))).toEqual(['received', 'received']);
    expect([await count('record_version'), await count('visit')]).toEqual([1, 1]);
  });
};

describe('on the embedded store', together(freshStore));

onServer(
  'on a PostgreSQL server',
  together(async () => {
    const store = await freshDatabase({ poolSize: 8 });
    await migrate(store);
    return store;
  })
);
