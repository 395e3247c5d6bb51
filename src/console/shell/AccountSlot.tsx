import { Button, Select, Typography } from 'antd';
import { type Account, choosePost, signOut, useAccount } from '@/client/account';

/** Who is signed in, in which post, and the way out. */
export function AccountSlot() {
  const { account } = useAccount();
  if (!account) return <Typography.Text type="secondary">尚未登录</Typography.Text>;
  return (
    <>
      <Typography.Text>{account.name}</Typography.Text>
      <Select
        aria-label="正在使用的岗位"
        size="middle"
        popupMatchSelectWidth={false}
        value={account.postId}
        options={posts(account)}
        onChange={(post) => void choosePost(post)}
      />
      <Button onClick={() => void signOut()}>退出登录</Button>
    </>
  );
}

const posts = ({ posts: held }: Account) =>
  held.filter(({ current }) => current).map(({ postId, title }) => ({ value: postId, label: title }));
