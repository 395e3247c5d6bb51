import { me, signInLocally, signInWechat, signOut } from '@/domain/operations/account/account';
import { resume, suspend } from '@/domain/operations/account/accounts';
import { beginWebSignIn, confirmWebSignIn, lookWebSignIn, pollWebSignIn } from '@/domain/operations/account/sign-in';
import { accountIdOf, type County, expectProblem, newRequestId, openCounty } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
  await county.store.transaction((db) =>
    db.run(`UPDATE account SET openid = 'o-town' WHERE account_id = $1`, [accountIdOf('townOfficer')])
  );
});

const begin = () => county.anyone.call(beginWebSignIn, { device: 'Windows 电脑上的 Chrome' });
const phone = () => county.inWechat('o-town');

describe('signing in on an office computer', () => {
  test('the phone sees which computer it is, confirms, and the computer gets its session once', async () => {
    const { code, pollSecret } = await begin();
    expect(await county.anyone.call(pollWebSignIn, { pollSecret })).toEqual({ state: 'waiting' });
    expect(await phone().call(lookWebSignIn, { code })).toMatchObject({
      device: 'Windows 电脑上的 Chrome',
      name: '镇经办',
    });
    expect(await phone().call(confirmWebSignIn, { code, allow: true })).toMatchObject({ state: 'confirmed' });
    const polled = await county.anyone.call(pollWebSignIn, { pollSecret });
    if (polled.state !== 'confirmed') throw new Error(`polled as ${polled.state}`);
    expect(await signedIn(polled.session)).toBe('镇经办');
    await expectProblem(county.anyone.refused(pollWebSignIn, { pollSecret }), 'signIn.code');
  });

  test('a code replayed after it was used does nothing', async () => {
    const { code } = await begin();
    await phone().call(confirmWebSignIn, { code, allow: true });
    await expectProblem(phone().refused(confirmWebSignIn, { code, allow: true }), 'signIn.code');
    await expectProblem(phone().refused(lookWebSignIn, { code }), 'signIn.code');
  });

  test('after three minutes the code is dead on both ends', async () => {
    const { code, pollSecret } = await begin();
    county.clock.forward(180_000);
    await expectProblem(phone().refused(confirmWebSignIn, { code, allow: true }), 'signIn.code');
    expect(await county.anyone.call(pollWebSignIn, { pollSecret })).toEqual({ state: 'expired' });
  });

  test('who says no leaves the computer outside', async () => {
    const { code, pollSecret } = await begin();
    await phone().call(confirmWebSignIn, { code, allow: false });
    expect(await county.anyone.call(pollWebSignIn, { pollSecret })).toEqual({ state: 'refused' });
  });

  test('a made-up secret gets nothing, and the phone is stopped from guessing codes', async () => {
    await expectProblem(county.anyone.refused(pollWebSignIn, { pollSecret: 'x'.repeat(43) }), 'signIn.code');
    for (let times = 0; times < 10; times += 1) {
      await expectProblem(phone().refused(lookWebSignIn, { code: 'AAAABBBB' }), 'signIn.code');
    }
    await expectProblem(phone().refused(lookWebSignIn, { code: 'AAAABBBB' }), 'call.tooOften');
  });

  test('outside the local cloud a browser cannot confirm for another browser', async () => {
    await county.store.transaction((db) => db.run(`UPDATE session SET channel = 'web'`));
    county.services.county.localSignIn = false;
    const { code } = await begin();
    await expectProblem(county.as('townOfficer').refused(confirmWebSignIn, { code, allow: true }), 'signIn.phone');
  });

  test('whoever is suspended between the phone and the computer stays out', async () => {
    const { code, pollSecret } = await begin();
    await phone().call(confirmWebSignIn, { code, allow: true });
    const suspended = { accountId: accountIdOf('townOfficer'), reason: '手机丢失' };
    await county.as('countyOfficer').call(suspend, suspended);
    await expectProblem(county.anyone.refused(pollWebSignIn, { pollSecret }), 'access.suspended');
    const found = { accountId: accountIdOf('townOfficer'), reason: '手机找到了' };
    await county.as('countyOfficer').call(resume, found);
    expect(await county.anyone.call(pollWebSignIn, { pollSecret })).toEqual({ state: 'refused' });
  });

  test('two computers with the same secret, or one that asks twice at once, get one session', async () => {
    const { code, pollSecret } = await begin();
    await phone().call(confirmWebSignIn, { code, allow: true });
    const replies = await Promise.all([1, 2, 3].map(() => county.anyone.reply(pollWebSignIn, { pollSecret })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('coming in and going out stand in the trail, without the session', async () => {
    const { code, pollSecret } = await begin();
    await phone().call(confirmWebSignIn, { code, allow: true });
    await county.anyone.call(pollWebSignIn, { pollSecret });
    await county.as('townOfficer').call(signOut, {});
    await county.anyone.call(signInLocally, { persona: 'keeper' });
    await county.inWechat('o-stranger').call(signInWechat, {});
    const rows = await county.store.read((db) =>
      db.query<{ act: string; actor: string }>('SELECT act, actor_name AS actor FROM audit_entry ORDER BY act')
    );
    expect(rows.map(({ act, actor }) => `${act} ${actor}`)).toEqual([
      'account.confirmWebSignIn 镇经办',
      'account.pollWebSignIn 镇经办',
      'account.signInLocally 保密员',
      'account.signInWechat 微信用户',
      'account.signOut 镇经办',
    ]);
  });

  test('neither code, secret nor session stands in the store', async () => {
    const { code, pollSecret } = await begin();
    await phone().call(confirmWebSignIn, { code, allow: true });
    const polled = await county.anyone.call(pollWebSignIn, { pollSecret });
    const secrets = [code, pollSecret, polled.state === 'confirmed' ? polled.session : ''];
    for (const table of ['web_sign_in', 'session', 'request', 'audit_entry']) {
      const text = JSON.stringify(await county.store.read((db) => db.query(`SELECT t::text AS text FROM ${table} t`)));
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });
});

describe('one who floods the office door', () => {
  const beginFrom = async (address: string) => {
    const { main } = await import('../../../cloudfunctions/account');
    const event = { operation: beginWebSignIn.name, input: { device: '' }, requestId: newRequestId() };
    return main(event, { environment: JSON.stringify({ TCB_SOURCE_IP: address }) });
  };
  const used = (times: number) =>
    county.store.transaction((db) => db.run('UPDATE attempt SET times = $1::integer', [times]));

  test('is stopped at his own address, and the others still get their codes', async () => {
    expect(await beginFrom('203.0.113.7')).toMatchObject({ ok: true });
    await used(300);
    expect(await beginFrom('203.0.113.7')).toMatchObject({ ok: false, problem: { code: 'call.tooOften' } });
    expect(await beginFrom('203.0.113.8')).toMatchObject({ ok: true });
    expect(await begin()).toMatchObject({ code: expect.any(String) });
  });

  test('from many addresses is stopped before the store is full', async () => {
    await beginFrom('203.0.113.7');
    await used(6000);
    expect(await beginFrom('203.0.113.8')).toMatchObject({ ok: false, problem: { code: 'call.tooOften' } });
  });

  test('leaves no address in the store', async () => {
    await beginFrom('203.0.113.7');
    const rows = await county.store.read((db) => db.query<{ who: string }>('SELECT who FROM attempt ORDER BY who'));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('203.0.113');
  });
});

async function signedIn(session: string): Promise<string> {
  const { main } = await import('../../../cloudfunctions/account');
  const event = { operation: me.name, input: {}, requestId: 'a-browser-with-a-session', session };
  const reply = await main(event, {});
  if (!reply.ok) throw new Error(reply.problem.message);
  return me.output.parse(reply.value).name;
}
