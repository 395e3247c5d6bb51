import { Layout, Menu, Result, Spin, Typography } from 'antd';
import { Suspense } from 'react';
import { useDesk } from '../post/use-post';
import { type Section, sections } from '../sections';
import { AccountSlot } from './AccountSlot';
import { linkTo, useAddress } from './address';
import { Boundary } from './Boundary';
import './shell.scss';

/** Navigation at the left, the place and the account at the top, the section's page below. */
export function Shell() {
  const [address] = useAddress();
  const { may, post } = useDesk();
  const open = sections.filter(({ verbs }) => verbs.some(may));
  const current = open.find(({ key }) => key === address.at) ?? (address.at === undefined ? open[0] : undefined);
  const Page = current?.page;
  return (
    <Layout className="yt-console">
      <Layout.Sider width={176} breakpoint="lg" collapsedWidth={56} className="yt-console__side">
        <div className="yt-console__brand">应统</div>
        <Menu mode="inline" selectedKeys={current ? [current.key] : []} items={menu(open)} />
      </Layout.Sider>
      <Layout>
        <Layout.Header className="yt-console__head">
          <Typography.Title level={1} className="yt-console__title">
            {current?.title ?? '没有这一页'}
          </Typography.Title>
          <div className="yt-console__account">
            <AccountSlot />
          </div>
        </Layout.Header>
        <Layout.Content className="yt-console__body" role="main">
          {Page === undefined ? (
            <Result status="info" title="您的岗位没有这一页" subTitle="请从左边选择，或在右上角换一个岗位。" />
          ) : (
            <Boundary key={`${current?.key} ${post.postId}`}>
              <Suspense fallback={<Spin className="yt-console__wait" size="large" />}>
                <Page />
              </Suspense>
            </Boundary>
          )}
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function menu(open: readonly Section[]) {
  const groups = [...new Set(open.map(({ group }) => group))];
  return groups.map((group) => ({
    type: 'group' as const,
    key: group,
    label: group,
    children: open.filter((section) => section.group === group).map(item),
  }));
}

/** A link, so that a section can be opened beside this one; it starts without the filters of the last. */
const item = ({ key, title, icon }: Section) => ({
  key,
  icon,
  label: (
    <a className={`at--section-${key}`} href={linkTo({ at: key })}>
      {title}
    </a>
  ),
});
