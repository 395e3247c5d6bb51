import { Layout, Menu, Spin, Typography } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { type Section, sections } from '../sections';
import { type Query, useAddress } from './address';
import './shell.scss';

interface ShellProps {
  /** At the right of the top bar: who is signed in, in which post. */
  account: ReactNode;
}

/** Navigation at the left, the place and the account at the top, the section's page below. */
export function Shell({ account }: ShellProps) {
  const [address, go] = useAddress();
  const current = sections.find(({ key }) => key === address.at) ?? sections[0];
  if (!current) return null;
  const Page = current.page;
  return (
    <Layout className="yt-console">
      <Layout.Sider width={200} breakpoint="lg" collapsedWidth={56} className="yt-console__side">
        <div className="yt-console__brand">应统</div>
        <Menu
          mode="inline"
          selectedKeys={[current.key]}
          items={menu()}
          onClick={({ key }) => go({ ...without(address), at: key }, 'push')}
        />
      </Layout.Sider>
      <Layout>
        <Layout.Header className="yt-console__head">
          <Typography.Title level={1} className="yt-console__title">
            {current.title}
          </Typography.Title>
          <div className="yt-console__account">{account}</div>
        </Layout.Header>
        <Layout.Content className="yt-console__body" role="main">
          <Suspense fallback={<Spin className="yt-console__wait" size="large" />}>
            <Page key={current.key} />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** Another section starts without the filters of this one. */
const without = (address: Query): Record<string, undefined> =>
  Object.fromEntries(Object.keys(address).map((key) => [key, undefined]));

function menu() {
  const groups = [...new Set(sections.map(({ group }) => group))];
  return groups.map((group) => ({
    type: 'group' as const,
    key: group,
    label: group,
    children: sections.filter((section) => section.group === group).map(item),
  }));
}

const item = ({ key, title, icon }: Section) => ({ key, label: title, icon });
