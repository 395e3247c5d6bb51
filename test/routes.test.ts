import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pagesIn, pageUrl, routes, titleOf } from '@/routes';

const src = path.resolve(__dirname, '../src');

test.each(Object.values(routes))('$path is a page that exists, in the folder of its package', (route) => {
  expect(existsSync(path.join(src, `${route.path}.tsx`))).toBe(true);
  expect(route.path.split('/')[0]).toBe(route.package === 'main' ? 'resident' : route.package);
});

test('no page of the phone is left out of the list', () => {
  const listed = Object.values(routes).map((route) => route.path as string);
  const folders = ['resident', 'enumerator', 'committee', 'office'];
  const pages = folders.flatMap((folder) =>
    readdirSync(path.join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|[\\/])index\.tsx$/.test(file))
      .map((file) => `${folder}/${file.replaceAll('\\', '/').replace(/\.tsx$/, '')}`)
  );
  expect(pages.filter((page) => !listed.includes(page))).toEqual([]);
});

test('an address carries only what is known, safely', () => {
  expect(pageUrl('residentHome')).toBe('/resident/home/index');
  expect(pageUrl('enumeratorDay', { village: '尧吕 村', household: undefined })).toBe(
    '/enumerator/day/index?village=%E5%B0%A7%E5%90%95%20%E6%9D%91'
  );
});

test('a page is called by its title, with or without its query', () => {
  expect(titleOf('/resident/home/index?from=poster')).toBe(routes.residentHome.title);
  expect(titleOf('resident/nowhere/index')).toBeUndefined();
});

test('pages of a subpackage are named within its folder', () => {
  expect(pagesIn('main')).toContain('resident/home/index');
  expect(pagesIn('console')).toEqual(['index']);
});
