import { places } from '@/domain/access';
import * as operations from '@/domain/operations/account/accounts';
import { Problem } from '@/domain/problem';
import { dayInChina } from '../runtime/clock';
import { type Context, handle } from '../runtime/handle';
import { pageFrom } from '../runtime/page';
import { placeName } from '../runtime/places';
import { voidInvitations } from '../store/queries/office/invitations';
import {
  closePost,
  findAccount,
  findPost,
  listPosts,
  type Post,
  postsOfAccount,
  replaceScopes,
  setAccountState,
} from '../store/queries/office/posts';
import { checkAppointer, checkAppointment, keepAnOfficer } from './appointing';

export const listAccounts = handle(operations.listAccounts, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, role, state, name, cursor, limit }, { db, actor, now, services }) {
    const rows = await listPosts(db, {
      countyCode: actor.countyCode,
      place: divisionCode,
      role: role ?? null,
      state: state ?? null,
      name,
      today: dayInChina(now),
      now,
      after: cursor ?? '',
      limit: limit + 1,
    });
    const page = pageFrom(rows, limit, (row) => row.rowId);
    const scopes = (codes: string[]) => codes.map((code) => ({ code, name: placeName(services.county, code) }));
    return { ...page, items: page.items.map((row) => ({ ...row, scopes: scopes(row.scopes) })) };
  },
});

/** Lost phone or breach of secrecy: every session ends with the call. */
export const suspend = handle(operations.suspend, {
  concerns: ({ accountId }, context) => placesOf(accountId, context),
  async act({ accountId, reason }, context) {
    const { db, actor, now, note } = context;
    const account = await manageable(accountId, context);
    if (accountId === actor.accountId) throw new Problem('account.self');
    if (account.state === 'ended') throw new Problem('state.wrong', { what: '账号', state: '已结束' });
    await keepAnOfficer(db, actor.countyCode, accountId, dayInChina(now));
    await setAccountState(db, actor.countyCode, { accountId, state: 'suspended', reason, now });
    const invitationsVoid = await voidInvitations(db, actor.countyCode, { accountId, reason });
    note({ subject: accountId, reason, details: { invitationsVoid } });
    return { accountId, state: 'suspended' as const };
  },
});

export const resume = handle(operations.resume, {
  concerns: ({ accountId }, context) => placesOf(accountId, context),
  async act({ accountId, reason }, context) {
    const { db, actor, now, note } = context;
    const account = await manageable(accountId, context);
    if (account.state === 'ended') throw new Problem('state.wrong', { what: '账号', state: '已结束' });
    await setAccountState(db, actor.countyCode, { accountId, state: 'active', reason, now });
    note({ subject: accountId, reason });
    return { accountId, state: 'active' as const };
  },
});

/** Contract over, or the person has gone: what he held goes back, his records stay. */
export const endPost = handle(operations.endPost, {
  concerns: async ({ postId }, context) => places(...reachOf(await postOf(postId, context), context)),
  async act({ postId, reason }, context) {
    const { db, actor, now, note } = context;
    const post = await postOf(postId, context);
    checkAppointer(actor, post.role);
    if (postId === actor.postId) throw new Problem('account.self');
    if (post.role === 'county') await keepAnOfficer(db, actor.countyCode, post.accountId, dayInChina(now));
    const endsOn = dayInChina(new Date(now.getTime() - 86_400_000));
    const leasesTakenBack = await closePost(db, actor.countyCode, { postId, endsOn, reason, now });
    const invitationsVoid = await voidInvitations(db, actor.countyCode, { accountId: post.accountId, reason });
    note({ subject: post.accountId, reason, details: { post: postId, leases: leasesTakenBack, invitationsVoid } });
    return { postId, endsOn, leasesTakenBack };
  },
});

export const changeScopes = handle(operations.changeScopes, {
  concerns: async ({ postId, scopes }, context) =>
    places(...reachOf(await postOf(postId, context), context), ...scopes),
  async act({ postId, scopes, reason }, context) {
    const { db, actor, now, note, services } = context;
    const post = await postOf(postId, context);
    checkAppointment(actor, services.county, post.role, scopes);
    const kept = [...new Set(scopes)].sort();
    await replaceScopes(db, actor.countyCode, post, kept, now);
    note({ subject: post.accountId, reason, details: { post: postId, before: post.places, after: kept } });
    return { postId, scopes: kept };
  },
});

/** An account answers for all its posts together, so whoever suspends it must cover them all. */
async function placesOf(accountId: string, context: Context) {
  const { db, actor, now } = context;
  const posts = await postsOfAccount(db, actor.countyCode, accountId, dayInChina(now));
  const reached = posts.flatMap((post) => post.places);
  return places(...(reached.length > 0 ? reached : [actor.countyCode]));
}

async function manageable(accountId: string, { db, actor, now }: Context) {
  const account = await findAccount(db, actor.countyCode, accountId);
  if (account === undefined) throw new Problem('found.nothing', { what: '账号' });
  for (const post of await postsOfAccount(db, actor.countyCode, accountId, dayInChina(now))) {
    checkAppointer(actor, post.role);
  }
  return account;
}

async function postOf(postId: string, { db, actor }: Context): Promise<Post> {
  const post = await findPost(db, actor.countyCode, postId);
  if (post === undefined) throw new Problem('found.nothing', { what: '岗位' });
  return post;
}

/** A post whose places have all ended is the county's to deal with. */
const reachOf = (post: Post, { actor }: Context): string[] =>
  post.places.length > 0 ? post.places : [actor.countyCode];
