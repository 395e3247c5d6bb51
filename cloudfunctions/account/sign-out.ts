import { signOut as operation } from '@/domain/operations/account/account';
import { doneReply } from '@/domain/operations/shapes';
import { handleAnyone } from '../runtime/handle';
import { endSession } from '../store/queries/accounts';
import { recordEntering } from './entering';

/** Ends the browser's session; in WeChat there is none, and a session that has ended already is signed out too. */
export const signOut = handleAnyone(operation, async (_input, { db, now, requestId, services, sessionHash }) => {
  const { countyCode } = services.county;
  const left = sessionHash === null ? undefined : await endSession(db, countyCode, sessionHash, now);
  if (left !== undefined) {
    const account = { accountId: left.account_id, name: left.name };
    await recordEntering(db, { countyCode, now, requestId }, account, operation.name);
  }
  return doneReply;
});
