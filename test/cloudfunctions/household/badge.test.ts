import { suspend } from '@/domain/operations/account/accounts';
import * as operations from '@/domain/operations/account/badge';
import { takeBack } from '@/domain/operations/office/assignment';
import { setCallback } from '@/domain/operations/office/callbacks';
import { accountIdOf, type County, elsewhere, expectProblem, home, openCounty, postIdOf } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const show = (who: 'enumerator' | 'otherEnumerator' = 'enumerator') => county.as(who).call(operations.myBadge, {});
const check = (code: string) => county.anyone.call(operations.checkBadge, { code });
const printed = async (who: 'enumerator' = 'enumerator') =>
  (await county.as('townOfficer').call(operations.badgeSheet, { postId: postIdOf(who) })).html;

describe('whom to call', () => {
  const set = (divisionCode: string, callback: string) =>
    county.as('countyOfficer').call(setCallback, { divisionCode, callback });
  const town = home.slice(0, 9);

  test('is the office of the town he works in, where it has a number; else the county, also for a false code', async () => {
    const { code } = await show();
    expect(await set('522732', '县就业办热线')).toEqual({ county: '县就业办热线', towns: [] });
    expect((await check(code)).callback).toBe('县就业办热线');
    expect((await set(town, '中和镇就业服务站')).towns).toEqual([
      { divisionCode: town, name: '中和镇', callback: '中和镇就业服务站' },
    ]);
    expect((await check(code)).callback).toBe('中和镇就业服务站');
    expect(await printed()).toContain('中和镇就业服务站');
    expect((await check((await show('otherEnumerator')).code)).callback).toBe('县就业办热线');
    expect((await check('nobody')).callback).toBe('县就业办热线');
    expect(await set(town, '')).toEqual({ county: '县就业办热线', towns: [] });
    expect((await check(code)).callback).toBe('县就业办热线');
    await set('522732', '');
    expect((await check(code)).callback).toContain('县就业办');
  });

  test('is set by the county alone, for towns and not for villages', async () => {
    const wanted = { divisionCode: town, callback: '假电话' };
    await expectProblem(county.as('townOfficer').refused(setCallback, wanted), 'access.verb');
    const village = { ...wanted, divisionCode: home };
    await expectProblem(county.as('countyOfficer').refused(setCallback, village), 'division.unknown');
  });
});

describe('at the door', () => {
  test('anyone who scans sees name, number, company, villages and until when', async () => {
    const badge = await show();
    expect(badge.villages.map(({ code }) => code)).toEqual(['522732114288', home]);
    expect(badge.picture).toMatch(/^data:image\//);
    const checked = await check(badge.code);
    expect(checked).toMatchObject({ state: 'valid', holder: { name: '采集员甲', endsOn: null } });
    expect(checked.holder?.villages).toContain('中和镇中海村');
    expect(checked.callback).not.toBe('');
  });

  test('what is scanned says nothing by itself, and the store does not know it', async () => {
    const { code } = await show();
    expect(code).toMatch(/^[A-Za-z0-9]{22}$/);
    expect((await show()).code).not.toBe(code);
    const kept = await county.store.read((db) =>
      db.query<{ row: string }>(
        'SELECT to_jsonb(badge_code)::text AS row FROM badge_code UNION ALL SELECT to_jsonb(request)::text FROM request'
      )
    );
    for (const { row } of kept) expect(row).not.toContain(code);
  });

  test('a code of this morning still holds at a door without signal in the evening, and has run out at night', async () => {
    const { code } = await show();
    county.clock.forward(12 * 3_600_000 - 1000);
    expect((await check(code)).state).toBe('valid');
    county.clock.forward(1000);
    const late = await check(code);
    expect(late).toMatchObject({ state: 'expired', holder: null });
    expect(late.sentence).toContain('重新出示');
  });

  test('a suspended enumerator is red at once, with the code he showed a minute ago, and nothing says who he is', async () => {
    const { code } = await show();
    await county
      .as('countyOfficer')
      .call(suspend, { accountId: accountIdOf('enumerator'), reason: '接到投诉，先停用核实' });
    expect(await check(code)).toMatchObject({ state: 'suspended', holder: null });
  });

  test('one whose work was all taken back is not to be let in either', async () => {
    const { code } = await show('otherEnumerator');
    const assignmentId = `s_otherEnumerator_${elsewhere}`;
    await county.as('otherTownOfficer').call(takeBack, { assignmentId, version: 1, reason: '调整分工' });
    expect(await check(code)).toMatchObject({ state: 'noWork', holder: null });
  });

  test('a post that has ended is red', async () => {
    const { code } = await show();
    await county.store.read((db) =>
      db.run(`UPDATE post SET ends_on = '2018-01-31' WHERE post_id = $1`, [postIdOf('enumerator')])
    );
    expect((await check(code)).state).toBe('ended');
  });

  test.each(['made-up', 'A'.repeat(22), "' OR 1=1 --", '522732199001011234'])('%p is nobody’s badge', async (code) => {
    const checked = await check(code);
    expect(checked).toMatchObject({ state: 'unknown', holder: null });
    expect(checked.sentence).toContain('可能是假的');
  });

  test('a badge of another county says nothing here', async () => {
    const { code } = await show();
    await county.store.read((db) => db.run(`UPDATE badge_code SET county_code = '522731'`));
    expect((await check(code)).state).toBe('unknown');
  });

  test('only enumerators have one', async () => {
    await expectProblem(county.as('villageSecretary').refused(operations.myBadge, {}), 'access.verb');
    await expectProblem(county.as('resident').refused(operations.myBadge, {}), 'access.verb');
  });
});

describe('a card to wear', () => {
  test('has a place for the photo, holds until the post or half a year ends, and is void when printed again', async () => {
    const html = await printed();
    expect(html).toContain('贴照片处');
    expect(html).toContain('采集员甲');
    const codes = county.world.codes.map(({ scene }) => scene);
    const first = codes.at(-1) ?? '';
    expect(html).not.toContain(first);
    county.clock.forward(100 * 86_400_000);
    expect((await check(first)).state).toBe('valid');
    await printed();
    expect((await check(first)).state).toBe('expired');
    expect((await check(county.world.codes.at(-1)?.scene ?? '')).state).toBe('valid');
  });

  test('only by those who lead him', async () => {
    const postId = postIdOf('enumerator');
    await expectProblem(county.as('otherTownOfficer').refused(operations.badgeSheet, { postId }), 'access.scope');
    await expectProblem(county.as('enumerator').refused(operations.badgeSheet, { postId }), 'access.verb');
    await expectProblem(
      county.as('townOfficer').refused(operations.badgeSheet, { postId: 't_made_up' }),
      'access.scope'
    );
  });
});
