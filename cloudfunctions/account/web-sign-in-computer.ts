import { beginWebSignIn as begin, pollWebSignIn as poll } from '@/domain/operations/account/sign-in';
import { Problem } from '@/domain/problem';
import { digest } from '../runtime/digest';
import { handleAnyone } from '../runtime/handle';
import { newId, newToken, spokenCode } from '../runtime/ids';
import { limited } from '../runtime/limit';
import { openSession } from '../store/queries/accounts';
import { nameOfAccount } from '../store/queries/office/posts';
import { beginSignIn, polledSignIn, takeSignIn } from '../store/queries/office/web-sign-ins';
import { recordEntering } from './entering';

const minutesOfCode = 3;
const hoursOfSession = 12;
const after = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/** No password anywhere: the computer shows a code, and who holds the phone decides. */
const giveCode = handleAnyone(begin, async ({ device }, { db, now, services }) => {
  const code = spokenCode(8);
  const pollSecret = newToken();
  const expiresAt = after(now, minutesOfCode);
  await beginSignIn(db, services.county.countyCode, {
    signInId: newId('w', now),
    codeHash: digest(code),
    pollHash: digest(pollSecret),
    device,
    now,
    expiresAt,
  });
  return { code, pollSecret, expiresAt: expiresAt.toISOString() };
});

/** A whole office may share one address. The county's own bound is far above a busy morning: it protects the store only. */
export const beginWebSignIn = limited(limited(giveCode, { times: 6000, minutes: 5, who: 'everyone' }), {
  times: 300,
  minutes: 5,
  who: 'address',
});

/** The session is made here and told once; the phone never sees it. Errors: signIn.code on a second asking. */
export const pollWebSignIn = handleAnyone(poll, async ({ pollSecret }, { db, now, requestId, services }) => {
  const { countyCode, localSignIn } = services.county;
  const found = await polledSignIn(db, countyCode, digest(pollSecret));
  if (found === undefined || found.state === 'taken') throw new Problem('signIn.code');
  if (found.state === 'refused') return { state: 'refused' as const };
  if (now.getTime() >= Date.parse(found.expiresAt)) return { state: 'expired' as const };
  if (found.accountId === null) return { state: 'waiting' as const };
  const account = await nameOfAccount(db, countyCode, found.accountId);
  if (account?.state !== 'active') throw new Problem('access.suspended');
  const session = newToken();
  const expiresAt = after(now, hoursOfSession * 60);
  await takeSignIn(db, countyCode, found.signInId);
  await openSession(db, {
    county: countyCode,
    tokenHash: digest(session),
    accountId: found.accountId,
    // Where personas may sign in, a persona may have confirmed: the session must not outlive the local cloud.
    channel: localSignIn ? 'local' : 'web',
    at: now,
    expiresAt,
  });
  const who = { accountId: found.accountId, name: account.name };
  await recordEntering(db, { countyCode, now, requestId }, who, poll.name, { device: found.device });
  return { state: 'confirmed' as const, session, name: account.name, expiresAt: expiresAt.toISOString() };
});
