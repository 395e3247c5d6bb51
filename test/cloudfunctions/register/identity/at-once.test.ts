import { addPerson } from '@/domain/operations/people/register';
import { joinIdentity, mergePersons } from '@/domain/operations/people/register-identity';
import { decideTransfer, requestTransfer } from '@/domain/operations/people/register-moves';
import { sealLate, verifyAudit } from '../../../../cloudfunctions/audit';
import { migrate } from '../../../../cloudfunctions/store/migrate';
import type { Store } from '../../../../cloudfunctions/store/port';
import type { Reply } from '../../../../src/domain/operations/envelope';
import { type County, countyOver, elsewhere, home, idNumberOf, personIdOf } from '../../../support/county';
import { countersOf } from '../../../support/county/counters';
import { freshDatabase, onServer } from '../../../support/postgres';
import { numberOf, registerCsv } from '../../../support/register-file';
import { importFile, personNamed, startImport, workOn } from '../../../support/register-import';
import { freshStore } from '../../../support/store';

const number = () => numberOf('1979-03-08');
const newcomer = { villageCode: home, name: '蒙大勇', relation: '9', groupName: '一组', houseNo: '9号' };

/** One number is one person, whoever is quicker; the counters and the trail are whole. */
const together = (open: () => Promise<Store>) => () => {
  let store: Store;
  let county: County;
  beforeEach(async () => {
    store = await open();
    county = await countyOver(store);
  });
  afterEach(async () => {
    const { kept, recounted } = await countersOf(county.store);
    expect(kept).toEqual(recounted);
    await sealLate(county.store, '522732');
    expect(await verifyAudit(county.store, '522732')).toMatchObject({ state: 'intact' });
    expect(county.world.log.filter(({ outcome }) => outcome === 'internal')).toEqual([]);
    await store.close();
  });

  const holders = async () =>
    county.store.read((db) =>
      db.query<{ person_id: string }>(
        'SELECT person_id FROM person WHERE id_index = ANY($1::bytea[]) AND merged_into IS NULL',
        [county.services.secrecy.indexes('idNumber', number())]
      )
    );
  const codes = (replies: readonly Reply[]) => replies.map((reply) => (reply.ok ? 'ok' : reply.problem.code));
  const temporary = async (name: string) => {
    const row = { 姓名: name, 公民身份号码: '', 性别: '男', 出生日期: '1979-03-08', 户号: '52273299', 村居代码: home };
    await importFile(county, registerCsv([row]));
    return personNamed(county, name);
  };

  test('eight who meet the same newcomer at eight doors', async () => {
    const add = () => county.as('enumerator').reply(addPerson, { ...newcomer, idNumber: number() });
    const said = codes(await Promise.all(Array.from({ length: 8 }, add)));
    expect(said).toContain('ok');
    expect(said.filter((code) => code !== 'ok' && code !== 'person.duplicateId')).toEqual([]);
    expect(await holders()).toHaveLength(1);
  });

  test('a register that names him, a door at which he stands, and the office that writes his number in', async () => {
    const waiting = await temporary('蒙老大');
    await startImport(county, registerCsv([{ 姓名: '蒙大勇', 公民身份号码: number(), 村居代码: home }]));
    const replies = await Promise.all([
      workOn(county).then((): Reply => ({ ok: true, value: null })),
      county.as('enumerator').reply(addPerson, { ...newcomer, idNumber: number() }),
      county.as('townOfficer').reply(joinIdentity, {
        personId: waiting.person_id,
        version: waiting.version,
        idNumber: number(),
        reason: '新办身份证',
      }),
    ]);
    await workOn(county);
    expect(codes(replies)).toContain('ok');
    expect(await holders()).toHaveLength(1);
  });

  test('two officers who merge the same pair, each the other way round', async () => {
    const [one, other] = [
      { personId: personIdOf('shiYun'), version: 1 },
      { personId: personIdOf('weiXiaoming'), version: 1 },
    ];
    const replies = await Promise.all([
      county.as('townOfficer').reply(mergePersons, { keep: one, drop: other, reason: '同一人' }),
      county.as('countyOfficer').reply(mergePersons, { keep: other, drop: one, reason: '同一人' }),
    ]);
    expect(codes(replies).sort()).toEqual(['ok', 'state.changed']);
  });

  test('two villages that ask for the same person, and a consent given twice', async () => {
    const ask = () =>
      county
        .as('otherSecretary')
        .reply(requestTransfer, { idNumber: idNumberOf('shiYun'), toVillage: elsewhere, reason: '投亲' });
    const asked = await Promise.all([ask(), ask()]);
    expect(codes(asked).sort()).toEqual(['ok', 'register.transfer']);
    const { transferId } = asked.flatMap((reply) => (reply.ok ? [reply.value as { transferId: string }] : []))[0] ?? {};
    const decide = () =>
      county.as('villageSecretary').reply(decideTransfer, { transferId, consent: true, reason: '情况属实' });
    expect(codes(await Promise.all([decide(), decide()])).sort()).toEqual(['ok', 'state.changed']);
  });
};

describe('on the embedded store', together(freshStore));

onServer(
  'on a server',
  together(async () => {
    const store = await freshDatabase({ poolSize: 8 });
    await migrate(store);
    return store;
  })
);
