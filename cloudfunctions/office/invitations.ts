import { places } from '@/domain/access';
import { postLink } from '@/domain/campaign/links';
import { maskPhone } from '@/domain/identity';
import * as operations from '@/domain/operations/account/accounts';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../runtime/handle';
import { newId, spokenCode } from '../runtime/ids';
import {
  addInvitation,
  findInvitation,
  type Invitation,
  renewCode,
  revokeInvitation as revoke,
} from '../store/queries/office/invitations';
import { checkAppointer, checkAppointment } from './appointing';

const validDays = 3;

/** Short enough to be read over the telephone, so its hash is keyed: a plain one could be enumerated. */
function makeCode({ services, now }: Context): { code: string; codeHash: string; expiresAt: Date } {
  const code = spokenCode(8);
  return {
    code,
    codeHash: services.secrecy.index('code', code).toString('hex'),
    expiresAt: new Date(now.getTime() + validDays * 86_400_000),
  };
}

/** The code stands in the first reply only; asked again, the officer makes a new one. */
const withoutCode = <Reply extends { code: string | null; path: string | null }>(reply: Reply): Reply => ({
  ...reply,
  code: null,
  path: null,
});

export const invite = handle(operations.invite, {
  concerns: ({ scopes }) => places(...scopes),
  async act(input, context) {
    const { db, actor, now, note, services } = context;
    checkAppointment(actor, services.county, input.role, input.scopes);
    if (input.endsOn !== null && input.endsOn < input.startsOn) throw new Problem('account.dates');
    const { code, codeHash, expiresAt } = makeCode(context);
    const { phone, ...listed } = input;
    const invitationId = newId('i', now);
    const phoneMasked = maskPhone(phone);
    await addInvitation(db, actor.countyCode, {
      ...listed,
      scopes: [...new Set(input.scopes)].sort(),
      invitationId,
      phoneIndex: services.secrecy.index('phone', phone),
      phoneMasked,
      codeHash,
      expiresAt,
      createdBy: actor.accountId,
      now,
    });
    note({ subject: invitationId, details: { role: input.role, scopes: input.scopes } });
    return { invitationId, phoneMasked, expiresAt: expiresAt.toISOString(), code, path: postLink(code) };
  },
  remembered: withoutCode,
});

export const renewInvitation = handle(operations.renewInvitation, {
  concerns: async ({ invitationId }, context) => places(...(await openInvitation(invitationId, context)).scopes),
  async act({ invitationId }, context) {
    const { db, actor, note } = context;
    const { role, phoneMasked } = await openInvitation(invitationId, context);
    checkAppointer(actor, role);
    const { code, codeHash, expiresAt } = makeCode(context);
    await renewCode(db, actor.countyCode, { invitationId, codeHash, expiresAt });
    note({ subject: invitationId });
    return { invitationId, phoneMasked, expiresAt: expiresAt.toISOString(), code, path: postLink(code) };
  },
  remembered: withoutCode,
});

export const revokeInvitation = handle(operations.revokeInvitation, {
  concerns: async ({ invitationId }, context) => places(...(await openInvitation(invitationId, context)).scopes),
  async act({ invitationId, reason }, context) {
    const { db, actor, note } = context;
    checkAppointer(actor, (await openInvitation(invitationId, context)).role);
    await revoke(db, actor.countyCode, invitationId, reason);
    note({ subject: invitationId, reason });
    return { invitationId };
  },
});

const states = { used: '已领取', revoked: '已撤销' } as const;

async function openInvitation(invitationId: string, { db, actor }: Context): Promise<Invitation> {
  const found = await findInvitation(db, actor.countyCode, invitationId);
  if (found === undefined) throw new Problem('found.nothing', { what: '邀请' });
  if (found.state !== 'open') throw new Problem('state.wrong', { what: '这份邀请', state: states[found.state] });
  return found;
}
