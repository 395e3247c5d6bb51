import type { ReactNode } from 'react';
import { type Account, loadAccount, useAccount } from '@/client/account';
import { replace } from '@/client/navigate';
import { Empty, Page, PrimaryAction, ProblemNotice } from '@/ui';

interface SignedInProps {
  children: (account: Account) => ReactNode;
}

/** Pages that make sense only for somebody: until it is known who, the page's shape; nobody, the way to sign in. */
export function SignedIn({ children }: SignedInProps) {
  const { account, loading, problem } = useAccount();
  if (account !== undefined) return children(account);
  if (loading) return <Page loading />;
  const unreachable = problem?.code === 'call.unreachable';
  // Why somebody who was signed in no longer is.
  const ended = !unreachable && problem?.code !== 'access.signIn';
  return (
    <Page
      action={
        <PrimaryAction name="to-sign-in" onPress={() => replace('signIn')}>
          去登录
        </PrimaryAction>
      }
    >
      {unreachable && <ProblemNotice problem={problem} onRetry={() => void loadAccount()} />}
      {ended && <ProblemNotice problem={problem} />}
      <Empty title="还没有登录" hint="登录后才能看到您和家人的信息。" icon="person" />
    </Page>
  );
}
