import type { ReactNode } from 'react';
import type { Role } from '@/domain/access';
import { Empty, Page, PrimaryAction } from '@/ui';
import type { Account } from './account';
import { replace } from './navigate';
import { SignedIn } from './SignedIn';

type Post = Account['posts'][number];

interface StaffOnlyProps {
  roles: readonly Role[];
  children: (account: Account, post: Post) => ReactNode;
}

/** Pages of a post: somebody in another post is shown the way to his own; the undertaking comes before the first record. */
export function StaffOnly({ roles, children }: StaffOnlyProps) {
  return (
    <SignedIn>
      {(account) => {
        const post = account.posts.find(({ postId }) => postId === account.postId);
        if (post === undefined || !roles.includes(post.role)) {
          return (
            <Page
              action={
                <PrimaryAction name="to-posts" onPress={() => replace('posts')}>
                  选择岗位
                </PrimaryAction>
              }
            >
              <Empty title="您现在不在这个岗位上" hint="先选择岗位，再打开这一页。" icon="person" />
            </Page>
          );
        }
        if (post.undertaking.wanted !== '' && post.undertaking.agreed !== post.undertaking.wanted) {
          return (
            <Page
              action={
                <PrimaryAction name="to-undertaking" onPress={() => replace('undertaking')}>
                  阅读承诺书
                </PrimaryAction>
              }
            >
              <Empty title="请先确认保密承诺书" hint="确认后才能看到人员信息。" icon="file" />
            </Page>
          );
        }
        return children(account, post);
      }}
    </SignedIn>
  );
}
