import { Button, Select, Typography } from 'antd';
import { choosePost, signOut } from '@/client/account';
import { deskPosts } from '../entering/desk-posts';
import { useDesk } from '../post/use-post';
import { linkTo } from './address';
import { linkToPhonePage } from './phone-page';

/** Who is signed in, in which post, and the way out. */
export function AccountSlot() {
  const { account, post } = useDesk();
  const posts = deskPosts(account).map(({ postId, title, organisation }) => ({
    value: postId,
    label: `${organisation} ${title}`,
  }));
  const change = async (postId: string) => {
    await choosePost(postId);
    // Another post has other places: the view of the last one may lie outside them.
    window.location.hash = linkTo({});
  };
  return (
    <>
      <Typography.Text strong>{account.name}</Typography.Text>
      {posts.length > 1 ? (
        <Select
          aria-label="正在使用的岗位"
          popupMatchSelectWidth={false}
          value={post.postId}
          options={posts}
          onChange={(postId) => void change(postId)}
        />
      ) : (
        <Typography.Text type="secondary">
          {post.organisation} {post.title}
        </Typography.Text>
      )}
      <Button type="link" href={linkToPhonePage('officeHome')}>
        手机版
      </Button>
      <Button className="at--sign-out" onClick={() => void signOut()}>
        退出登录
      </Button>
    </>
  );
}
