import type { Account } from '@/client/account';
import type { Role } from '@/domain/access';

type Post = Account['posts'][number];

/** Those who work at a desk; an enumerator's work is in the field, on the phone. */
const atDesks: readonly Role[] = [
  'town',
  'county',
  'supervisor',
  'inspector',
  'liaison',
  'auditor',
  'keeper',
  'committee',
];

export const deskPosts = ({ posts }: Account): Post[] =>
  posts.filter(({ role, current }) => current && atDesks.includes(role));

/** The post in use when it is one of a desk. */
export const postInUse = (account: Account): Post | undefined =>
  deskPosts(account).find(({ postId }) => postId === account.postId);

export const promised = ({ undertaking }: Post): boolean =>
  undertaking.wanted === '' || undertaking.agreed === undertaking.wanted;
