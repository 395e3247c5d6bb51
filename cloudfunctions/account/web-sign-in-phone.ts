import { own } from '@/domain/access';
import { confirmWebSignIn as confirm, lookWebSignIn as look } from '@/domain/operations/account/sign-in';
import { Problem } from '@/domain/problem';
import { digest } from '../runtime/digest';
import { type Context, handle } from '../runtime/handle';
import { limited } from '../runtime/limit';
import { settleSignIn, waitingSignIn } from '../store/queries/office/web-sign-ins';

const guessing = { times: 10, minutes: 10, who: 'caller' } as const;

/** What is about to be signed in, in words, before anybody agrees to it. */
export const lookWebSignIn = limited(
  handle(look, {
    concerns: () => own,
    async act({ code }, context) {
      onPhoneOnly(context);
      const { db, actor, now } = context;
      const found = await waitingSignIn(db, actor.countyCode, digest(code), now);
      if (found === undefined) throw new Problem('signIn.code');
      const { device, begunAt, expiresAt } = found;
      return { device, begunAt, expiresAt, name: actor.name };
    },
  }),
  guessing
);

/** A code serves once, whatever the answer. */
export const confirmWebSignIn = limited(
  handle(confirm, {
    concerns: () => own,
    async act({ code, allow }, context) {
      onPhoneOnly(context);
      const { db, actor, now, note } = context;
      const state = allow ? ('confirmed' as const) : ('refused' as const);
      const settled = await settleSignIn(db, actor.countyCode, {
        codeHash: digest(code),
        state,
        accountId: actor.accountId,
        now,
      });
      if (settled === undefined) throw new Problem('signIn.code');
      note({ subject: actor.accountId, details: { state, device: settled.device } });
      return { state, device: settled.device };
    },
  }),
  guessing
);

/** A browser session must not beget another one. The local cloud has no phones, so its personas may. */
function onPhoneOnly({ actor, services }: Context): void {
  if (actor.channel !== 'weapp' && !services.county.localSignIn) throw new Problem('signIn.phone');
}
