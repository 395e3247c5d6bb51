import { View } from '@tarojs/components';
import classNames from 'classnames';
import type { PropsWithChildren, ReactNode } from 'react';
import { useTextSize } from '../access/text-size';
import { Skeleton } from '../layout/Skeleton';
import { DialogHost } from '../overlay/DialogHost';
import { ToastHost } from '../overlay/ToastHost';
import './page.scss';
import { TitleBar } from './TitleBar';
import { usePageTitle } from './use-page-title';

interface PageProps {
  /** Overrides the title that src/routes.ts gives this address. */
  title?: string;
  /** Workers' pages: smaller text, tighter rows. */
  dense?: boolean;
  /** Shows the shape of the page instead of its content. */
  loading?: boolean;
  /** The page's one main action, fixed at the bottom within the thumb's reach; see PrimaryAction. */
  action?: ReactNode;
  /** Stays under the title bar while the page scrolls: steps, search, tabs. */
  top?: ReactNode;
}

/** The frame of every phone page: title, text size, main action, and the place where dialogs and toasts appear. */
export function Page({ title, dense = false, loading = false, action, top, children }: PropsWithChildren<PageProps>) {
  const [size] = useTextSize();
  const heading = usePageTitle(title);
  const text = classNames('yt-page', dense && 'yt-page--dense', size === 'large' && 'yt-page--large');
  return (
    <View className={text}>
      <TitleBar title={heading} />
      {top && <View className="yt-page__top">{top}</View>}
      <View className="yt-page__body">{loading ? <Skeleton /> : children}</View>
      {action && <View className="yt-page__action">{action}</View>}
      <DialogHost />
      <ToastHost />
    </View>
  );
}
