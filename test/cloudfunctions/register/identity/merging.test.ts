import * as identity from '../../../../src/domain/operations/people/register-identity';
import { expectCountersToHold } from '../../../support/counters';
import { type County, expectProblem, home, idNumberOf, openCounty, personIdOf } from '../../../support/county';
import { type FileRow, numberOf, oldForm, registerCsv } from '../../../support/register-file';
import { importFile, peopleNamed, personNamed, type StoredPerson, workOn } from '../../../support/register-import';

const place = { 镇街: '中和镇', 村居: '中海村' };
const stored = async (county: County, personId: string): Promise<StoredPerson & Record<string, unknown>> => {
  const row = await county.store.read((db) =>
    db.one<StoredPerson & Record<string, unknown>>('SELECT * FROM person WHERE person_id = $1', [personId])
  );
  if (row === undefined) throw new Error(`no ${personId}`);
  return row;
};

/** 韦小明 once with his number (from the seed) and once without, in another household. */
async function doubled(county: County): Promise<{ keep: StoredPerson; drop: StoredPerson }> {
  const row: FileRow = {
    姓名: '韦小明',
    公民身份号码: '',
    出生日期: '1990-05-06',
    性别: '男',
    联系电话: '13900001111',
    户号: '522732990001',
    ...place,
  };
  await importFile(county, registerCsv([row]));
  const [drop] = (await peopleNamed(county, '韦小明')).filter(({ id_type }) => id_type === '2');
  const keep = await stored(county, personIdOf('weiXiaoming'));
  if (drop === undefined) throw new Error('no second 韦小明');
  return { keep, drop };
}

const pair = (keep: StoredPerson, drop: StoredPerson) => ({
  keep: { personId: keep.person_id, version: keep.version },
  drop: { personId: drop.person_id, version: drop.version },
  reason: '村委会确认是同一人',
});

test('two rows of one person become one, the other stays readable, and the counters hold', async () => {
  const county = await openCounty();
  const { keep, drop } = await doubled(county);
  const officer = county.as('townOfficer');
  const { mergeId } = await officer.call(identity.mergePersons, pair(keep, drop));
  expect(await stored(county, drop.person_id)).toMatchObject({ merged_into: keep.person_id });
  expect((await stored(county, keep.person_id)).merged_into).toBeNull();
  const listed = await officer.call(identity.merges, { divisionCode: home });
  expect(listed.items).toMatchObject([{ mergeId, kept: { personId: keep.person_id }, undoneAt: null }]);
  await expectCountersToHold(county);
});

test('a temporary identity that is kept takes the number of the other, sealed for its own row', async () => {
  const county = await openCounty();
  const { keep: withNumber, drop: without } = await doubled(county);
  await county.as('townOfficer').call(identity.mergePersons, pair(without, withNumber));
  const kept = await stored(county, without.person_id);
  expect(kept).toMatchObject({ id_type: '1', id_masked: withNumber.id_masked });
  const { secrecy } = county.services;
  const sealed = kept.id_cipher as Buffer;
  const at = { county: '522732', table: 'person', row: without.person_id, column: 'id_cipher' };
  expect(secrecy.open(sealed, at)).toBe(idNumberOf('weiXiaoming'));
});

test('a merge taken back leaves both as they were', async () => {
  const county = await openCounty();
  const { keep: withNumber, drop: without } = await doubled(county);
  const before = [await stored(county, without.person_id), await stored(county, withNumber.person_id)];
  const officer = county.as('townOfficer');
  // The history is in order of time: the acts are a minute apart, as between people.
  county.clock.forward(60_000);
  const { mergeId } = await officer.call(identity.mergePersons, pair(without, withNumber));
  county.clock.forward(60_000);
  await officer.call(identity.unmergePersons, { mergeId, reason: '查明是两个人' });
  const after = [await stored(county, without.person_id), await stored(county, withNumber.person_id)];
  const plain = ({ version, updated_at, ...row }: StoredPerson & Record<string, unknown>) => row;
  expect(after.map(plain)).toEqual(before.map(plain));
  await expectCountersToHold(county);
  const history = await officer.call(identity.registerHistory, { personId: without.person_id });
  expect(history.items.map(({ title }) => title)).toEqual(['撤销合并', '合并重复人员', '登记入册']);
  await expectProblem(officer.refused(identity.unmergePersons, { mergeId, reason: '再试一次' }), 'state.changed');
});

