/**
 * Every page address, once. app.config.ts, the titles of the pages and every jump between pages derive from it.
 * A package other than `main` is a folder of its own that the phone fetches when somebody goes there;
 * `console` is the office desktop and exists in the browser only.
 */
type Package = 'main' | 'enumerator' | 'committee' | 'office' | 'console';
interface Route {
  path: string;
  title: string;
  package: Package;
}

export const routes = {
  residentHome: { path: 'resident/home/index', title: '就业信息申报', package: 'main' },
  enumeratorDay: { path: 'enumerator/day/index', title: '今日采集', package: 'enumerator' },
  committeeHome: { path: 'committee/home/index', title: '本村进度', package: 'committee' },
  officeHome: { path: 'office/home/index', title: '全县进度', package: 'office' },
  console: { path: 'console/index', title: '应统 · 办公台', package: 'console' },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** The address of a page for navigateTo: `/enumerator/day/index?village=…`; empty values are left out. */
export function pageUrl(name: RouteName, query: Record<string, string | undefined> = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return `/${routes[name].path}${search ? `?${search}` : ''}`;
}

export function titleOf(path: string): string | undefined {
  const bare = path.replace(/^\//, '').replace(/\?.*$/, '');
  return Object.values(routes).find((route) => route.path === bare)?.title;
}

export const pagesIn = (wanted: Package): string[] =>
  Object.values<Route>(routes)
    .filter((route) => route.package === wanted)
    .map((route) => (wanted === 'main' ? route.path : route.path.slice(wanted.length + 1)));
