import { createContext, useContext } from 'react';
import type { Account } from '@/client/account';
import { reachOf, type Verb } from '@/domain/access';

export type Post = Account['posts'][number];

export interface Desk {
  account: Account;
  post: Post;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** Who sits at this desk, in which post, and what that post may do. */
export function useDesk() {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('no page of the console opens before somebody has signed in');
  const { account, post } = desk;
  return {
    account,
    post,
    may: (verb: Verb) => mayDo(post, verb),
    /** The widest place of the post: where a section begins. */
    home: homePlace(post, account.county.code),
  };
}

export function mayDo({ role, scopes }: Post, verb: Verb): boolean {
  const reach = reachOf(role, verb);
  return reach === 'county' ? scopes.some(({ code }) => code.length === 6) : reach !== undefined;
}

export function homePlace({ scopes }: Post, countyCode: string): string {
  const [widest] = scopes.map(({ code }) => code).sort((one, other) => one.length - other.length);
  return widest ?? countyCode;
}
