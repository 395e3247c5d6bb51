import { veil } from '@/domain/access';
import { history, paper } from '@/domain/operations/collecting/collect';
import { revealAllowance, revealSecret } from '@/domain/operations/office/secrecy';
import { household, person } from '@/domain/operations/people/register';
import {
  type County,
  expectProblem,
  householdIdOf,
  idNumberOf,
  newRequestId,
  openCounty,
  people,
  personIdOf,
} from '../../../support/county';
import { child, outOfWork, send } from '../../../support/county/forms';

const whom = personIdOf('weiXiaoming');
const why = '电话核实就业情况';
const setReveal = ({ store, clock }: County, value: object) =>
  store.read((db) =>
    db.run(`INSERT INTO setting (county_code, name, value, updated_at) VALUES ('522732', 'reveal', $1::jsonb, $2)`, [
      value,
      clock.now(),
    ])
  );

test('a town officer sees a number for a reason and for minutes, and the trail says so without the number', async () => {
  const county = await openCounty();
  const shown = await county.as('townOfficer').call(revealSecret, { personId: whom, what: 'idNumber', reason: why });
  expect(shown.lines).toEqual([{ label: '公民身份号码', text: idNumberOf('weiXiaoming') }]);
  expect(shown.expiresAt).toBe('2018-02-01T02:05:00.000Z');
  const rows = await county.store.read((db) =>
    db.query<{ subject: string; reason: string; details: object; text: string }>(
      `SELECT subject, reason, details, row_to_json(audit_entry)::text AS text FROM audit_entry WHERE act = 'office.revealSecret'`
    )
  );
  expect(rows).toMatchObject([{ subject: whom, reason: why, details: { what: 'idNumber', times: 1 } }]);
  expect(rows[0]?.text).not.toContain(idNumberOf('weiXiaoming'));
});

test('what was revealed is kept nowhere, not even for a call that is asked again', async () => {
  const county = await openCounty();
  const requestId = newRequestId();
  const input = { personId: whom, what: 'phone' as const, reason: why };
  const first = await county.as('townOfficer').call(revealSecret, input, { requestId });
  expect(first.lines).toEqual([{ label: '联系电话', text: '13900000002' }]);
  const again = await county.as('townOfficer').call(revealSecret, input, { requestId });
  expect(again).toEqual({ ...first, lines: [] });
  const kept = await county.store.read((db) => db.query<{ text: string }>('SELECT reply::text AS text FROM request'));
  expect(kept.map(({ text }) => text).join()).not.toContain('13900000002');
});

test.each([
  ['没有写原因', { reason: '' }, 'call.invalid'],
  ['原因太短', { reason: '看看' }, 'call.invalid'],
  ['原因里写了手机号码', { reason: '核对号码 139 0000 0002' }, 'call.invalid'],
  ['没有这样东西可看', { what: 'password', reason: why }, 'call.invalid'],
  ['此人没有填过', { what: 'disabilityNo', reason: why }, 'found.nothing'],
] as const)('%s: nothing is shown', async (_, change, code) => {
  const county = await openCounty();
  const input = { personId: whom, what: 'idNumber', ...change };
  await expectProblem(county.as('townOfficer').refused(revealSecret, input), code);
});

test('an enumerator may dial and see no identity number; a supervisor sees neither', async () => {
  const county = await openCounty();
  const call = { personId: whom, what: 'phone', reason: why } as const;
  expect((await county.as('enumerator').call(revealSecret, call)).lines).toHaveLength(1);
  await expectProblem(county.as('enumerator').refused(revealSecret, { ...call, what: 'idNumber' }), 'secret.role');
  await expectProblem(county.as('supervisor').refused(revealSecret, call), 'access.verb');
  await expectProblem(county.as('otherEnumerator').refused(revealSecret, call), 'access.scope');
});

test('the looks of a day are counted by post, two at once too, and begin anew the next day', async () => {
  const county = await openCounty();
  await setReveal(county, { perDay: 3 });
  const look = () => county.as('townOfficer').reply(revealSecret, { personId: whom, what: 'phone', reason: why });
  const said = await Promise.all([look(), look(), look(), look()]);
  expect(said.filter(({ ok }) => ok)).toHaveLength(3);
  await expectProblem(
    county.as('townOfficer').refused(revealSecret, { personId: whom, what: 'phone', reason: why }),
    'secret.limit'
  );
  expect(await county.as('townOfficer').call(revealAllowance, {})).toMatchObject({ limit: 3, remaining: 0 });
  expect(await county.as('countyOfficer').call(revealAllowance, {})).toMatchObject({ limit: 3, remaining: 3 });
  county.clock.set('2018-02-02T02:00:00Z');
  expect((await look()).ok).toBe(true);
});

