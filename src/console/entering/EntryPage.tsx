import { Typography } from 'antd';
import type { ReactNode } from 'react';

interface EntryPageProps {
  wide?: boolean;
  children: ReactNode;
}

/** What stands before the desk: the name of the system and one card. */
export function EntryPage({ wide = false, children }: EntryPageProps) {
  return (
    <div className="yt-entry">
      <header className="yt-entry__head">
        <Typography.Title level={1} className="yt-entry__title">
          应统
        </Typography.Title>
        <Typography.Text type="secondary">三都水族自治县就业信息数据采集 · 办公台</Typography.Text>
      </header>
      <main className={wide ? 'yt-entry__card yt-entry__card--wide' : 'yt-entry__card'}>{children}</main>
    </div>
  );
}
