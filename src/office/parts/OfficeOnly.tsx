import type { ReactNode } from 'react';
import type { Account } from '@/client/account';
import { StaffOnly } from '@/client/StaffOnly';
import { type Role, reachOf, type Verb } from '@/domain/access';

type Post = Account['posts'][number];

const roles: readonly Role[] = ['town', 'county', 'supervisor', 'inspector', 'liaison', 'auditor', 'keeper'];

/** Pages of those who lead the work; what each may do is asked of the one role table. */
export function OfficeOnly({ children }: { children: (account: Account, post: Post) => ReactNode }) {
  return <StaffOnly roles={roles}>{children}</StaffOnly>;
}

export const may = (post: Post, verb: Verb): boolean => reachOf(post.role, verb) !== undefined;

/** The widest place of the post: where its figures begin. */
export function homePlace({ scopes }: Post, countyCode: string): string {
  const [widest] = scopes.map(({ code }) => code).sort((one, other) => one.length - other.length);
  return widest ?? countyCode;
}