test('what was changed after the merge stays with the kept one', async () => {
  const county = await openCounty();
  const { keep: withNumber, drop: without } = await doubled(county);
  const officer = county.as('townOfficer');
  const { mergeId } = await officer.call(identity.mergePersons, pair(without, withNumber));
  await county.store.read((db) => db.run(`UPDATE person SET ethnic = '09' WHERE person_id = $1`, [without.person_id]));
  await officer.call(identity.unmergePersons, { mergeId, reason: '查明是两个人' });
  expect((await stored(county, without.person_id)).ethnic).toBe('09');
});

test('two officers merging the same pair: the second is told that it has changed', async () => {
  const county = await openCounty();
  const { keep, drop } = await doubled(county);
  const both = [county.as('townOfficer'), county.as('countyOfficer')].map((who) =>
    who.reply(identity.mergePersons, pair(keep, drop))
  );
  const replies = await Promise.all(both);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = replies.find(({ ok }) => !ok);
  expect(refused).toMatchObject({ problem: { code: 'state.changed' } });
});

test('nobody merges a person of a village he does not answer for', async () => {
  const county = await openCounty();
  const { keep } = await doubled(county);
  const far = await stored(county, personIdOf('yangShan'));
  await expectProblem(county.as('townOfficer').refused(identity.mergePersons, pair(keep, far)), 'access.scope');
  await expectProblem(
    county.as('countyOfficer').refused(identity.mergePersons, pair(keep, keep)),
    'register.samePerson'
  );
});

test('of a likely double in another town an officer sees that there is one, and nobody in full', async () => {
  const county = await openCounty();
  await county.store.read((db) =>
    db.run(
      `INSERT INTO duplicate_case (county_code, case_id, kind, person_a, person_b, place, created_at)
       VALUES ('522732', 'dc_far', 'nearNameBirth', $1, $2, $3, $4)`,
      [personIdOf('weiXiaoming'), personIdOf('yangHua'), home, county.clock.now()]
    )
  );
  const seen = async (who: 'townOfficer' | 'countyOfficer', divisionCode: string) =>
    (await county.as(who).call(identity.duplicates, { divisionCode })).items[0];
  const own = await seen('townOfficer', home);
  expect(own?.a).toMatchObject({ name: '韦小明', birthDate: '1990-05-06' });
  expect(own?.b).toMatchObject({ name: '杨·**', birthDate: null, phoneMasked: '', headName: '杨·**' });
  expect((await seen('countyOfficer', '522732'))?.b).toMatchObject({ name: '杨·阿花', birthDate: '1985-07-07' });
  await expectProblem(
    county.as('townOfficer').refused(identity.keepDistinct, { caseId: 'dc_far', reason: '不是同一人' }),
    'access.scope'
  );
});

test('an answer about two people settles every question about the two, and none about a third', async () => {
  const county = await openCounty();
  const [a, b, c] = [personIdOf('weiXiaoming'), personIdOf('panMeihua'), personIdOf('shiLao')] as const;
  const open = (caseId: string, kind: string, one: string, other: string) =>
    county.store.read((db) =>
      db.run(
        `INSERT INTO duplicate_case (county_code, case_id, kind, person_a, person_b, place, created_at)
         VALUES ('522732', $1, $2, $3, $4, $5, $6)`,
        [caseId, kind, ...[one, other].sort(), home, county.clock.now()]
      )
    );
  const states = async () => {
    const rows = await county.store.read((db) =>
      db.query<{ case_id: string; state: string }>('SELECT case_id, state FROM duplicate_case ORDER BY case_id')
    );
    return rows.map(({ case_id, state }) => `${case_id} ${state}`);
  };
  await open('dc_1', 'nearNameBirth', a, b);
  await open('dc_2', 'sharedPhone', a, b);
  await open('dc_3', 'sharedPhone', a, c);
  await open('dc_4', 'nearNameBirth', a, c);
  const officer = county.as('townOfficer');
  await officer.call(identity.keepDistinct, { caseId: 'dc_1', reason: '双胞胎' });
  expect(await states()).toEqual(['dc_1 distinct', 'dc_2 distinct', 'dc_3 open', 'dc_4 open']);
  await expectProblem(officer.refused(identity.keepDistinct, { caseId: 'dc_2', reason: '再说一次' }), 'state.changed');
  await officer.call(identity.mergePersons, pair(await stored(county, a), await stored(county, c)));
  expect(await states()).toEqual(['dc_1 distinct', 'dc_2 distinct', 'dc_3 merged', 'dc_4 merged']);
});

