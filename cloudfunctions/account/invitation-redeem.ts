import { own } from '@/domain/access';
import { maskPhone } from '@/domain/identity';
import { redeemInvitation as operation } from '@/domain/operations/account/sign-in';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../runtime/handle';
import { newId } from '../runtime/ids';
import { limited } from '../runtime/limit';
import { addPost, invitationOfCode, markUsed, provePhone } from '../store/queries/office/invitations';

type Proof = { wechatCode: string } | { number: string };

/** Code and telephone number must both be right: whoever overhears the code still cannot take the post. */
export const redeemInvitation = limited(
  handle(operation, {
    concerns: () => own,
    async act({ code, phone }, context) {
      const { db, actor, now, note, services } = context;
      const { secrecy } = services;
      const hashes = secrecy.indexes('code', code).map((hash) => hash.toString('hex'));
      const invitation = await invitationOfCode(db, actor.countyCode, hashes, now);
      if (invitation === undefined) throw new Problem('account.code');
      const number = await provenNumber(phone, context);
      if (!secrecy.indexes('phone', number).some((index) => index.equals(invitation.phoneIndex))) {
        throw new Problem('account.phoneMismatch');
      }
      const postId = newId('p', now);
      await addPost(db, actor.countyCode, { postId, accountId: actor.accountId, invitation, now });
      await markUsed(db, actor.countyCode, { invitationId: invitation.invitationId, postId, now });
      const place = { county: actor.countyCode, table: 'account', row: actor.accountId, column: 'phone_cipher' };
      await provePhone(db, actor.countyCode, {
        accountId: actor.accountId,
        name: invitation.name,
        cipher: secrecy.seal(number, place),
        index: secrecy.index('phone', number),
        masked: maskPhone(number),
      });
      note({ subject: actor.accountId, details: { invitation: invitation.invitationId, post: postId } });
      const { role, title, organisation } = invitation;
      return { postId, role, title, organisation };
    },
  }),
  { times: 10, minutes: 30, who: 'caller' }
);

/** WeChat's own word. A number typed by hand serves only where there is no WeChat at all: in the local cloud. */
async function provenNumber(phone: Proof, { actor, services }: Context): Promise<string> {
  if ('wechatCode' in phone) {
    const number = await services.edges.phoneNumbers.exchange(phone.wechatCode);
    if (number === null) throw new Problem('account.phoneMismatch');
    return number;
  }
  if (actor.channel === 'weapp' || !services.county.localSignIn) throw new Problem('account.phoneProof');
  return phone.number;
}
