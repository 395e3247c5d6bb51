import { me } from '@/domain/operations/account/account';
import * as operations from '@/domain/operations/account/accounts';
import { redeemInvitation } from '@/domain/operations/account/sign-in';
import { progress } from '@/domain/operations/office/progress';
import { digest } from '../../../cloudfunctions/runtime/digest';
import { accountIdOf, type County, elsewhere, expectProblem, home, openCounty, postIdOf } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const town = home.slice(0, 9);
const phone = '13811112222';
const secretary = {
  name: '陆新',
  phone,
  role: 'committee' as const,
  title: '中海村主任',
  scopes: [home],
  startsOn: '2018-01-01',
};

const forOfficer = {
  ...secretary,
  phone: '13811114444',
  role: 'town' as const,
  title: '镇经办',
  scopes: [town],
};

const redeem = (code: string | null, number = phone) => ({ code: code ?? '', phone: { number } });

describe('inviting somebody', () => {
  test('code and telephone number together make the post, and the person works at once', async () => {
    const invited = await county.as('townOfficer').call(operations.invite, secretary);
    expect(invited).toMatchObject({ phoneMasked: '138****2222' });
    expect(invited.code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const post = await county.as('newcomer').call(redeemInvitation, redeem(invited.code));
    expect(post).toMatchObject({ role: 'committee', title: '中海村主任' });
    const seen = await county.as('newcomer').call(progress, { divisionCode: home }, { post: post.postId });
    expect(seen.total.people).toBe(7);
    expect((await county.as('newcomer').call(me, {})).name).toBe('陆新');
  });

  test('the code serves once, and is read in lower case and in two halves', async () => {
    const { code } = await county.as('townOfficer').call(operations.invite, secretary);
    const spoken = `${code?.slice(0, 4).toLowerCase()} ${code?.slice(4)}`;
    await county.as('newcomer').call(redeemInvitation, redeem(spoken));
    await expectProblem(county.as('neighbour').refused(redeemInvitation, redeem(code)), 'account.code');
  });

  test('who overheard the code cannot use it with another number', async () => {
    const { code } = await county.as('townOfficer').call(operations.invite, secretary);
    await expectProblem(
      county.as('newcomer').refused(redeemInvitation, redeem(code, '13811113333')),
      'account.phoneMismatch'
    );
  });

  test('in WeChat the number comes from WeChat and cannot be typed', async () => {
    const { code } = await county.as('townOfficer').call(operations.invite, secretary);
    await county.store.transaction((db) =>
      db.run(`UPDATE account SET openid = 'o-new' WHERE account_id = $1`, [accountIdOf('newcomer')])
    );
    const onPhone = county.inWechat('o-new');
    await expectProblem(onPhone.refused(redeemInvitation, redeem(code)), 'account.phoneProof');
    county.world.phones.set('wx-code', phone);
    const post = await onPhone.call(redeemInvitation, { code: code ?? '', phone: { wechatCode: 'wx-code' } });
    expect(post.role).toBe('committee');
  });

  test('after three days the code is dead; a new one kills the old one', async () => {
    const { invitationId, code } = await county.as('townOfficer').call(operations.invite, secretary);
    county.clock.forward(3 * 86_400_000);
    await expectProblem(county.as('newcomer').refused(redeemInvitation, redeem(code)), 'account.code');
    const renewed = await county.as('townOfficer').call(operations.renewInvitation, { invitationId });
    await expectProblem(county.as('newcomer').refused(redeemInvitation, redeem(code)), 'account.code');
    await county.as('newcomer').call(redeemInvitation, redeem(renewed.code));
  });

  test('a revoked invitation is no use', async () => {
    const { invitationId, code } = await county.as('townOfficer').call(operations.invite, secretary);
    await county.as('townOfficer').call(operations.revokeInvitation, { invitationId, reason: '填错了人' });
    await expectProblem(county.as('newcomer').refused(redeemInvitation, redeem(code)), 'account.code');
  });

  test('guessing ends after ten tries, the right code included', async () => {
    const { code } = await county.as('townOfficer').call(operations.invite, secretary);
    const guess = () => county.as('newcomer').refused(redeemInvitation, redeem('AAAABBBB'));
    for (let times = 0; times < 10; times += 1) await expectProblem(guess(), 'account.code');
    await expectProblem(county.as('newcomer').refused(redeemInvitation, redeem(code)), 'call.tooOften');
    county.clock.forward(31 * 60_000);
    await county.as('newcomer').call(redeemInvitation, redeem(code));
  });

  test('neither the code nor the number stands anywhere in the store; asked again the code is not told again', async () => {
    const requestId = 'the-same-request-twice';
    const first = await county.as('townOfficer').call(operations.invite, secretary, { requestId });
    const again = await county.as('townOfficer').call(operations.invite, secretary, { requestId });
    expect(again).toEqual({ ...first, code: null, path: null });
    for (const table of ['invitation', 'request', 'audit_entry']) {
      const rows = await county.store.read((db) => db.query(`SELECT t::text AS text FROM ${table} t`));
      expect(JSON.stringify(rows)).not.toContain(phone);
      expect(JSON.stringify(rows)).not.toContain(first.code);
      // Who has the store and guesses the number could otherwise tell from the digest that he guessed right.
      expect(JSON.stringify(rows)).not.toContain(digest(JSON.stringify(secretary)));
    }
  });

  test('a town staffs its villages and field work only, a village post holds villages only', async () => {
    const asTown = county.as('townOfficer');
    const officer = { ...secretary, role: 'county' as const, scopes: ['522732'] };
    await expectProblem(asTown.refused(operations.invite, officer), 'access.scope');
    await expectProblem(
      asTown.refused(operations.invite, { ...secretary, role: 'town', scopes: [town] }),
      'account.role'
    );
    await expectProblem(asTown.refused(operations.invite, { ...secretary, scopes: [town] }), 'account.reach');
    await expectProblem(asTown.refused(operations.invite, { ...secretary, scopes: [elsewhere] }), 'access.scope');
    await expectProblem(asTown.refused(operations.invite, { ...secretary, endsOn: '2017-12-31' }), 'account.dates');
    await expectProblem(county.as('villageSecretary').refused(operations.invite, secretary), 'access.verb');
  });

  test('an enumerator gets a work area and sees nobody until he is given work', async () => {
    const wanted = { ...secretary, role: 'enumerator' as const, scopes: [town] };
    const { code } = await county.as('townOfficer').call(operations.invite, wanted);
    const { postId } = await county.as('newcomer').call(redeemInvitation, redeem(code));
    const scopes = await county.store.read((db) => db.query('SELECT 1 FROM post_scope WHERE post_id = $1', [postId]));
    expect(scopes).toEqual([]);
  });
});

describe('suspending and ending', () => {
  const lost = { accountId: accountIdOf('villageSecretary'), reason: '手机丢失' };

  test('a lost phone is shut out with the call, and let in again when it is found', async () => {
    await county.as('townOfficer').call(operations.suspend, lost);
    await expectProblem(county.as('villageSecretary').refused(progress, { divisionCode: home }), 'access.sessionEnded');
    await county.as('townOfficer').call(operations.resume, { ...lost, reason: '手机找到了' });
    const session = await county.store.read((db) =>
      db.one('SELECT ended_at FROM session WHERE account_id = $1', [lost.accountId])
    );
    expect(session).toMatchObject({ ended_at: expect.any(String) });
  });

  test('a town cannot suspend the county, another town, or its own officers', async () => {
    const asTown = county.as('townOfficer');
    const of = (who: 'countyOfficer' | 'otherSecretary') => ({ accountId: accountIdOf(who), reason: '试试看' });
    await expectProblem(asTown.refused(operations.suspend, of('countyOfficer')), 'access.scope');
    await expectProblem(asTown.refused(operations.suspend, of('otherSecretary')), 'access.scope');
    const own = { accountId: accountIdOf('townOfficer'), reason: '试试看' };
    await expectProblem(asTown.refused(operations.suspend, own), 'account.role');
  });

  test('the last county officer stays', async () => {
    const other = { ...secretary, role: 'county' as const, title: '副主任', scopes: ['522732'] };
    const { code } = await county.as('countyOfficer').call(operations.invite, other);
    const { postId } = await county.as('newcomer').call(redeemInvitation, redeem(code));
    const first = { accountId: accountIdOf('countyOfficer'), reason: '调离岗位' };
    await county.as('newcomer').call(operations.suspend, first, { post: postId });
    await expectProblem(
      county.as('newcomer').refused(operations.endPost, { postId, reason: '调离岗位' }, { post: postId }),
      'account.self'
    );
    await county.as('newcomer').call(operations.resume, first, { post: postId });
  });

  test('the only county officer cannot be suspended by anybody', async () => {
    const self = { accountId: accountIdOf('countyOfficer'), reason: '调离岗位' };
    await expectProblem(county.as('countyOfficer').refused(operations.suspend, self), 'account.self');
  });

  test('when a post ends its leases go back and it can no longer be used', async () => {
    const postId = postIdOf('enumerator');
    const ended = await county.as('countyOfficer').call(operations.endPost, { postId, reason: '合同到期' });
    expect(ended).toEqual({ postId, endsOn: '2018-01-31', leasesTakenBack: 2 });
    await expectProblem(
      county.as('enumerator').refused(operations.listAccounts, { divisionCode: home }),
      'access.ended'
    );
  });

  test('what a suspended officer gave out, and what waits for his own number, is void and stays void', async () => {
    const given = await county.as('townOfficer').call(operations.invite, secretary);
    const { code } = await county.as('countyOfficer').call(operations.invite, forOfficer);
    await county.as('newcomer').call(redeemInvitation, redeem(code, forOfficer.phone));
    const waiting = await county.as('countyOfficer').call(operations.invite, forOfficer);
    const about = { accountId: accountIdOf('newcomer'), reason: '手机丢失' };
    await county.as('countyOfficer').call(operations.suspend, about);
    await county.as('countyOfficer').call(operations.resume, { ...about, reason: '手机找到了' });
    await expectProblem(
      county.as('neighbour').refused(redeemInvitation, redeem(waiting.code, forOfficer.phone)),
      'account.code'
    );
    await county.as('countyOfficer').call(operations.suspend, { ...about, accountId: accountIdOf('townOfficer') });
    await expectProblem(county.as('neighbour').refused(redeemInvitation, redeem(given.code)), 'account.code');
    const states = await county.store.read((db) =>
      db.query<{ state: string; reason: string }>(
        'SELECT state, state_reason AS reason FROM invitation ORDER BY invitation_id'
      )
    );
    expect(states.map(({ state, reason }) => state + reason).sort()).toEqual([
      'revoked手机丢失',
      'revoked手机丢失',
      'used',
    ]);
  });

  test('with the post end the invitations its holder gave out, also when it runs out by its date', async () => {
    const first = await county.as('townOfficer').call(operations.invite, secretary);
    await county.as('countyOfficer').call(operations.endPost, { postId: postIdOf('townOfficer'), reason: '调离岗位' });
    await expectProblem(county.as('newcomer').refused(redeemInvitation, redeem(first.code)), 'account.code');
    const second = await county.as('countyOfficer').call(operations.invite, secretary);
    await county.store.transaction((db) =>
      db.run(`UPDATE post SET ends_on = '2018-01-31' WHERE post_id = $1`, [postIdOf('countyOfficer')])
    );
    await expectProblem(county.as('newcomer').refused(redeemInvitation, redeem(second.code)), 'account.code');
  });

  test('a changed scope holds with the next call', async () => {
    const postId = postIdOf('otherSecretary');
    const change = { postId, scopes: [home], reason: '分工调整' };
    await county.as('countyOfficer').call(operations.changeScopes, change);
    await county.as('otherSecretary').call(progress, { divisionCode: home });
    await expectProblem(county.as('otherSecretary').refused(progress, { divisionCode: elsewhere }), 'access.scope');
  });
});

describe('the list of accounts', () => {
  test('a town sees the posts under it and its open invitations, page by page', async () => {
    await county.as('townOfficer').call(operations.invite, secretary);
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { name: string; state: string }[]; next: string | null } = await county
        .as('townOfficer')
        .call(operations.listAccounts, { divisionCode: town, limit: 2, cursor });
      names.push(...page.items.map(({ name, state }) => `${name} ${state}`));
      cursor = page.next;
    } while (cursor !== null);
    expect(names).toContain('陆新 invited');
    expect(names).toContain('村支书 active');
    expect(names).not.toContain('外村支书 active');
    expect(new Set(names).size).toBe(names.length);
  });

  test('can be narrowed by role, state and name', async () => {
    const asked = { divisionCode: '522732', role: 'committee' as const, name: '外村' };
    const { items } = await county.as('countyOfficer').call(operations.listAccounts, asked);
    expect(items.map(({ name }) => name)).toEqual(['外村支书']);
    expect(items[0]?.scopes).toEqual([{ code: elsewhere, name: expect.stringContaining('村') }]);
  });
});
