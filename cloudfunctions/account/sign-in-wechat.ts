import { signInWechat as operation } from '@/domain/operations/account/account';
import { Problem } from '@/domain/problem';
import { handleAnyone } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { accountOfOpenid, createWechatAccount } from '../store/queries/accounts';
import { recordEntering } from './entering';

/** The platform says who calls, so nothing is typed; two first calls at once make one account. */
export const signInWechat = handleAnyone(operation, async (_input, { db, now, requestId, services, caller }) => {
  if (caller.kind !== 'wechat') throw new Problem('access.signIn');
  const county = services.county.countyCode;
  const accountId = newId('a', now);
  const name = '微信用户';
  const created = await createWechatAccount(db, { county, accountId, openid: caller.openid, name, at: now });
  if (created) await recordEntering(db, { countyCode: county, now, requestId }, { accountId, name }, operation.name);
  const account = await accountOfOpenid(db, county, caller.openid);
  if (account === undefined) throw new Problem('call.busy');
  if (account.state === 'suspended') throw new Problem('access.suspended');
  if (account.state === 'ended') throw new Problem('access.ended');
  return { accountId: account.account_id, created };
});
