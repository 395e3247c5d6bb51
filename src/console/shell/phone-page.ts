import { pageUrl, type RouteName } from '@/routes';

/** The whole address of a page of the phone, for a code picture or a link to it. */
export const linkToPhonePage = (route: RouteName, query: Record<string, string> = {}): string =>
  `${window.location.origin}${window.location.pathname}#${pageUrl(route, query)}`;
