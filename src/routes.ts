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
  signIn: { path: 'resident/sign-in/index', title: '登录', package: 'main' },
  posts: { path: 'resident/posts/index', title: '我的岗位', package: 'main' },
  undertaking: { path: 'resident/undertaking/index', title: '保密承诺书', package: 'main' },
  consent: { path: 'resident/consent/index', title: '信息采集告知书', package: 'main' },
  bindSelf: { path: 'resident/bind/index', title: '核对身份', package: 'main' },
  addFamily: { path: 'resident/family/index', title: '添加家人', package: 'main' },
  declare: { path: 'resident/declare/index', title: '填报', package: 'main' },
  receipt: { path: 'resident/receipt/index', title: '回执', package: 'main' },
  record: { path: 'resident/record/index', title: '我的填报', package: 'main' },
  looked: { path: 'resident/looked/index', title: '谁看过我的信息', package: 'main' },
  correction: { path: 'resident/correction/index', title: '申请更正', package: 'main' },
  notices: { path: 'resident/notices/index', title: '公告', package: 'main' },
  notice: { path: 'resident/notice/index', title: '公告', package: 'main' },
  outbox: { path: 'resident/outbox/index', title: '待发送', package: 'main' },
  settings: { path: 'resident/settings/index', title: '设置', package: 'main' },
  webSignIn: { path: 'resident/web-sign-in/index', title: '电脑登录确认', package: 'main' },
  invitation: { path: 'resident/invitation/index', title: '领取岗位', package: 'main' },
  slip: { path: 'resident/slip/index', title: '入户告知单', package: 'main' },
  household: { path: 'resident/household/index', title: '我家的填报方式', package: 'main' },
  badge: { path: 'resident/badge/index', title: '查验采集员证', package: 'main' },
  enumeratorDay: { path: 'enumerator/day/index', title: '今日采集', package: 'enumerator' },
  enumeratorPrepare: { path: 'enumerator/prepare/index', title: '准备今天的村', package: 'enumerator' },
  enumeratorHousehold: { path: 'enumerator/household/index', title: '一户人家', package: 'enumerator' },
  enumeratorVisit: { path: 'enumerator/visit/index', title: '登记走访', package: 'enumerator' },
  enumeratorCollect: { path: 'enumerator/collect/index', title: '采集填表', package: 'enumerator' },
  enumeratorAdd: { path: 'enumerator/add/index', title: '登记名册外人员', package: 'enumerator' },
  enumeratorAppointments: { path: 'enumerator/appointments/index', title: '约好的回访', package: 'enumerator' },
  enumeratorRescue: { path: 'enumerator/rescue/index', title: '导出救援文件', package: 'enumerator' },
  enumeratorEmployers: { path: 'enumerator/employers/index', title: '用人单位', package: 'enumerator' },
  enumeratorEmployer: { path: 'enumerator/employer/index', title: '用人单位采集表', package: 'enumerator' },
  enumeratorBadge: { path: 'enumerator/badge/index', title: '采集员证', package: 'enumerator' },
  committeeHome: { path: 'committee/home/index', title: '本村进度', package: 'committee' },
  committeeMissing: { path: 'committee/missing/index', title: '未填报名单', package: 'committee' },
  committeePublish: { path: 'committee/publish/index', title: '发布公告', package: 'committee' },
  committeeNotices: { path: 'committee/notices/index', title: '已发公告', package: 'committee' },
  committeeNotice: { path: 'committee/notice/index', title: '公告阅读情况', package: 'committee' },
  committeePlacements: { path: 'committee/placements/index', title: '待认领人员', package: 'committee' },
  committeeSlips: { path: 'committee/slips/index', title: '入户告知单', package: 'committee' },
  committeeComparisons: { path: 'committee/comparisons/index', title: '两份答案', package: 'committee' },
  committeeComparison: { path: 'committee/comparison/index', title: '选哪份答案', package: 'committee' },
  officeHome: { path: 'office/home/index', title: '采集进度', package: 'office' },
  officePeople: { path: 'office/people/index', title: '人员名单', package: 'office' },
  officeReview: { path: 'office/review/index', title: '待审核', package: 'office' },
  officeRecord: { path: 'office/record/index', title: '审核记录', package: 'office' },
  officeBoard: { path: 'office/board/index', title: '现场看板', package: 'office' },
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
