import { suspend } from '@/domain/operations/account/accounts';
import * as operations from '@/domain/operations/office/assignment';
import { accountIdOf, type County, expectProblem, home, nextDoor, openCounty, postIdOf } from '../../support/county';

let county: County;
const town = home.slice(0, 9);

/** Four groups of ten, thirty, twenty and twenty people in one village, twenty in the next; nobody holds any of it. */
beforeEach(async () => {
  county = await openCounty();
  await county.store.transaction(async (db) => {
    await db.run(`DELETE FROM assignment`);
    await db.run('DELETE FROM person');
    await db.run('DELETE FROM village_counter');
    await db.run(
      `INSERT INTO village_counter SELECT '522732', one.* FROM unnest($1::text[], $2::text[], $3::bigint[]) AS one`,
      [
        [home, home, nextDoor, nextDoor],
        ['people', 'due', 'people', 'due'],
        [80, 80, 20, 20],
      ]
    );
    for (const [village, group, people] of [
      [home, '一组', 10],
      [home, '二组', 30],
      [home, '三组', 20],
      [home, '', 20],
      [nextDoor, '一组', 20],
    ] as const) {
      await db.run(
        `INSERT INTO person (county_code, person_id, name, name_key, village_code, village_edition, group_name, created_at, updated_at)
         SELECT '522732', $1 || '_' || n, '某', '某', $2, '2018-10-31', $3, $4, $4 FROM generate_series(1, $5::integer) AS n`,
        [`${village}${group}`, village, group, county.clock.now(), people]
      );
    }
  });
});

const both = [postIdOf('enumerator'), postIdOf('newEnumerator')];
const wish = (more: object = {}) => ({ divisionCode: town, postIds: both, ...more });
const preview = (more: object = {}) => county.as('supervisor').call(operations.previewBalance, wish(more));
const apply = (digest: string, more: object = {}) =>
  county.as('supervisor').call(operations.applyBalance, { ...wish(more), digest, reason: '首次分派' });
const held = () =>
  county.store.read((db) =>
    db.query<{ post_id: string; village_code: string; part: string; version: number }>(
      `SELECT post_id, village_code, part, version FROM assignment WHERE state = 'held' ORDER BY village_code, part`
    )
  );

