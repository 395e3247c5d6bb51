import { signInLocally as operation } from '@/domain/operations/account/account';
import { Problem } from '@/domain/problem';
import { digest } from '../runtime/digest';
import { handleAnyone } from '../runtime/handle';
import { newToken } from '../runtime/ids';
import { accountOfPersona, openSession } from '../store/queries/accounts';
import { recordEntering } from './entering';

const days = 7;

/** Refuses to exist outside the local cloud. */
export const signInLocally = handleAnyone(operation, async ({ persona }, { db, now, requestId, services }) => {
  const { localSignIn, countyCode } = services.county;
  if (!localSignIn) throw new Problem('access.localOnly');
  const account = await accountOfPersona(db, countyCode, persona);
  if (account === undefined) throw new Problem('found.nothing', { what: '这个演示身份' });
  const session = newToken();
  const expiresAt = new Date(now.getTime() + days * 86_400_000);
  await openSession(db, {
    county: countyCode,
    tokenHash: digest(session),
    accountId: account.account_id,
    channel: 'local',
    at: now,
    expiresAt,
  });
  const who = { accountId: account.account_id, name: account.name };
  await recordEntering(db, { countyCode, now, requestId }, who, operation.name, { persona });
  return { session, expiresAt: expiresAt.toISOString() };
});