test('health and support are covered for the office and shown for a reason; the person himself sees them', async () => {
  const county = await openCounty();
  await send(county, 'resident', 'weiXiaoming', { answers: { ...outOfWork, health: '2' } });
  const lineOf = async (seat: 'resident' | 'townOfficer' | 'enumerator' | 'supervisor', field: string) => {
    const { sections, html } = await county.as(seat).call(paper, { personId: whom });
    const line = sections.flatMap(({ lines }) => lines).find((one) => one.field === field);
    return { text: line?.text ?? '', printed: html };
  };
  const own = await lineOf('resident', 'health');
  expect(own.text).not.toBe(veil);
  expect((await lineOf('enumerator', 'health')).text).toBe(own.text);
  const office = await lineOf('townOfficer', 'health');
  expect(office.text).toBe(veil);
  expect((await lineOf('townOfficer', 'poorRegistered')).text).toBe(veil);
  expect((await lineOf('townOfficer', 'name')).text).toBe('韦小明');
  const revealed = await county
    .as('townOfficer')
    .call(revealSecret, { personId: whom, what: 'health', reason: '核对援助对象' });
  expect(revealed.lines).toContainEqual({ label: '健康状况', text: own.text });
});

test('that an answer on health changed is in the history, what it said is not', async () => {
  const county = await openCounty();
  await send(county, 'resident', 'weiXiaoming', { answers: { ...outOfWork, health: '1' } });
  await send(county, 'resident', 'weiXiaoming', { answers: { ...outOfWork, health: '2' } });
  const changeFor = async (seat: 'resident' | 'countyOfficer') => {
    const { versions } = await county.as(seat).call(history, { personId: whom });
    return versions[0]?.changes.find(({ field }) => field === 'health');
  };
  expect(await changeFor('countyOfficer')).toMatchObject({ label: '健康状况', before: veil, after: veil });
  const own = await changeFor('resident');
  expect(own?.before).not.toBe(own?.after);
});

test('the supervisor counts a child of five and does not learn its birthday; the village does', async () => {
  const county = await openCounty();
  const born = async (seat: 'supervisor' | 'villageSecretary') => {
    const { members } = await county.as(seat).call(household, { householdId: householdIdOf('one') });
    return members.find(({ personId }) => personId === personIdOf('weiXue'))?.birthDate;
  };
  expect(await born('supervisor')).toBeNull();
  expect(await born('villageSecretary')).toBe(people.weiXue.born);
  const alone = await county.as('supervisor').call(person, { personId: personIdOf('weiXue') });
  expect(alone.birthDate).toBeNull();
});

test("of a child's form the supervisor reads that it is there and little else", async () => {
  const county = await openCounty();
  await send(county, 'enumerator', 'weiXue', {
    answers: { ...child, outcome: '01', guide: '示例村支书', respondent: '2' },
    mode: 'visit',
    reasons: {},
  });
  const { sections } = await county.as('supervisor').call(paper, { personId: personIdOf('weiXue') });
  const lines = sections.flatMap((section) => section.lines);
  const shown = lines.filter(({ text }) => text !== veil).map(({ field }) => field);
  expect(shown).toEqual(expect.arrayContaining(['name', 'populationClass']));
  expect(shown).not.toEqual(expect.arrayContaining(['birthDate']));
  expect(lines.find(({ field }) => field === 'birthDate')?.text).toBe(veil);
});

test('a number moved to another row, or changed where it stands, is not shown and not counted', async () => {
  const county = await openCounty();
  const officer = county.as('townOfficer');
  for (const change of [
    `(SELECT id_cipher FROM person WHERE person_id = '${personIdOf('shiYun')}')`,
    `set_byte(id_cipher, 30, get_byte(id_cipher, 30) # 1)`,
  ]) {
    await county.store.read((db) => db.script(`UPDATE person SET id_cipher = ${change} WHERE person_id = '${whom}'`));
    const look = { personId: whom, what: 'idNumber', reason: why } as const;
    await expectProblem(officer.refused(revealSecret, look), 'secret.broken');
  }
  expect((await officer.call(revealAllowance, {})).remaining).toBe(40);
  expect(county.world.log.at(-2)).toMatchObject({
    outcome: 'secret.broken',
    surprise: expect.stringContaining('SecrecyFault'),
  });
});
