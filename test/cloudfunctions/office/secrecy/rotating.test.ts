import { sampleIdNumber } from '@/domain/identity';
import { paper } from '@/domain/operations/collecting/collect';
import { askCorrection, myCorrections } from '@/domain/operations/collecting/corrections';
import { keyStatus, revealSecret, rotateKeys } from '@/domain/operations/office/secrecy';
import { addPerson, search } from '@/domain/operations/people/register';
import { jobKinds } from '../../../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../../../cloudfunctions/jobs/runner';
import { sealedTables } from '../../../../cloudfunctions/office/secrets/sealed-tables';
import {
  type County,
  expectProblem,
  home,
  idNumberOf,
  openCounty,
  type PersonName,
  people,
  personIdOf,
} from '../../../support/county';
import { outOfWork, send } from '../../../support/county/forms';
import { withNewKeys, withOldKeys, withoutOldKeys } from '../../../support/county/keys';

const whom = personIdOf('weiXiaoming');
const everybody = Object.keys(people) as PersonName[];

async function rotate(county: County): Promise<Record<string, unknown>> {
  await county.as('keeper').call(rotateKeys, { reason: '每年更换' });
  await runJobs(county.services, jobKinds, 60_000);
  const { lastJob } = await county.as('keeper').call(keyStatus, {});
  expect(lastJob?.state).toBe('done');
  return lastJob?.result ?? {};
}

test('after the new keys are in use everything opens and is found without the old ones', async () => {
  const county = await openCounty();
  await send(county, 'resident', 'weiXiaoming', { answers: outOfWork });
  await county.as('resident').call(askCorrection, { personId: whom, topic: 'work', text: '我已经换了工作。' });
  withNewKeys(county);
  expect(await rotate(county)).toMatchObject({ resealed: everybody.length + 2, doubles: 0, files: 0, invitations: 0 });
  withoutOldKeys(county);
  const found = await county.as('townOfficer').call(search, { text: idNumberOf('weiXiaoming') });
  expect(found.items).toMatchObject([{ personId: whom }]);
  const shown = await county
    .as('townOfficer')
    .call(revealSecret, { personId: whom, what: 'idNumber', reason: '核对身份证号码' });
  expect(shown.lines[0]?.text).toBe(idNumberOf('weiXiaoming'));
  expect((await county.as('resident').call(paper, { personId: whom })).version).toBe(1);
  expect((await county.as('resident').call(myCorrections, { personId: whom })).items[0]?.text).toBe('我已经换了工作。');
});

test('a value that nothing opens stops nobody: it stays as it is and is counted', async () => {
  const county = await openCounty();
  await county.store.read((db) =>
    db.run(
      `UPDATE person SET phone_cipher = set_byte(id_cipher, octet_length(id_cipher) - 1, 0) WHERE person_id = $1`,
      [whom]
    )
  );
  withNewKeys(county);
  expect(await rotate(county)).toMatchObject({ resealed: everybody.length - 1, unreadable: 1 });
});

test('while it runs everyone is found, those done and those not', async () => {
  const county = await openCounty();
  withNewKeys(county);
  const findEverybody = async (): Promise<number> => {
    let found = 0;
    for (const who of everybody) {
      found += (await county.as('countyOfficer').call(search, { text: idNumberOf(who) })).items.length;
    }
    return found;
  };
  expect(await findEverybody()).toBe(everybody.length);
  await county.store.read((db) =>
    db.run(`UPDATE person SET id_index = $1 WHERE person_id = $2`, [
      county.services.secrecy.index('idNumber', idNumberOf('shiLao')),
      personIdOf('shiLao'),
    ])
  );
  expect(await findEverybody()).toBe(everybody.length);
});

test('one number stays one person while the index is being rebuilt', async () => {
  const county = await openCounty();
  withNewKeys(county);
  const again = { villageCode: home, relation: '0', name: '韦小明', idNumber: idNumberOf('weiXiaoming') };
  expect(await county.as('villageSecretary').call(addPerson, again)).toMatchObject({
    outcome: 'known',
    personId: whom,
  });
  await rotate(county);
  expect(await county.as('villageSecretary').call(addPerson, again)).toMatchObject({
    outcome: 'known',
    personId: whom,
  });
});

test('two processes with different keys took the same new number: a human is asked, nobody is lost', async () => {
  const county = await openCounty();
  const number = sampleIdNumber('522732', '1986-10-10', '1', 2);
  const newcomer = { villageCode: home, relation: '0', name: '蒙大勇', idNumber: number };
  withNewKeys(county);
  const first = await county.as('villageSecretary').call(addPerson, newcomer);
  // A process that was not started anew knows nothing of the new index.
  withOldKeys(county);
  const second = await county.as('villageSecretary').call(addPerson, { ...newcomer, name: '蒙大勇二' });
  expect([first.outcome, second.outcome]).toEqual(['added', 'added']);
  withNewKeys(county);
  expect(await rotate(county)).toMatchObject({ doubles: 1 });
  const cases = await county.store.read((db) => db.query(`SELECT kind, person_a, person_b FROM duplicate_case`));
  const [person_a, person_b] = [first.personId, second.personId].sort();
  expect(cases).toEqual([{ kind: 'claimed', person_a, person_b }]);
  const found = await county.as('townOfficer').call(search, { text: number });
  expect(found.items).toHaveLength(2);
});

test('killed in the middle it goes on where it stood, and a second run changes nothing', async () => {
  const county = await openCounty();
  await send(county, 'resident', 'weiXiaoming', { answers: outOfWork });
  withNewKeys(county);
  await county.as('keeper').call(rotateKeys, { reason: '每年更换' });
  const { transaction } = county.store;
  let pages = 0;
  county.services.store = {
    ...county.store,
    transaction: (work) => {
      pages += 1;
      // The first page is stored; at the second the process dies and never comes back.
      return pages === 3 ? new Promise(() => undefined) : transaction(work);
    },
  };
  void runJobs(county.services, jobKinds, 60_000);
  while (pages < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  county.services.store = county.store;
  county.clock.forward(61_000);
  await runJobs(county.services, jobKinds, 60_000);
  const stale = await county.store.read((db) =>
    db.query<{ id_cipher: Buffer }>('SELECT id_cipher FROM person WHERE id_cipher IS NOT NULL')
  );
  expect(stale.filter(({ id_cipher }) => county.services.secrecy.isStale(id_cipher))).toEqual([]);
  expect(await rotate(county)).toMatchObject({ resealed: 0 });
});

test('without a new key there is nothing to do, and says so', async () => {
  const county = await openCounty();
  await expectProblem(county.as('keeper').refused(rotateKeys, { reason: '每年更换' }), 'keys.nothing');
});

test('every sealed column of the store is in the list that is sealed anew', async () => {
  const county = await openCounty();
  const columns = await county.store.read((db) =>
    db.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = current_schema() AND data_type = 'bytea' AND table_name NOT LIKE 'audit%' ORDER BY 1`
    )
  );
  const listed = sealedTables.flatMap(({ table, cells }) =>
    cells.flatMap(({ column, index }) => [`${table}.${column}`, ...(index ? [`${table}.${index.column}`] : [])])
  );
  // Found under the old key until they run out, and a digest of what a register said.
  const others = ['invitation.phone_index', 'person.register_digest'];
  expect(columns.map(({ name }) => name)).toEqual([...listed, ...others].sort());
});
