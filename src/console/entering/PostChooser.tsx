import { Button, List, Result, Tag, Typography } from 'antd';
import { useState } from 'react';
import { type Account, choosePost, signOut } from '@/client/account';
import { linkToPhonePage } from '../shell/phone-page';
import { deskPosts } from './desk-posts';

interface PostChooserProps {
  account: Account;
}

/** One person may hold several posts; each has its own places and duties. */
export function PostChooser({ account }: PostChooserProps) {
  const [busy, setBusy] = useState(false);
  const posts = deskPosts(account);
  if (posts.length === 0) {
    return (
      <Result
        status="info"
        title={`${account.name}，您没有办公台的岗位`}
        subTitle="居民填报和采集员入户请用手机版。岗位刚刚到期或还没有领取的，请联系县就业办。"
        extra={[
          <Button key="phone" type="primary" href={linkToPhonePage('residentHome')}>
            打开手机版
          </Button>,
          <Button key="out" onClick={() => void signOut()}>
            退出登录
          </Button>,
        ]}
      />
    );
  }
  const enter = async (postId: string) => {
    setBusy(true);
    await choosePost(postId);
    setBusy(false);
  };
  return (
    <>
      <Typography.Title level={2} className="yt-entry__question">
        {account.name}，这次以哪个岗位工作？
      </Typography.Title>
      <List
        loading={busy}
        dataSource={posts}
        renderItem={({ postId, title, roleLabel, organisation, scopes }) => (
          <List.Item
            actions={[
              <Button key="enter" type="primary" className={`at--post-${postId}`} onClick={() => void enter(postId)}>
                进入
              </Button>,
            ]}
          >
            <List.Item.Meta
              title={`${title} · ${organisation}`}
              description={
                <>
                  <Tag>{roleLabel}</Tag>
                  {scopes.map(({ name, part }) => `${name}${part}`).join('、')}
                </>
              }
            />
          </List.Item>
        )}
      />
      <Button type="link" onClick={() => void signOut()}>
        退出登录
      </Button>
    </>
  );
}
