import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { titleOf } from '@/routes';

/** The title of this page: its own, or the one declared beside its address. */
export function usePageTitle(own: string | undefined): string {
  const { path } = useRouter();
  const title = own ?? titleOf(path) ?? '应统';
  const show = () => void Taro.setNavigationBarTitle({ title });
  useDidShow(show);
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title]);
  return title;
}
