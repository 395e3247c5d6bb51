import { linkedPages, noticeLink, postLink, reminderLink } from '@/domain/campaign/links';
import { routes } from '@/routes';

const paths = Object.values(routes).map(({ path }) => path);

test.each(Object.entries(linkedPages))('the page a message calls %s is a page of the mini-program', (_name, path) => {
  expect(paths).toContain(path);
});

test('links are as WeChat wants them: a share card with a leading slash, a message without', () => {
  expect(noticeLink('n_1')).toBe('/resident/notice/index?id=n_1');
  expect(postLink('ABCD2345')).toBe('/resident/invitation/index?code=ABCD2345');
  expect(reminderLink('p_1', 'r_1')).toBe('resident/declare/index?person=p_1&reminder=r_1');
});
