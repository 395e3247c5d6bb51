import { signOut as operation } from '@/domain/operations/account';
import { doneReply } from '@/domain/operations/shapes';
import { handleAnyone } from '../runtime/handle';
import { endSession } from '../store/queries/accounts';

/** Ends the browser's session; in WeChat there is none, and a session that has ended already is signed out too. */
export const signOut = handleAnyone(operation, async (_input, { db, now, services, sessionHash }) => {
  if (sessionHash !== null) await endSession(db, services.county.countyCode, sessionHash, now);
  return doneReply;
});
