import { inviteFirstOfficer } from '../../config/first-officer';
import { testClock, testServices } from '../support/county/services';
import { freshStore } from '../support/store';

test('a new county invites its first officer once; the code and the phone are not readable in the store', async () => {
  const store = await freshStore();
  const clock = testClock('2018-01-01T00:00:00Z');
  const { services } = testServices(store, clock);
  const invite = () =>
    store.transaction((db) =>
      inviteFirstOfficer(db, '522732', services.secrecy, { name: '韦示例', phone: '15400000001' }, clock.now())
    );

  const code = await invite();
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  await expect(invite()).rejects.toThrow('县级经办已经有人或已在邀请中');

  const rows = await store.read((db) => db.query('SELECT invitation.*, audit_entry.act FROM invitation, audit_entry'));
  expect(rows).toMatchObject([
    { role: 'county', scopes: ['522732'], phone_masked: '154****0001', act: 'office.invite' },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${code}|15400000001`));

  // The code ran out before it was used: another one may be given.
  clock.forward(4 * 86_400_000);
  expect(await invite()).not.toBe(code);
});
