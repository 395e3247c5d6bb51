import { Spin } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { loadAccount, useAccount } from '@/client/account';
import { Trouble } from '../parts/Trouble';
import { DeskContext } from '../post/use-post';
import { postInUse, promised } from './desk-posts';
import { EntryPage } from './EntryPage';
import { PostChooser } from './PostChooser';
import { SignIn } from './SignIn';
import { Undertaking } from './Undertaking';
import './entering.scss';

interface GateProps {
  children: ReactNode;
}

/** Nobody sees the desk before it is known who he is, in which post, and that he promised to keep secrets. */
export function Gate({ children }: GateProps) {
  const { account, loading, problem } = useAccount();
  const post = account && postInUse(account);
  const desk = useMemo(() => (account && post ? { account, post } : undefined), [account, post]);
  if (account === undefined) {
    if (loading) return <Spin className="yt-console__wait" size="large" />;
    return (
      <EntryPage>
        {problem?.code === 'call.unreachable' ? (
          <Trouble problem={problem} onRetry={() => void loadAccount()} />
        ) : (
          // Why somebody who was signed in no longer is.
          problem?.code !== 'access.signIn' && <Trouble problem={problem} />
        )}
        <SignIn />
      </EntryPage>
    );
  }
  if (desk === undefined) {
    return (
      <EntryPage>
        <PostChooser account={account} />
      </EntryPage>
    );
  }
  if (!promised(desk.post)) {
    return (
      <EntryPage wide>
        <Undertaking post={desk.post} />
      </EntryPage>
    );
  }
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}
