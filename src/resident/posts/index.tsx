import { type Account, choosePost } from '@/client/account';
import { open, restart } from '@/client/navigate';
import { homeOf } from '@/client/post-home';
import { SignedIn } from '@/client/SignedIn';
import { dayInWords } from '@/client/words';
import { Card, ListRow, Page, StateTag } from '@/ui';

/** One person may be a resident, a village secretary and more: here he says in which post he works now. */
export default function PostsPage() {
  return <SignedIn>{(account) => <Posts account={account} />}</SignedIn>;
}

function Posts({ account }: { account: Account }) {
  const enter = async (post: Account['posts'][number]) => {
    await choosePost(post.postId);
    if (post.undertaking.wanted !== '' && post.undertaking.agreed !== post.undertaking.wanted) open('undertaking');
    else restart(homeOf());
  };
  const asResident = async () => {
    await choosePost('resident');
    restart('residentHome');
  };
  return (
    <Page>
      <Card flush>
        <ListRow
          name="post-resident"
          title="居民"
          note="为自己和家人填报"
          value={account.postId === 'resident' ? <StateTag tone="doing">现在</StateTag> : undefined}
          onPress={() => void asResident()}
        />
        {account.posts.map((post) => (
          <ListRow
            key={post.postId}
            name={`post-${post.role}`}
            title={post.title}
            note={[
              post.organisation,
              post.scopes.map(({ name, part }) => `${name}${part}`).join('、'),
              post.endsOn ? `至 ${dayInWords(post.endsOn)}` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            value={
              post.current ? (
                account.postId === post.postId ? (
                  <StateTag tone="doing">现在</StateTag>
                ) : undefined
              ) : (
                <StateTag tone="plain">不在任期</StateTag>
              )
            }
            {...(post.current ? { onPress: () => void enter(post) } : {})}
          />
        ))}
      </Card>
    </Page>
  );
}
