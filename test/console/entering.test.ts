import type { Account } from '@/client/account';
import { deskPosts, postInUse, promised } from '@/console/entering/desk-posts';
import { deviceInWords } from '@/console/entering/device';
import { purposeInWords, purposesFor } from '@/console/exports/purposes';
import { placePath, placeTree } from '@/console/parts/places';
import { homePlace, mayDo } from '@/console/post/use-post';

type Post = Account['posts'][number];

const post = (change: Partial<Post>): Post => ({
  postId: 'post-1',
  role: 'town',
  roleLabel: '镇街经办',
  title: '经办',
  organisation: '中和镇人民政府',
  badgeNo: '',
  startsOn: '2018-01-01',
  endsOn: null,
  current: true,
  scopes: [{ code: '522732114', name: '中和镇', part: '' }],
  undertaking: { wanted: '2018-01', agreed: null },
  ...change,
});
const account = (posts: Post[], postId = 'resident'): Account => ({
  accountId: 'account-1',
  name: '石示例',
  channel: 'web',
  postId,
  role: 'resident',
  posts,
  persons: [],
  consent: { wanted: '1', agreed: null },
  county: { code: '522732', name: '三都水族自治县', edition: '2018-10-31' },
  campaign: { phase: 'collecting', phaseLabel: '信息采集', deadline: '2018-03-31', closed: '' },
  today: '2018-02-01',
});

test('a desk is for the posts that work at one, while they hold', () => {
  const posts = [
    post({ postId: 'a' }),
    post({ postId: 'b', role: 'enumerator' }),
    post({ postId: 'c', current: false }),
    post({ postId: 'd', role: 'county' }),
  ];
  expect(deskPosts(account(posts)).map(({ postId }) => postId)).toEqual(['a', 'd']);
});

test('somebody signed in as a resident is asked in which post he works', () => {
  expect(postInUse(account([post({})]))).toBeUndefined();
  expect(postInUse(account([post({})], 'post-1'))?.title).toBe('经办');
});

test('a new version of the undertaking has to be accepted again', () => {
  const undertaking = (agreed: string | null) => promised(post({ undertaking: { wanted: '2018-02', agreed } }));
  expect([undertaking(null), undertaking('2018-01'), undertaking('2018-02')]).toEqual([false, false, true]);
});

test('the county’s own verbs are not for a post that holds a town', () => {
  expect(mayDo(post({}), 'progress.read')).toBe(true);
  expect(mayDo(post({}), 'register.import')).toBe(false);
  const county = post({ role: 'county', scopes: [{ code: '522732', name: '三都水族自治县', part: '' }] });
  expect(mayDo(county, 'register.import')).toBe(true);
});

test('a section begins at the widest place of the post', () => {
  const scopes = [
    { code: '522732114289', name: '中海村', part: '' },
    { code: '522732114', name: '中和镇', part: '' },
  ];
  expect(homePlace(post({ scopes }), '522732')).toBe('522732114');
  expect(homePlace(post({ scopes: [] }), '522732')).toBe('522732');
});

test('a town officer chooses among his villages, the county among its towns', () => {
  const [town] = placeTree([{ code: '522732114', name: '中和镇' }], '2018-10-31', '三都水族自治县');
  expect(town?.children).toHaveLength(20);
  const [county] = placeTree([{ code: '522732', name: '' }], '2018-10-31', '三都水族自治县');
  expect(county?.title).toBe('三都水族自治县');
  expect(county?.children).toHaveLength(7);
});

test('the way to a village leads through its town', () => {
  expect(placePath('522732114', '2018-10-31', '三都水族自治县').map(({ name }) => name)).toEqual([
    '三都水族自治县',
    '中和镇',
  ]);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0',
    'Windows 10/11 电脑，Edge 浏览器',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; UOS) Chrome/98', '统信系统电脑，谷歌内核浏览器'],
  ['', '电脑，浏览器'],
])('the phone is told which computer asks', (agent, words) => expect(deviceInWords(agent)).toBe(words));

test('a liaison may ask for statistics and comparing, and is told who approves', () => {
  expect(purposesFor('liaison').map(({ value }) => value)).toEqual(['statistics', 'comparing']);
  expect(purposeInWords('comparing')).toContain('由保密员审批，批准后 24 小时内可下载 1 次。');
});
