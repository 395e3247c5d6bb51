import Taro from '@tarojs/taro';
import { pageUrl, type RouteName } from '@/routes';

type Query = Record<string, string | undefined>;

export const open = (route: RouteName, query?: Query): void => void Taro.navigateTo({ url: pageUrl(route, query) });
/** Takes the place of this page: back does not return to it. */
export const replace = (route: RouteName, query?: Query): void => void Taro.redirectTo({ url: pageUrl(route, query) });
/** Leaves everything behind: after signing in or out. */
export const restart = (route: RouteName): void => void Taro.reLaunch({ url: pageUrl(route) });
/** Back to where one came from, or home when this page was opened from outside. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restart('residentHome');
}
