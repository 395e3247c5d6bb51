import '@/platform/zod-jitless';
import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { loadAccount } from '@/client/account';
import { watchNetwork } from '@/client/outbox/outbox';
import { keepPages } from '@/platform/offline/pages';
import '@/ui/theme/library';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    keepPages();
    watchNetwork();
    void loadAccount();
  });
  return children;
}