describe('balancing', () => {
  test('the preview shows the loads and changes nothing', async () => {
    const shown = await preview();
    expect(shown.ideal).toBe(50);
    expect(shown.imbalance).toEqual({ before: 1, after: 0 });
    expect(shown.loads.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['采集员甲', 0, 50],
      ['采集员丙', 0, 50],
    ]);
    expect(shown.moves.reduce((sum, { people }) => sum + people, 0)).toBe(100);
    expect(await held()).toEqual([]);
  });

  test('applied, everyone stands in exactly one lease and the loads are what the picture showed', async () => {
    const shown = await preview();
    await apply(shown.digest);
    const { items } = await county.as('townOfficer').call(operations.assignmentsOf, { divisionCode: town, limit: 120 });
    expect(items.reduce((sum, village) => sum + village.held.reduce((all, lease) => all + lease.people, 0), 0)).toBe(
      100
    );
    const { items: loads } = await county.as('supervisor').call(operations.enumerators, { divisionCode: town });
    expect(loads.filter(({ load }) => load > 0).map(({ load }) => load)).toEqual([50, 50]);
  });

  test('a village where a language must be spoken goes to those who speak it, and the picture says what that costs', async () => {
    await county.store.read((db) =>
      db.run(`UPDATE post SET languages = '{汉语,水语}' WHERE post_id = $1`, [postIdOf('newEnumerator')])
    );
    const before = await preview();
    const town = county.as('townOfficer');
    await town.call(operations.setLanguage, { villageCode: home, language: '水语' });
    await town.call(operations.setLanguage, { villageCode: nextDoor, language: '布依语' });
    const { items } = await town.call(operations.assignmentsOf, { divisionCode: home });
    expect(items.map(({ language }) => language)).toEqual(['水语']);
    const shown = await preview();
    expect(new Set(shown.moves.filter((move) => move.villageCode === home).map(({ to }) => to.name))).toEqual(
      new Set(['采集员丙'])
    );
    expect(shown.remarks).toContain('没有会布依语的采集员，20人的采集要请带队村干部翻译。');
    await expectProblem(
      county.as('supervisor').refused(operations.applyBalance, { ...wish(), digest: before.digest, reason: '旧预览' }),
      'state.changed'
    );
    await town.call(operations.setLanguage, { villageCode: home, language: '' });
    await town.call(operations.setLanguage, { villageCode: nextDoor, language: '汉语' });
    expect((await preview()).digest).toBe(before.digest);
    await expectProblem(
      county.as('otherTownOfficer').refused(operations.setLanguage, { villageCode: home, language: '苗语' }),
      'access.scope'
    );
  });

  test('a second preview of balanced work moves nothing', async () => {
    await apply((await preview()).digest);
    const before = await held();
    const again = await preview();
    expect(again.moves).toEqual([]);
    expect(await apply(again.digest)).toEqual({ given: 0, takenBack: 0, kept: before.length });
    expect(await held()).toEqual(before);
  });

  test('a preview that is out of date is refused and nothing is half done', async () => {
    const { digest } = await preview();
    const byHand = { postId: postIdOf('newEnumerator'), villageCode: nextDoor };
    await county.as('supervisor').call(operations.assign, byHand);
    const before = await held();
    const stale = { ...wish(), digest, reason: '首次分派' };
    await expectProblem(county.as('supervisor').refused(operations.applyBalance, stale), 'state.changed');
    expect(await held()).toEqual(before);
  });

  test('two who apply the same preview at once apply it once', async () => {
    const { digest } = await preview();
    const input = { ...wish(), digest, reason: '首次分派' };
    const replies = await Promise.all([
      county.as('supervisor').reply(operations.applyBalance, input),
      county.as('townOfficer').reply(operations.applyBalance, input),
    ]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('a form that comes in between does not make the preview stale', async () => {
    await apply((await preview()).digest);
    const leaving = { leaving: postIdOf('enumerator') };
    const { digest } = await preview(leaving);
    await county.store.transaction((db) =>
      db.run(`UPDATE person SET collect_state = 'collected' WHERE person_id = $1`, [`${home}二组_1`])
    );
    await apply(digest, leaving);
  });

  test('when somebody leaves only his work goes to others', async () => {
    await apply((await preview()).digest);
    const before = (await held()).filter((lease) => lease.post_id === postIdOf('newEnumerator'));
    const leaving = { leaving: postIdOf('enumerator'), postIds: [...both, postIdOf('otherEnumerator')] };
    const shown = await preview(leaving);
    expect(shown.moves.every(({ from }) => from?.postId === postIdOf('enumerator'))).toBe(true);
    await apply(shown.digest, leaving);
    const after = await held();
    expect(after.some((lease) => lease.post_id === postIdOf('enumerator'))).toBe(false);
    const whole = after.filter((lease) =>
      before.some((one) => one.part === lease.part && one.village_code === lease.village_code)
    );
    expect(whole.length + after.filter(({ part }) => part === '').length).toBeGreaterThanOrEqual(before.length);
  });

  test('a village that goes to one person whole is one lease, and the merger of villages does not mix two 一组', async () => {
    await county.store.transaction(async (db) => {
      await db.run('DELETE FROM person WHERE village_code = $1', [home]);
      await db.run(
        `INSERT INTO person (county_code, person_id, name, name_key, village_code, village_edition, old_village_code, group_name, created_at, updated_at)
         SELECT '522732', 'x' || n, '某', '某', $1, '2018-10-31', CASE WHEN n <= 20 THEN '522732114230' ELSE '522732114231' END, '一组', $2, $2
         FROM generate_series(1, 40) AS n`,
        [home, county.clock.now()]
      );
    });
    await apply((await preview()).digest);
    const leases = await held();
    const parts = leases.filter(({ village_code }) => village_code === home).map(({ part }) => part);
    expect([[''], ['522732114230/一组', '522732114231/一组']]).toContainEqual(parts);
    expect(leases.filter(({ village_code }) => village_code === nextDoor).map(({ part }) => part)).toEqual(['']);
  });

  test('nobody to share among is said in a sentence', async () => {
    await county.as('countyOfficer').call(suspend, { accountId: accountIdOf('enumerator'), reason: '停用' });
    const nobody = wish({ postIds: [postIdOf('enumerator')] });
    await expectProblem(county.as('supervisor').refused(operations.previewBalance, nobody), 'assignment.nobody');
  });
});