test('likely doubles are found, shown with evidence, and not asked about twice', async () => {
  const county = await openCounty();
  const rows: FileRow[] = [
    { 姓名: '陆小芳', 公民身份号码: numberOf('1991-02-03', '2', 0), 户号: '522732990001', ...place },
    { 姓名: '陆晓芳', 公民身份号码: numberOf('1991-02-03', '2', 1), 户号: '522732990002', ...place },
    { 姓名: '石明', 公民身份号码: numberOf('1980-02-03', '1', 0), 户号: '522732990003', ...place },
    { 姓名: '石明', 公民身份号码: numberOf('1980-02-03', '1', 1), 户号: '522732990004', ...place },
    ...Array.from({ length: 6 }, (_, turn) => ({
      姓名: `蒙阿${'甲乙丙丁戊己'.charAt(turn)}`,
      公民身份号码: numberOf(`196${turn}-0${turn + 1}-11`),
      户号: `52273299100${turn}`,
      联系电话: '13900002222',
      ...place,
    })),
  ];
  await importFile(county, registerCsv(rows));
  const officer = county.as('countyOfficer');
  const started = await officer.call(identity.findDuplicates, {});
  expect((await officer.call(identity.findDuplicates, {})).alreadyRunning).toBe(true);
  await workOn(county);
  const { items } = await officer.call(identity.duplicates, { divisionCode: home });
  expect(items.map(({ kind }) => kind).sort()).toEqual(['nearNameBirth', 'sameNameBirthVillage', 'sharedPhone']);
  expect(items.find(({ kind }) => kind === 'nearNameBirth')?.evidence).toEqual([
    '姓名只差一个字，出生日期相同，在同一个村（居），性别相同。',
  ]);
  expect(items.find(({ kind }) => kind === 'sharedPhone')?.evidence[0]).toContain('登记在6人名下');
  const near = items.find(({ kind }) => kind === 'nearNameBirth');
  if (near === undefined) throw new Error('not found');
  await county.as('townOfficer').call(identity.keepDistinct, { caseId: near.caseId, reason: '双胞胎' });
  await officer.call(identity.findDuplicates, {});
  await workOn(county);
  const counts = await officer.call(identity.duplicateCounts, { divisionCode: '522732' });
  expect(counts.open.reduce((sum, { cases }) => sum + cases, 0)).toBe(2);
  expect(started.jobId).not.toBe('');
  await expectProblem(
    county.as('townOfficer').refused(identity.keepDistinct, { caseId: near.caseId, reason: '再说一次' }),
    'state.changed'
  );
});

test('an old number can be taken over in its new form, a wrong one typed anew, a foreign one opens a case', async () => {
  const county = await openCounty();
  const number = numberOf('1975-06-07');
  const rows: FileRow[] = [
    { 姓名: '吴老三', 公民身份号码: oldForm(number), 户号: '522732990001', ...place },
    { 姓名: '吴小四', 公民身份号码: '', 出生日期: '2017-12-01', 性别: '男', 户号: '522732990001', ...place },
    { 姓名: '吴小五', 公民身份号码: '', 出生日期: '2016-12-01', 性别: '女', 户号: '522732990001', ...place },
  ];
  await importFile(county, registerCsv(rows));
  const officer = county.as('townOfficer');
  const waiting = await officer.call(identity.temporaryIdentities, { divisionCode: home });
  expect(waiting.items.map(({ name }) => name).sort()).toEqual(['吴小五', '吴小四', '吴老三'].sort());
  const old = await personNamed(county, '吴老三');
  const joined = await officer.call(identity.joinIdentity, {
    personId: old.person_id,
    version: old.version,
    from: 'upgraded',
    reason: '已核对身份证',
  });
  expect(joined).toMatchObject({ outcome: 'joined', version: old.version + 1 });
  expect(await personNamed(county, '吴老三')).toMatchObject({ id_type: '1', birth_date: '1975-06-07' });
  const child = await personNamed(county, '吴小四');
  const taken = await officer.call(identity.joinIdentity, {
    personId: child.person_id,
    version: child.version,
    idNumber: idNumberOf('weiXue'),
    reason: '新办身份证',
  });
  expect(taken).toMatchObject({ outcome: 'taken' });
  expect(await personNamed(county, '吴小四')).toMatchObject({ id_type: '2', version: child.version });
  const given = await officer.call(identity.joinIdentity, {
    personId: child.person_id,
    version: child.version,
    idNumber: ` ${numberOf('2017-12-01').toLowerCase()} `,
    reason: '新办身份证',
  });
  expect(given.outcome).toBe('joined');
  const none = await personNamed(county, '吴小五');
  await expectProblem(
    officer.refused(identity.joinIdentity, {
      personId: none.person_id,
      version: none.version,
      from: 'upgraded',
      reason: '已核对',
    }),
    'register.identity'
  );
  await expectProblem(
    officer.refused(identity.joinIdentity, {
      personId: child.person_id,
      version: 99,
      idNumber: numberOf('2017-12-01'),
      reason: '再补一次',
    }),
    'state.changed'
  );
  await expectCountersToHold(county);
});
