import * as operations from '@/domain/operations/account/account';
import { accountIdOf, type County, expectProblem, openCounty } from '../../support/county';

describe('signing in', () => {
  let county: County;
  beforeEach(async () => {
    county = await openCounty();
  });

  test('a visitor of the local county chooses a persona and is that person', async () => {
    const { personas } = await county.anyone.call(operations.listPersonas, {});
    expect(personas.map(({ persona }) => persona)).toContain('villageSecretary');
    const { session } = await county.anyone.call(operations.signInLocally, { persona: 'villageSecretary' });
    expect(session.length).toBeGreaterThan(30);
    const rows = await county.store.read((db) =>
      db.query('SELECT token_hash FROM session WHERE token_hash = $1', [session])
    );
    expect(rows).toEqual([]);
  });

  test('no persona exists outside the local county', async () => {
    county.services.county.localSignIn = false;
    await expectProblem(county.anyone.refused(operations.listPersonas, {}), 'access.localOnly');
    await expectProblem(county.anyone.refused(operations.signInLocally, { persona: 'keeper' }), 'access.localOnly');
  });

  test('in production a session that a persona made in a local run is refused, one confirmed on a phone holds', async () => {
    const { session } = await county.anyone.call(operations.signInLocally, { persona: 'villageSecretary' });
    expect(session).not.toBe('');
    await county.as('resident').call(operations.me, {});
    county.services.county.localSignIn = false;
    await expectProblem(county.as('resident').refused(operations.me, {}), 'access.sessionEnded');
    await county.store.transaction((db) =>
      db.run(`UPDATE session SET channel = 'web' WHERE account_id = $1`, [accountIdOf('resident')])
    );
    await county.as('resident').call(operations.me, {});
  });

  test('a stranger in WeChat gets one account, whatever he sends and however often he opens it', async () => {
    const stranger = county.inWechat('openid-of-a-stranger');
    await expectProblem(stranger.refused(operations.me, {}), 'access.signIn');
    const first = await stranger.call(operations.signInWechat, {});
    const again = await stranger.call(operations.signInWechat, {});
    expect(first.created).toBe(true);
    expect(again).toEqual({ accountId: first.accountId, created: false });
    expect(await stranger.call(operations.me, {})).toMatchObject({ role: 'resident', persons: [], channel: 'weapp' });
  });

  test('two first calls at once make one account', async () => {
    const stranger = county.inWechat('openid-of-twins');
    const both = await Promise.all([
      stranger.call(operations.signInWechat, {}),
      stranger.call(operations.signInWechat, {}),
    ]);
    expect(new Set(both.map(({ accountId }) => accountId)).size).toBe(1);
  });

  test('a browser cannot sign in as WeChat', async () => {
    await expectProblem(county.anyone.refused(operations.signInWechat, {}), 'access.signIn');
  });

  test('who signs out is out', async () => {
    await county.as('resident').call(operations.signOut, {});
    await expectProblem(county.as('resident').refused(operations.me, {}), 'access.sessionEnded');
  });

  test('a resident sees himself, his village and what he has agreed to', async () => {
    const me = await county.as('resident').call(operations.me, {});
    expect(me).toMatchObject({
      name: '韦小明',
      role: 'resident',
      posts: [],
      persons: [{ name: '韦小明', relation: 'self', relationLabel: '本人', collectState: 'due', record: null }],
      county: { code: '522732', name: '三都水族自治县', edition: '2018-10-31' },
      campaign: { phase: 'collect', deadline: '2018-03-31' },
      today: '2018-02-01',
    });
    expect(me.persons[0]?.village).toMatchObject({ name: '中海村', townName: '中和镇' });
    expect(me.persons[0]?.idMasked).toMatch(/^522732\*{8}\d{3}[\dX]$/);
    expect(me.consent.agreed).toBe(me.consent.wanted);
  });

  test('an enumerator sees his post and the villages he holds', async () => {
    const me = await county.as('enumerator').call(operations.me, {});
    expect(me.posts).toHaveLength(1);
    expect(me.posts[0]?.scopes.map(({ name }) => name)).toEqual(['中和镇仙人桥村', '中和镇中海村']);
  });
});

describe('agreeing', () => {
  let county: County;
  beforeEach(async () => {
    county = await openCounty();
  });

  test('the consent is read without signing in and agreed to in the version that holds', async () => {
    const text = await county.anyone.call(operations.readConsentText, {});
    expect(text.sections.length).toBeGreaterThan(5);
    const newcomer = county.as('newcomer');
    await newcomer.call(operations.agreeConsent, { version: text.version });
    await newcomer.call(operations.agreeConsent, { version: text.version });
    expect((await newcomer.call(operations.me, {})).consent.agreed).toBe(text.version);
    await expectProblem(newcomer.refused(operations.agreeConsent, { version: '2016-00' }), 'state.changed');
  });

  test('the undertaking is accepted for the post of the call; a resident has none', async () => {
    const text = await county.as('newEnumerator').call(operations.readUndertakingText, {});
    await county.as('newEnumerator').call(operations.acceptUndertaking, { version: text.version });
    const me = await county.as('newEnumerator').call(operations.me, {});
    expect(me.posts[0]?.undertaking).toEqual({ wanted: text.version, agreed: text.version });
    await expectProblem(
      county.as('resident').refused(operations.acceptUndertaking, { version: text.version }),
      'access.verb'
    );
  });

  test('each subscription agreed to is one message more', async () => {
    const resident = county.as('resident');
    await resident.call(operations.reportSubscription, { agreed: ['reminder', 'notice'] });
    const { remaining } = await resident.call(operations.reportSubscription, { agreed: ['reminder'] });
    expect(remaining).toEqual({ reminder: 2, notice: 1, returned: 0 });
  });
});

describe('a repeated call', () => {
  test('with the same requestId answers as the first time and does nothing twice', async () => {
    const county = await openCounty();
    const options = { requestId: 'a-request-sent-twice-1' };
    const first = await county.as('resident').call(operations.reportSubscription, { agreed: ['reminder'] }, options);
    const second = await county.as('resident').call(operations.reportSubscription, { agreed: ['reminder'] }, options);
    expect(second).toEqual(first);
    await expectProblem(
      county.as('neighbour').refused(operations.reportSubscription, { agreed: ['reminder'] }, options),
      'call.replayed'
    );
    await expectProblem(
      county.as('resident').refused(operations.reportSubscription, { agreed: ['notice'] }, options),
      'call.replayed'
    );
  });
});
